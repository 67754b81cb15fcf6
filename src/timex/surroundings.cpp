#include "timex/surroundings.h"

#include <algorithm>

namespace fasti {

namespace {

template <class Part>
std::vector<std::uint32_t> index_by_token(const std::vector<Part>& parts, std::size_t tokens) {
  std::vector<std::uint32_t> index(tokens, 0);
  for (std::size_t i = 0; i < parts.size(); ++i)
    std::fill(index.begin() + parts[i].tokens.begin, index.begin() + parts[i].tokens.end,
              static_cast<std::uint32_t>(i));
  return index;
}

}  // namespace

std::string Surroundings::word(std::uint32_t token) const {
  return folded(text_of(document.article.text, document.segmented.tokens[token]));
}

namespace {

enum class Tense { none, past, future };

// Reads the word at t; what stands before it may be part of what it says.
Tense tense_at(const Surroundings& around, std::uint32_t t, std::uint32_t sentence_begin) {
  const Token& token = around.document.segmented.tokens[t];
  if (token.kind != TokenKind::word) return Tense::none;
  const RuleSet& rules = around.rules;
  const std::string word = around.word(t);
  if (rules.is_in("future-marker", word)) return Tense::future;
  if (rules.is_in("infinitive-marker", word) && t > sentence_begin &&
      rules.is_in("future-governor", around.word(t - 1)))
    return Tense::future;
  const bool a_name = token.capitalised && t > sentence_begin;
  return !a_name && rules.looks_like_past(word) ? Tense::past : Tense::none;
}

}  // namespace

bool Surroundings::looks_ahead(TokenRange timex) const {
  const TokenRange whole = document.segmented.sentences[sentence[timex.begin]].tokens;
  const auto tense = [&](std::uint32_t t) {
    return quoted[t] == quoted[timex.begin] ? tense_at(*this, t, whole.begin) : Tense::none;
  };
  for (std::uint32_t t = timex.begin; t-- > whole.begin;)
    if (const Tense found = tense(t); found != Tense::none) return found == Tense::future;
  for (std::uint32_t t = timex.end; t < whole.end; ++t)
    if (const Tense found = tense(t); found != Tense::none) return found == Tense::future;
  return false;
}

Surroundings surroundings_of(const Document& document, const RuleSet& rules) {
  const Segmented& segmented = document.segmented;
  const std::size_t size = segmented.tokens.size();
  Surroundings around{document, rules, index_by_token(segmented.sentences, size),
                      index_by_token(segmented.blocks, size), std::vector<bool>(size, false)};
  for (const Quotation& quotation : segmented.quotations)
    std::fill(around.quoted.begin() + quotation.tokens.begin, around.quoted.begin() + quotation.tokens.end,
              true);
  return around;
}

}  // namespace fasti
