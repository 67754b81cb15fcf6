#include "text/segment.h"

#include <algorithm>

#include "text/blocks.h"
#include "text/characters.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace fasti {

namespace {

constexpr std::size_t usual_bytes_a_token = 5;  // in English prose, blanks included

std::uint32_t count(const auto& items) { return static_cast<std::uint32_t>(items.size()); }

Span span_of(const std::vector<Token>& tokens, TokenRange range) {
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

void append_block(std::string_view text, Span span, const Orthography& orthography, Segmented& found) {
  Block block;
  block.tokens.begin = count(found.tokens);
  append_tokens(text, span, found.tokens);
  block.tokens.end = count(found.tokens);
  block.span = span_of(found.tokens, block.tokens);
  block.sentences.begin = count(found.sentences);
  for (TokenRange range : find_sentences(text, found.tokens, block.tokens, orthography)) {
    found.sentences.push_back({span_of(found.tokens, range), range, count(found.blocks)});
  }
  block.sentences.end = count(found.sentences);
  for (const Quotation& one : find_quotations(text, found.tokens, block.tokens))
    found.quotations.push_back(one);
  found.blocks.push_back(block);
}

}  // namespace

Segmented segment(std::string_view text, Span body, const Orthography& orthography) {
  body.end = std::min(body.end, text.size());
  body.begin = std::min(body.begin, body.end);
  return segment_blocks(text, find_blocks(text, body), orthography);
}

Segmented segment_blocks(std::string_view text, const std::vector<Span>& blocks, const Orthography& orthography) {
  Segmented found;
  std::size_t bytes = 0;
  for (const Span block : blocks) bytes += block.size();
  found.tokens.reserve(bytes / usual_bytes_a_token);
  for (const Span block : blocks) append_block(text, block, orthography, found);
  return found;
}

std::string_view text_of(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
}

std::string folded(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    at += point.length;
    if (point.value < 0x80) {
      result += static_cast<char>(fold_case(point.value));
      continue;
    }
    switch (kind_of(point.value)) {
      case CharacterKind::apostrophe:
        result += '\'';
        break;
      case CharacterKind::invisible:
        break;
      default:
        append_utf8(result, fold_case(point.value));
    }
  }
  return result;
}

}  // namespace fasti
