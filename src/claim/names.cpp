#include "claim/names.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace fasti {

namespace {

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

class NameFinder {
 public:
  NameFinder(const Document& document, const RuleSet& rules) : document_(document), rules_(rules) {}

  std::vector<NameMention> run() {
    mark_timexes();
    collect_inner_capitals();
    for (const Sentence& sentence : document_.segmented.sentences) find_in(sentence);
    complete();
    return std::move(found_);
  }

 private:
  const Token& token(std::uint32_t t) const { return document_.segmented.tokens[t]; }
  std::string word(std::uint32_t t) const { return folded(text_of(document_.article.text, token(t))); }

  void mark_timexes() {
    in_timex_.assign(document_.segmented.tokens.size(), false);
    for (const PartialTimex& timex : document_.partials)
      std::fill(in_timex_.begin() + timex.tokens.begin, in_timex_.begin() + timex.tokens.end, true);
  }

  bool is_function_word(const std::string& folded_word) const {
    for (const char* name :
         {"function-word", "determiner", "subject-pronoun", "person-pronoun", "possessive", "preposition",
          "subordinator", "coordinator", "complementiser", "relative", "auxiliary", "adverb"})
      if (rules_.is_in(name, folded_word)) return true;
    return false;
  }

  bool may_be_part(std::uint32_t t) const {
    return token(t).kind == TokenKind::word && token(t).capitalised && !in_timex_[t] &&
           word(t).front() != '\'';
  }

  // True at the first word of a sentence, and after an opening mark at its start.
  bool begins_sentence(const Sentence& sentence, std::uint32_t t) const {
    for (std::uint32_t before = sentence.tokens.begin; before < t; ++before)
      if (token(before).kind != TokenKind::punctuation) return false;
    return true;
  }

  void collect_inner_capitals() {
    for (const Sentence& sentence : document_.segmented.sentences) {
      bool first = true;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (token(t).kind == TokenKind::punctuation) continue;
        if (!first && may_be_part(t)) inner_.insert(word(t));
        if (token(t).kind == TokenKind::word && !token(t).capitalised) lower_.insert(word(t));
        first = false;
      }
    }
  }

  void find_in(const Sentence& sentence) {
    std::uint32_t t = sentence.tokens.begin;
    while (t < sentence.tokens.end) {
      if (!may_be_part(t)) {
        ++t;
        continue;
      }
      std::uint32_t end = t + 1;
      while (end < sentence.tokens.end && goes_on(end)) ++end;
      add(sentence, {t, end});
      t = end;
    }
  }

  // "Mary-Ann", "St. Mark", "Anne O'Neil"
  bool goes_on(std::uint32_t t) const {
    if (may_be_part(t)) return token(t).gap != Gap::block && separator_allows(t);
    const bool joins = word(t) == "-" && token(t).gap == Gap::none;
    return joins && t + 1 < document_.segmented.tokens.size() && may_be_part(t + 1) &&
           token(t + 1).gap == Gap::none;
  }
  bool separator_allows(std::uint32_t t) const { return token(t).gap == Gap::space || word(t - 1) == "-"; }

  void add(const Sentence& sentence, TokenRange range) {
    std::string title;
    while (range.size() > 0 && starts_badly(sentence, range)) {
      title = gender_of(range.begin).empty()
                  ? ""
                  : std::string(text_of(document_.article.text, token(range.begin)));
      ++range.begin;
    }
    if (range.size() == 0) return;
    NameMention mention{range, {}, range.size() == 1 ? title : ""};
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (word(t) == "-") continue;
      if (!mention.name.empty()) mention.name += ' ';
      mention.name += text_of(document_.article.text, token(t));
    }
    found_.push_back(std::move(mention));
  }

  // A function word or title at the front is no part of the name; nor is a word that only the sentence's
  // start made capital.
  bool starts_badly(const Sentence& sentence, TokenRange range) const {
    const std::string first = word(range.begin);
    if (is_function_word(first) || rules_.is_in("title", first)) return true;
    if (range.size() > 1 || !begins_sentence(sentence, range.begin) || inner_.contains(first)) return false;
    return lower_.contains(first) || !before_verb(range.end);
  }

  std::string gender_of(std::uint32_t t) const {
    const std::string* gender = rules_.value_in("gender", word(t));
    return gender == nullptr || rules_.is_in("person-pronoun", word(t)) ? "" : *gender;
  }

  // "his wife, Ingrid": a word shortly before the name that tells.
  std::string gender_beside(const NameMention& mention) const {
    for (std::uint32_t back = 1; back <= 2 && back <= mention.tokens.begin; ++back)
      if (const std::string gender = gender_of(mention.tokens.begin - back); !gender.empty()) return gender;
    return "";
  }

  // "Jack died": a verb in the past right after the word.
  bool before_verb(std::uint32_t t) const {
    if (t >= document_.segmented.tokens.size() || token(t).gap == Gap::block) return false;
    return rules_.is_in("auxiliary", word(t)) || rules_.has_form(word(t), "v", "past");
  }

  // "Maslin" becomes the fuller name that is used most; of equally frequent ones the shortest, then the one
  // told last before it. (A caption such as "Ann Lee Photo" is used once.)
  void complete() {
    const std::vector<NameMention> as_found = found_;
    std::map<std::string, int> uses;
    std::map<std::string, std::string> genders;
    for (const NameMention& mention : as_found) {
      ++uses[mention.name];
      if (const std::string gender = gender_beside(mention); !gender.empty())
        genders.try_emplace(mention.name, gender);
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const std::string& own = as_found[i].name;
      std::tuple<int, std::size_t, bool, std::size_t> best_rank;
      for (std::size_t j = 0; j < as_found.size(); ++j) {
        const std::string& other = as_found[j].name;
        if (other.size() <= own.size() || !may_be_same_name(own, other)) continue;
        if (!as_found[i].title.empty() && genders[other] != gender_beside(as_found[i])) continue;
        if (words_of(own).size() > 1 && uses[other] < 2)
          continue;  // what looks like a full name grows only by one in use
        const bool before = j < i;
        const std::tuple rank(uses[other], 100 - std::min<std::size_t>(100, words_of(other).size()), before,
                              before ? j : as_found.size() - j);
        if (found_[i].name != own && rank <= best_rank) continue;
        best_rank = rank;
        found_[i].name = other;
      }
      const bool stands_alone = found_[i].name == own && !found_[i].title.empty();
      if (stands_alone) found_[i].name = found_[i].title + " " + own;
    }
  }

  const Document& document_;
  const RuleSet& rules_;
  std::vector<bool> in_timex_;
  std::set<std::string> inner_, lower_;  // words capitalised within sentences; words written small anywhere
  std::vector<NameMention> found_;
};

}  // namespace

std::vector<NameMention> find_names(const Document& document, const RuleSet& rules) {
  return NameFinder(document, rules).run();
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
