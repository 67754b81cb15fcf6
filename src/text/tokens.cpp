#include "text/tokens.h"

#include "text/characters.h"

namespace fasti {

namespace {

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool is_ascii_letter(char byte) {
  const auto from_a = (static_cast<unsigned char>(byte) | 0x20U) - static_cast<unsigned>('a');
  return from_a < 26;
}

// Moves over what cannot be seen; most often there is none.
std::size_t skip_invisible(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && !is_ascii(text[at])) {
    const CodePoint point = decode(text, at);
    if (kind_of(point.value) != CharacterKind::invisible) break;
    at += point.length;
  }
  return at;
}

bool word_goes_on(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && continues_word(kind_of(decode(text, at).value));
}

// The end of the run of letters that begins at `at`. Invisible characters between two letters belong to the
// word
// ("Sep<soft hyphen>tember"), at its end they do not.
std::size_t end_of_word(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    while (at < end && is_ascii_letter(text[at])) ++at;
    if (at == end || is_ascii(text[at])) break;
    const CodePoint point = decode(text, at);
    const CharacterKind kind = kind_of(point.value);
    if (kind == CharacterKind::invisible) {
      const std::size_t seen = skip_invisible(text, at, end);
      if (!word_goes_on(text, seen, end)) break;
      at = seen;
    } else if (continues_word(kind)) {
      at += point.length;
    } else {
      break;
    }
  }
  return at;
}

std::size_t end_of_number(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

// An apostrophe that touches a letter or digit before it and a letter behind it begins a word: Son|’s,
// 1990|'s.
bool begins_clitic(std::string_view text, std::size_t after, std::size_t end, Gap gap,
                   const std::vector<Token>& tokens) {
  if (gap != Gap::none || tokens.empty() || tokens.back().kind == TokenKind::punctuation) return false;
  return after < end && kind_of(decode(text, after).value) == CharacterKind::letter;
}

}  // namespace

void append_tokens(std::string_view text, Span block, std::vector<Token>& tokens) {
  Gap gap = Gap::block;
  for (std::size_t at = block.begin; at < block.end;) {
    const CodePoint first = decode(text, at);
    const CharacterKind kind = kind_of(first.value);
    const std::size_t after = at + first.length;
    if (is_void(kind)) {
      if (gap == Gap::none && kind != CharacterKind::invisible) gap = Gap::space;
      at = after;
      continue;
    }
    Token token{{at, after}, TokenKind::punctuation, gap, false};
    if (kind == CharacterKind::letter) {
      token.kind = TokenKind::word;
      token.span.end = end_of_word(text, after, block.end);
      token.capitalised = is_upper(first.value);
    } else if (kind == CharacterKind::digit) {
      token.kind = TokenKind::number;
      token.span.end = end_of_number(text, after, block.end);
    } else if (kind == CharacterKind::apostrophe && begins_clitic(text, after, block.end, gap, tokens)) {
      token.kind = TokenKind::word;
      token.span.end = end_of_word(text, after, block.end);
      token.capitalised = is_upper(decode(text, after).value);
    }
    at = token.span.end;
    tokens.push_back(token);
    gap = Gap::none;
  }
}

}  // namespace fasti
