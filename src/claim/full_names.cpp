#include "claim/full_names.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::uint32_t pronoun_within = 30;  // tokens after a name in which a pronoun still tells of it

// "Mary-Ann Fell" -> Mary, Ann, Fell
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t end = std::min(name.find_first_of(" -.", at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool in_capitals(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode(name, at);
    if (is_lower(c.value)) return false;
    at += c.length;
  }
  return true;
}

// One name as written, and all that the article shows of it.
struct Entry {
  std::string name;
  std::size_t words = 0;
  std::vector<std::size_t> uses;  // mentions, in the order of the text
  std::string gender;             // by a word beside it; else by the pronouns after it; else empty
  std::map<std::string, int> votes;
};

class Completer {
 public:
  Completer(std::vector<NameMention>& mentions, const Document& document, const RuleSet& rules)
      : mentions_(mentions), document_(document), rules_(rules) {}

  void run() {
    collect();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < mentions_.size(); ++i) names.push_back(full_name(i));
    for (std::size_t i = 0; i < mentions_.size(); ++i) mentions_[i].name = std::move(names[i]);
  }

 private:
  std::string word(std::uint32_t t) const {
    return folded(text_of(document_.article.text, document_.segmented.tokens[t]));
  }

  void collect() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const NameMention& mention = mentions_[i];
      const auto [found, fresh] = number_of_.try_emplace(folded(mention.name), entries_.size());
      if (fresh) add_entry(mention.name);
      Entry& entry = entries_[found->second];
      entry.uses.push_back(i);
      if (in_capitals(entry.name)) entry.name = mention.name;  // as it is written outside headlines
      if (const std::string gender = gender_beside(mention); !gender.empty() && entry.gender.empty())
        entry.gender = gender;
      if (const std::string gender = gender_after(i); !gender.empty()) ++entry.votes[gender];
    }
    for (Entry& entry : entries_)
      if (entry.gender.empty() && !entry.votes.empty())
        entry.gender =
            std::max_element(entry.votes.begin(), entry.votes.end(), [](const auto& a, const auto& b) {
              return a.second < b.second;
            })->first;
  }

  void add_entry(const std::string& name) {
    const auto words = words_of(name);
    for (const std::string_view part : words) {
      auto& list = by_word_[folded(part)];
      if (list.empty() || list.back() != entries_.size()) list.push_back(entries_.size());
    }
    entries_.push_back({name, words.size(), {}, {}, {}});
  }

  // "his wife, Ingrid": a word shortly before the name that tells.
  std::string gender_beside(const NameMention& mention) const {
    for (std::uint32_t back = 1; back <= 2 && back <= mention.tokens.begin; ++back) {
      const std::string before = word(mention.tokens.begin - back);
      const std::string* gender = rules_.value_in("gender", before);
      if (gender != nullptr && !rules_.is_in("person-pronoun", before)) return *gender;
    }
    return "";
  }

  // "Teodor Maslin used to say …. He founded": the first pronoun after the name, before any other name.
  std::string gender_after(std::size_t i) const {
    const std::uint32_t begin = mentions_[i].tokens.end;
    const std::uint32_t next = i + 1 < mentions_.size()
                                   ? mentions_[i + 1].tokens.begin
                                   : static_cast<std::uint32_t>(document_.segmented.tokens.size());
    for (std::uint32_t t = begin; t < std::min(next, begin + pronoun_within); ++t) {
      const std::string here = word(t);
      if (!rules_.is_in("person-pronoun", here)) continue;
      if (const std::string* gender = rules_.value_in("gender", here)) return *gender;
    }
    return "";
  }

  // The fuller names that a short one may stand for, the best ones only: as many uses, as few words.
  std::vector<std::size_t> best_fuller(const Entry& own, const std::string& title_gender) const {
    const std::vector<std::size_t>* rarest = nullptr;
    for (const std::string_view part : words_of(own.name)) {
      const auto& list = by_word_.at(folded(part));
      if (rarest == nullptr || list.size() < rarest->size()) rarest = &list;
    }
    std::vector<std::size_t> best;
    std::vector<std::size_t> unknown;  // may be the one meant by a title, if there is only one
    if (rarest == nullptr) return best;
    for (const std::size_t other : *rarest) {
      const Entry& entry = entries_[other];
      if (entry.name.size() <= own.name.size() || !may_be_same_name(own.name, entry.name)) continue;
      if (own.words > 1 && entry.uses.size() < 2)
        continue;  // what looks like a full name grows only by one in use
      const bool agrees = title_gender.empty() || entry.gender == title_gender;
      if (!agrees && entry.gender.empty()) unknown.push_back(other);
      if (agrees) keep_if_best(best, other);
    }
    return best.empty() && unknown.size() == 1 ? unknown : best;
  }

  void keep_if_best(std::vector<std::size_t>& best, std::size_t other) const {
    const auto rank = [&](std::size_t e) {
      return std::tuple(entries_[e].uses.size(), 100 - std::min<std::size_t>(100, entries_[e].words));
    };
    if (!best.empty() && rank(other) < rank(best.front())) return;
    if (!best.empty() && rank(best.front()) < rank(other)) best.clear();
    best.push_back(other);
  }

  // Where the best ones are used, in the order of the text, with the entry.
  using Places = std::vector<std::pair<std::size_t, std::size_t>>;
  const Places& places_for(std::size_t own, const std::string& title_gender) {
    const auto [found, fresh] = places_.try_emplace(std::pair(own, title_gender));
    if (fresh) {
      for (const std::size_t other : best_fuller(entries_[own], title_gender))
        for (const std::size_t use : entries_[other].uses) found->second.emplace_back(use, other);
      std::sort(found->second.begin(), found->second.end());
    }
    return found->second;
  }

  std::string full_name(std::size_t i) {
    const NameMention& mention = mentions_[i];
    const std::size_t own = number_of_.at(folded(mention.name));
    const std::string* gender =
        mention.title.empty() ? nullptr : rules_.value_in("gender", folded(mention.title));
    const Places& places = places_for(own, gender == nullptr ? "" : *gender);
    if (places.empty())
      return mention.title.empty() ? entries_[own].name : mention.title + " " + mention.name;
    auto place = std::lower_bound(places.begin(), places.end(), std::pair(i, std::size_t{0}));
    if (place != places.begin()) --place;  // the last one before, else the first one after
    return entries_[place->second].name;
  }

  std::vector<NameMention>& mentions_;
  const Document& document_;
  const RuleSet& rules_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> number_of_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
  std::map<std::pair<std::size_t, std::string>, Places> places_;
};

}  // namespace

void give_full_names(std::vector<NameMention>& mentions, const Document& document, const RuleSet& rules) {
  Completer(mentions, document, rules).run();
}

bool may_be_same_name(std::string_view a, std::string_view b) {
  auto shorter = words_of(a);
  auto longer = words_of(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  std::size_t at = 0;
  for (const std::string_view word : longer)
    if (at < shorter.size() && folded(shorter[at]) == folded(word)) ++at;
  return !shorter.empty() && at == shorter.size();
}

}  // namespace fasti
