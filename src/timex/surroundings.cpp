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

bool Surroundings::looks_like_past(std::uint32_t t) const {
  const WordFacts& known = facts(t);
  return known.listed ? known.looks_like_past : ends_like_past(word(t), rules);
}

namespace {

// Reads the word at t; what stands before it may be part of what it says.
Tense tense_of_word(const Surroundings& around, std::uint32_t t, std::uint32_t sentence_begin) {
  const Token& token = around.document.segmented.tokens[t];
  if (token.kind != TokenKind::word) return Tense::none;
  const WordFacts& word = around.facts(t);
  if (word.is("future-marker")) return Tense::future;
  if (word.is("infinitive-marker") && t > sentence_begin && around.facts(t - 1).is("future-governor"))
    return Tense::future;
  const bool a_name = token.capitalised && t > sentence_begin;
  return !a_name && around.looks_like_past(t) ? Tense::past : Tense::none;
}

}  // namespace

TenseCue Surroundings::tense_at(TokenRange timex) const {
  const TokenRange whole = document.segmented.sentences[sentence[timex.begin]].tokens;
  const auto tense = [&](std::uint32_t t) {
    return quoted[t] == quoted[timex.begin] ? tense_of_word(*this, t, whole.begin) : Tense::none;
  };
  for (std::uint32_t t = timex.begin; t-- > whole.begin;)
    if (const Tense found = tense(t); found != Tense::none) return {found, timex.begin - t - 1};
  for (std::uint32_t t = timex.end; t < whole.end; ++t)
    if (const Tense found = tense(t); found != Tense::none) return {found, t - timex.end};
  return {};
}

bool Surroundings::begins_sentence(TokenRange timex) const {
  return timex.begin <= document.segmented.sentences[sentence[timex.begin]].tokens.begin + 1;
}

bool Surroundings::is_heading(TokenRange timex) const {
  constexpr std::uint32_t longest_heading = 12;
  const TokenRange whole = document.segmented.blocks[block[timex.begin]].tokens;
  const std::string_view last = text_of(document.article.text, document.segmented.tokens[whole.end - 1]);
  return whole.size() <= longest_heading && last != "." && last != "!" && last != "?";
}

namespace {

// A mark may end the line: "May 3:".
std::vector<std::uint32_t> expressions_alone(const Document& document) {
  const auto& blocks = document.segmented.blocks;
  std::vector<std::uint32_t> alone;
  auto block = blocks.begin();
  for (std::uint32_t i = 0; i < document.partials.size(); ++i) {
    const TokenRange tokens = document.partials[i].tokens;
    while (block != blocks.end() && block->tokens.end <= tokens.begin) ++block;
    if (block == blocks.end()) break;
    const bool to_the_end = tokens.end == block->tokens.end ||
                            (tokens.end + 1 == block->tokens.end &&
                             document.segmented.tokens[tokens.end].kind == TokenKind::punctuation);
    if (tokens.begin == block->tokens.begin && to_the_end) alone.push_back(i);
  }
  return alone;
}

}  // namespace

Surroundings surroundings_of(const Document& document, const RuleSet& rules) {
  const Segmented& segmented = document.segmented;
  const std::size_t size = segmented.tokens.size();
  Surroundings around{document,
                      rules,
                      index_by_token(segmented.sentences, size),
                      index_by_token(segmented.blocks, size),
                      std::vector<bool>(size, false),
                      expressions_alone(document)};
  for (const Quotation& quotation : segmented.quotations)
    std::fill(around.quoted.begin() + quotation.tokens.begin, around.quoted.begin() + quotation.tokens.end,
              true);
  return around;
}

}  // namespace fasti
