#include "claim/names.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "claim/full_names.h"

namespace fasti {

namespace {

constexpr std::uint32_t words_of_a_headline = 4;  // all capitalised; "Ned Orr" alone is a caption

class NameFinder {
 public:
  NameFinder(const Document& document, const RuleSet& rules) : document_(document), rules_(rules) {}

  std::vector<NameMention> run() {
    mark_timexes();
    collect_inner_capitals();
    for (const Sentence& sentence : document_.segmented.sentences) find_in(sentence);
    give_full_names(found_, document_, rules_);
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

  // True at the first word of a sentence, and at the first one of a quotation: he said, "Rubbish …".
  bool begins_sentence(const Sentence& sentence, std::uint32_t t) const {
    while (t > sentence.tokens.begin && token(t - 1).kind == TokenKind::punctuation &&
           !quotation_starts_.contains(t - 1) && !quotation_starts_.contains(t))
      --t;
    return t == sentence.tokens.begin || quotation_starts_.contains(t - 1) || quotation_starts_.contains(t);
  }

  // A headline in capitals, or one whose words all have one: no word of it shows what is a name.
  bool hides_names(const Sentence& sentence) const {
    std::uint32_t words = 0;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (token(t).kind != TokenKind::word || in_timex_[t] || is_function_word(word(t))) continue;
      if (!token(t).capitalised) return false;
      ++words;
    }
    return words >= words_of_a_headline;
  }

  void collect_inner_capitals() {
    for (const Quotation& quotation : document_.segmented.quotations)
      quotation_starts_.insert(quotation.tokens.begin);
    for (const Sentence& sentence : document_.segmented.sentences) {
      const bool headline = hides_names(sentence);
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (token(t).kind != TokenKind::word) continue;
        if (!token(t).capitalised) lower_.insert(word(t));
        if (headline || !may_be_part(t)) continue;
        const bool in_a_run = t + 1 < sentence.tokens.end && may_be_part(t + 1) && !is_function_word(word(t));
        if (in_a_run || !begins_sentence(sentence, t)) inner_.insert(word(t));
      }
    }
  }

  void find_in(const Sentence& sentence) {
    const bool headline = hides_names(sentence);
    const auto part = [&](std::uint32_t t) {
      return may_be_part(t) && (!headline || inner_.contains(word(t)));  // there only what others show
    };
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end;) {
      if (!part(t)) {
        ++t;
        continue;
      }
      std::uint32_t end = t + 1;
      while (end < sentence.tokens.end) {
        const std::uint32_t next = next_part(end, sentence.tokens.end);
        if (next == end || (headline && !part(next - 1))) break;
        end = next;
      }
      add(sentence, {t, end});
      t = end;
    }
  }

  // One past the next part of a name that has come to token `t`, with what joins the two; `t` where it ends.
  //   "Mary|-Ann", "J|. R|. Pell", "Anne O|'Neil", "Jean-Luc| de la Tour"
  std::uint32_t next_part(std::uint32_t t, std::uint32_t end) const {
    if (token(t).gap == Gap::block) return t;
    const std::string here = word(t);
    const bool touches = token(t).gap == Gap::none;
    const auto is_part = [&](std::uint32_t at, Gap gap) {
      return at < end && may_be_part(at) && token(at).gap == gap;
    };
    if (touches && here == "-") return is_part(t + 1, Gap::none) ? t + 2 : t;
    if (touches && here == "." && is_shortened(t - 1)) return is_part(t + 1, Gap::space) ? t + 2 : t;
    if (touches && here.front() == '\'')
      return is_initial(t - 1) && token(t).capitalised && !in_timex_[t] ? t + 1 : t;
    if (is_part(t, Gap::space)) return t + 1;
    std::uint32_t after = t;
    while (after < end && rules_.is_in("name-particle", word(after)) && token(after).gap == Gap::space)
      ++after;
    return after > t && is_part(after, Gap::space) ? after + 1 : t;
  }
  bool is_shortened(std::uint32_t t) const {
    return is_initial(t) || rules_.orthography.abbreviations.contains(word(t));
  }
  bool is_initial(std::uint32_t t) const {
    return token(t).capitalised && count_code_points(text_of(document_.article.text, token(t))) == 1;
  }

  void add(const Sentence& sentence, TokenRange range) {
    std::string title;
    while (range.size() > 0 && starts_badly(sentence, range)) {
      if (rules_.is_in("gender", word(range.begin)))
        title = text_of(document_.article.text, token(range.begin));
      else if (token(range.begin).kind != TokenKind::punctuation)
        title.clear();
      ++range.begin;
    }
    if (range.size() == 0) return;
    NameMention mention{range, {}, range.size() == 1 ? title : ""};
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (t > range.begin && token(t).gap != Gap::none) mention.name += ' ';
      mention.name += text_of(document_.article.text, token(t));
    }
    found_.push_back(std::move(mention));
  }

  // A function word or title at the front is no part of the name; nor is a word that only the sentence's
  // start made capital.
  bool starts_badly(const Sentence& sentence, TokenRange range) const {
    const std::string first = word(range.begin);
    if (token(range.begin).kind == TokenKind::punctuation) return true;  // of "Mr." or "J."
    if (is_function_word(first) || rules_.is_in("title", first)) return true;
    if (range.size() > 1 || !begins_sentence(sentence, range.begin) || inner_.contains(first)) return false;
    return lower_.contains(first) || !goes_on_as_name(range.end);
  }

  // What shows that a sentence's first word is a name: "Jack died", "Jack and Ann …", "Jack's wife".
  bool goes_on_as_name(std::uint32_t t) const {
    if (t >= document_.segmented.tokens.size() || token(t).gap == Gap::block) return false;
    const std::string here = word(t);
    const bool next_is_part = t + 1 < document_.segmented.tokens.size() && may_be_part(t + 1);
    return rules_.is_in("auxiliary", here) || rules_.has_form(here, "v", "past") ||
           (rules_.is_in("coordinator", here) && next_is_part && !rules_.is_in("title", word(t + 1)));
  }

  const Document& document_;
  const RuleSet& rules_;
  std::vector<bool> in_timex_;
  std::set<std::string> inner_, lower_;  // words capitalised within sentences; words written small anywhere
  std::set<std::uint32_t> quotation_starts_;
  std::vector<NameMention> found_;
};

}  // namespace

std::vector<NameMention> find_names(const Document& document, const RuleSet& rules) {
  return NameFinder(document, rules).run();
}

}  // namespace fasti
