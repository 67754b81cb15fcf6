#include "claim/names.h"

#include <algorithm>

#include "base/utf8.h"
#include "claim/full_names.h"

namespace fasti {

namespace {

constexpr std::uint32_t words_of_a_headline = 4;  // all capitalised; "Ned Orr" alone is a caption

constexpr AskedClass function_words = AskedClass("function-word") | "determiner" | "subject-pronoun" |
                                      "person-pronoun" | "possessive" | "preposition" | "subordinator" |
                                      "coordinator" | "complementiser" | "relative" | "auxiliary" | "adverb";

class NameFinder {
 public:
  explicit NameFinder(const WordView& text) : text_(text), document_(text.document) {}

  Names run() {
    collect_inner_capitals();
    for (const Sentence& sentence : document_.segmented.sentences) find_in(sentence);
    return give_full_names(std::move(found_), text_);
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.token(t); }
  std::uint32_t number(std::uint32_t t) const { return text_.words.numbers[t]; }
  bool is_function_word(std::uint32_t t) const { return text_.is(t, function_words); }

  bool may_be_part(std::uint32_t t) const {
    return token(t).kind == TokenKind::word && token(t).capitalised && !text_.in_timex[t] &&
           !text_.begins_with_apostrophe(t);
  }

  // True at the first word of a sentence, and at the first one of a quotation: he said, "Rubbish …".
  bool begins_sentence(const Sentence& sentence, std::uint32_t t) const {
    while (t > sentence.tokens.begin && token(t - 1).kind == TokenKind::punctuation &&
           !starts_quotation_[t - 1] && !starts_quotation_[t])
      --t;
    return t == sentence.tokens.begin || starts_quotation_[t - 1] || starts_quotation_[t];
  }

  // A headline in capitals, or one whose words all have one: no word of it shows what is a name.
  bool hides_names(const Sentence& sentence) const {
    std::uint32_t words = 0;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (token(t).kind != TokenKind::word || text_.in_timex[t] || is_function_word(t)) continue;
      if (!token(t).capitalised) return false;
      ++words;
    }
    return words >= words_of_a_headline;
  }

  void collect_inner_capitals() {
    starts_quotation_.assign(text_.tokens().size(), false);
    inner_.assign(text_.words.most + 1, false);
    lower_.assign(text_.words.most + 1, false);
    for (const Quotation& quotation : document_.segmented.quotations)
      starts_quotation_[quotation.tokens.begin] = true;
    for (const Sentence& sentence : document_.segmented.sentences) {
      const bool headline = hides_names(sentence);
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (token(t).kind != TokenKind::word) continue;
        if (!token(t).capitalised) lower_[number(t)] = true;
        if (headline || !may_be_part(t)) continue;
        const bool in_a_run = t + 1 < sentence.tokens.end && may_be_part(t + 1) && !is_function_word(t);
        if (in_a_run || !begins_sentence(sentence, t)) inner_[number(t)] = true;
      }
    }
  }

  void find_in(const Sentence& sentence) {
    const bool headline = hides_names(sentence);
    const auto part = [&](std::uint32_t t) {
      return may_be_part(t) && (!headline || inner_[number(t)]);  // there only what others show
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
    const bool touches = token(t).gap == Gap::none;
    const auto is_part = [&](std::uint32_t at, Gap gap) {
      return at < end && may_be_part(at) && token(at).gap == gap;
    };
    if (touches && text_.is_sign(t, '-')) return is_part(t + 1, Gap::none) ? t + 2 : t;
    if (touches && text_.is_sign(t, '.') && is_shortened(t - 1))
      return is_part(t + 1, Gap::space) ? t + 2 : t;
    if (touches && text_.begins_with_apostrophe(t))
      return is_initial(t - 1) && token(t).capitalised && !text_.in_timex[t] ? t + 1 : t;
    if (is_part(t, Gap::space)) return t + 1;
    std::uint32_t after = t;
    while (after < end && text_.is(after, "name-particle") && token(after).gap == Gap::space) ++after;
    return after > t && is_part(after, Gap::space) ? after + 1 : t;
  }
  bool is_shortened(std::uint32_t t) const { return is_initial(t) || text_.facts(t).shortened; }
  bool is_initial(std::uint32_t t) const {
    return token(t).capitalised && decode(text_.text(t), 0).length == token(t).span.size();
  }

  void add(const Sentence& sentence, TokenRange range) {
    std::uint32_t title = NameMention::no_title;
    while (range.size() > 0 && starts_badly(sentence, range)) {
      if (text_.is(range.begin, "gender"))
        title = range.begin;
      else if (token(range.begin).kind != TokenKind::punctuation)
        title = NameMention::no_title;
      ++range.begin;
    }
    if (range.size() > 0) found_.push_back({range, 0, range.size() == 1 ? title : NameMention::no_title});
  }

  // A function word or title at the front is no part of the name; nor is a word that only the sentence's
  // start made capital.
  bool starts_badly(const Sentence& sentence, TokenRange range) const {
    const std::uint32_t first = range.begin;
    if (token(first).kind == TokenKind::punctuation) return true;  // of "Mr." or "J."
    if (is_function_word(first) || text_.is(first, "title")) return true;
    if (range.size() > 1 || !begins_sentence(sentence, first) || inner_[number(first)]) return false;
    return lower_[number(first)] || looks_plural(first) || !goes_on_as_name(range.end);
  }

  // "Divers reached the wreck": rather several of something than a name, by the ending of a regular plural.
  bool looks_plural(std::uint32_t t) const {
    const auto nouns = text_.rules.lexicon.inflections.find("n");
    if (nouns == text_.rules.lexicon.inflections.end() || nouns->second.endings.empty()) return false;
    const auto& forms = nouns->second.endings.front().add;
    const auto plural = forms.find("plural");
    return plural != forms.end() && !plural->second.empty() && text_.text(t).ends_with(plural->second);
  }

  // What shows that a sentence's first word is a name: "Jack died", "Jack and Ann …", "Jack's wife".
  bool goes_on_as_name(std::uint32_t t) const {
    if (t >= text_.tokens().size() || token(t).gap == Gap::block) return false;
    const bool next_is_part = t + 1 < text_.tokens().size() && may_be_part(t + 1);
    return text_.is(t, "auxiliary") || text_.facts(t).has(WordFacts::listed_past) ||
           (text_.is(t, "coordinator") && next_is_part && !text_.is(t + 1, "title"));
  }

  const WordView& text_;
  const Document& document_;
  std::vector<bool> inner_, lower_;     // by word: capitalised within sentences; written small anywhere
  std::vector<bool> starts_quotation_;  // by token
  std::vector<NameMention> found_;
};

}  // namespace

Names find_names(const WordView& text) { return NameFinder(text).run(); }

}  // namespace fasti
