#include "copies/words.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/tokens.h"

namespace fasti {

namespace {

// The upper half is the better mixed one of FNV's.
WordHash shortened(std::uint64_t hash) { return static_cast<WordHash>(hash ^ (hash >> 32U)); }

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// hash_on of the folded word, without making it.
std::uint64_t hash_of_ascii(std::string_view word) {
  std::uint64_t hash = hash_seed;
  for (const char c : word) {
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    hash = (hash ^ static_cast<unsigned char>(folded)) * 1099511628211ULL;
  }
  return (hash ^ 0xFFU) * 1099511628211ULL;
}

std::uint64_t hash_of(std::string_view word) {
  return is_ascii(word) ? hash_of_ascii(word) : hash_on(hash_seed, folded(word));
}

bool stands_without_blanks(char32_t c) {
  if (c < 0x0E00) return false;  // Thai is the first of these scripts
  const auto line_break =
      static_cast<ULineBreak>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK));
  return line_break == U_LB_IDEOGRAPHIC || line_break == U_LB_COMPLEX_CONTEXT ||
         line_break == U_LB_CONDITIONAL_JAPANESE_STARTER;
}

void add(Words& words, std::uint64_t hash, Span span, bool capitalised) {
  words.hashes.push_back(shortened(hash));
  words.spans.push_back(span);
  words.capitalised.push_back(capitalised);
}

// A run of letters, of which some may stand for a word each.
void add_letters(std::string_view text, Span span, bool capitalised, Words& words) {
  std::size_t word = span.begin;  // where a word with blanks around it would begin
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint point = decode(text, at);
    const std::size_t next = at + point.length;
    if (stands_without_blanks(point.value)) {
      if (word < at) add(words, hash_of(text.substr(word, at - word)), {word, at}, capitalised);
      const std::size_t end = next < span.end ? next + decode(text, next).length : next;
      add(words, hash_of(text.substr(at, end - at)), {at, next}, false);
      word = next;
    }
    at = next;
  }
  if (word < span.end) add(words, hash_of(text.substr(word, span.end - word)), {word, span.end}, capitalised);
}

}  // namespace

Words hashed_words(std::string_view text, const std::vector<Token>& tokens, TokenRange range) {
  Words words;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = tokens[t];
    if (token.kind == TokenKind::punctuation) continue;
    const std::string_view word = text_of(text, token);
    if (is_ascii(word))
      add(words, hash_of_ascii(word), token.span, token.capitalised);
    else
      add_letters(text, token.span, token.capitalised, words);
  }
  return words;
}

Words hashed_words(std::string_view text, const std::vector<Token>& tokens) {
  return hashed_words(text, tokens, {0, static_cast<std::uint32_t>(tokens.size())});
}

Words hashed_words(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, text.size()}, tokens);
  return hashed_words(text, tokens);
}

}  // namespace fasti
