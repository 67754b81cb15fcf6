#include "claim/full_names.h"

#include <algorithm>
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
  std::size_t uses = 0;
  bool capitals = false;             // in no other way so far
  std::uint8_t gender = 0;           // by a word beside it; else by the pronouns after it; else 0
  std::vector<std::uint32_t> votes;  // by gender
};

// Numbers for names: a name is a way through a tree whose edges are its words.
class NameNumbers {
 public:
  // The node reached from `node` (0 for the root) with the word.
  std::uint32_t further(std::uint32_t node, std::uint32_t word, bool spaced) {
    const std::uint64_t edge = std::uint64_t{node} << 32U | std::uint64_t{word} << 1U | (spaced ? 1U : 0U);
    return nodes_.try_emplace(edge, static_cast<std::uint32_t>(nodes_.size() + 1)).first->second;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> nodes_;
};

class Completer {
 public:
  Completer(std::vector<NameMention> mentions, const WordView& text)
      : mentions_(std::move(mentions)), text_(text) {}

  Names run() {
    collect();
    list_uses();
    texts_of_.assign(entries_.size(), no_text);
    places_.resize(entries_.size() * genders());
    for (std::size_t i = 0; i < mentions_.size(); ++i) mentions_[i].name = full_name(i);
    return {std::move(mentions_), std::move(texts_)};
  }

 private:
  std::size_t genders() const { return text_.rules.genders.size() + 1; }

  std::string written(TokenRange range) const {
    std::string name;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (t > range.begin && text_.token(t).gap != Gap::none) name += ' ';
      name += text_.text(t);
    }
    return name;
  }

  std::uint32_t node_of(TokenRange range) {
    std::uint32_t node = 0;
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      node =
          numbers_.further(node, text_.words.numbers[t], t > range.begin && text_.token(t).gap != Gap::none);
    return node;
  }

  void collect() {
    std::vector<std::uint32_t> entry_of;  // by node; 0 for none yet, else one more than the entry
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const NameMention& mention = mentions_[i];
      const std::uint32_t node = node_of(mention.tokens);
      if (entry_of.size() <= node) entry_of.resize(node + 1);
      if (entry_of[node] == 0) {
        add_entry(written(mention.tokens));
        entry_of[node] = static_cast<std::uint32_t>(entries_.size());
      }
      own_.push_back(entry_of[node] - 1);
      Entry& entry = entries_[own_.back()];
      ++entry.uses;
      if (entry.capitals) {  // as it is written outside headlines
        entry.name = written(mention.tokens);
        entry.capitals = in_capitals(entry.name);
      }
      if (entry.gender == 0) entry.gender = gender_beside(mention);
      if (const std::uint8_t gender = gender_after(i); gender != 0) {
        entry.votes.resize(genders());
        ++entry.votes[gender];
      }
    }
    for (Entry& entry : entries_)
      if (entry.gender == 0 && !entry.votes.empty())
        entry.gender = static_cast<std::uint8_t>(std::max_element(entry.votes.begin(), entry.votes.end()) -
                                                 entry.votes.begin());
  }

  void add_entry(std::string name) {
    const auto words = words_of(name);
    for (const std::string_view part : words) {
      auto& list = by_word_[folded(part)];
      if (list.empty() || list.back() != entries_.size()) list.push_back(entries_.size());
    }
    const bool capitals = in_capitals(name);
    const std::size_t count = words.size();
    entries_.push_back({std::move(name), count, 0, capitals, 0, {}});
  }

  // The mentions of each entry, in the order of the text.
  void list_uses() {
    first_use_.assign(entries_.size() + 1, 0);
    for (const std::size_t entry : own_) ++first_use_[entry + 1];
    for (std::size_t e = 0; e < entries_.size(); ++e) first_use_[e + 1] += first_use_[e];
    std::vector<std::size_t> next(first_use_.begin(), first_use_.end() - 1);
    uses_.resize(own_.size());
    for (std::size_t i = 0; i < own_.size(); ++i) uses_[next[own_[i]]++] = i;
  }

  // "his wife, Ingrid": a word shortly before the name that tells.
  std::uint8_t gender_beside(const NameMention& mention) const {
    for (std::uint32_t back = 1; back <= 2 && back <= mention.tokens.begin; ++back) {
      const WordFacts& before = text_.facts(mention.tokens.begin - back);
      if (before.gender != 0 && !before.is("person-pronoun")) return before.gender;
    }
    return 0;
  }

  // "Teodor Maslin used to say …. He founded": the first pronoun after the name, before any other name.
  std::uint8_t gender_after(std::size_t i) const {
    const std::uint32_t begin = mentions_[i].tokens.end;
    const std::uint32_t next = i + 1 < mentions_.size() ? mentions_[i + 1].tokens.begin
                                                        : static_cast<std::uint32_t>(text_.tokens().size());
    for (std::uint32_t t = begin; t < std::min(next, begin + pronoun_within); ++t)
      if (text_.is(t, "person-pronoun") && text_.facts(t).gender != 0) return text_.facts(t).gender;
    return 0;
  }

  // The fuller names that a short one may stand for, the best ones only: as many uses, as few words.
  std::vector<std::size_t> best_fuller(const Entry& own, std::uint8_t title_gender) const {
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
      if (own.words > 1 && entry.uses < 2) continue;  // what looks like a full name grows only by one in use
      const bool agrees = title_gender == 0 || entry.gender == title_gender;
      if (!agrees && entry.gender == 0) unknown.push_back(other);
      if (agrees) keep_if_best(best, other);
    }
    return best.empty() && unknown.size() == 1 ? unknown : best;
  }

  void keep_if_best(std::vector<std::size_t>& best, std::size_t other) const {
    const auto rank = [&](std::size_t e) {
      return std::tuple(entries_[e].uses, 100 - std::min<std::size_t>(100, entries_[e].words));
    };
    if (!best.empty() && rank(other) < rank(best.front())) return;
    if (!best.empty() && rank(best.front()) < rank(other)) best.clear();
    best.push_back(other);
  }

  // Where the best ones are used, in the order of the text, with the entry.
  struct Places {
    bool known = false;
    std::vector<std::pair<std::size_t, std::size_t>> list;
  };
  const Places& places_for(std::size_t own, std::uint8_t title_gender) {
    Places& places = places_[own * genders() + title_gender];
    if (places.known) return places;
    places.known = true;
    for (const std::size_t other : best_fuller(entries_[own], title_gender))
      for (std::size_t use = first_use_[other]; use < first_use_[other + 1]; ++use)
        places.list.emplace_back(uses_[use], other);
    std::sort(places.list.begin(), places.list.end());
    return places;
  }

  NameNumber number_of(const std::string& text) {
    const auto [found, fresh] = text_numbers_.try_emplace(text, static_cast<NameNumber>(texts_.size()));
    if (fresh) texts_.push_back(text);
    return found->second;
  }
  NameNumber number_of_entry(std::size_t entry) {
    if (texts_of_[entry] == no_text) texts_of_[entry] = number_of(entries_[entry].name);
    return texts_of_[entry];
  }

  NameNumber full_name(std::size_t i) {
    const NameMention& mention = mentions_[i];
    const bool titled = mention.title != NameMention::no_title;
    const Places& places = places_for(own_[i], titled ? text_.facts(mention.title).gender : std::uint8_t{0});
    if (places.list.empty() && !titled) return number_of_entry(own_[i]);
    if (places.list.empty())
      return number_of(std::string(text_.text(mention.title)) + " " + written(mention.tokens));
    auto place = std::lower_bound(places.list.begin(), places.list.end(), std::pair(i, std::size_t{0}));
    if (place != places.list.begin()) --place;  // the last one before, else the first one after
    return number_of_entry(place->second);
  }

  static constexpr NameNumber no_text = ~NameNumber{0};

  std::vector<NameMention> mentions_;
  const WordView& text_;
  NameNumbers numbers_;
  std::vector<std::size_t> own_;  // by mention: its entry
  std::vector<Entry> entries_;
  std::vector<std::size_t> uses_, first_use_;  // by entry, from its first use on
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
  std::vector<Places> places_;  // by entry and gender of a title
  std::vector<std::string> texts_;
  std::vector<NameNumber> texts_of_;  // by entry
  std::unordered_map<std::string, NameNumber> text_numbers_;
};

}  // namespace

Names give_full_names(std::vector<NameMention> mentions, const WordView& text) {
  return Completer(std::move(mentions), text).run();
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
