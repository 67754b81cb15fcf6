// UTF-8: reading code points, mending what is invalid, and telling a person where a byte stands.
//
// Offsets are the product's provenance, so mending keeps them true: every byte of an invalid sequence becomes
// one
// '?', never fewer. What is upper case or a letter is ICU's answer, for any script; ASCII takes a short way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fasti {

// One character and the bytes it takes. An invalid byte is U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};

inline constexpr char32_t replacement_character = 0xFFFD;

CodePoint decode_multibyte(std::string_view text, std::size_t offset);  // the long way; call decode

// The code point that begins at `offset`, which must lie inside the text. decode("é!", 0) is {U+00E9, 2}.
inline CodePoint decode(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? CodePoint{byte, 1} : decode_multibyte(text, offset);
}

void append_utf8(std::string& text, char32_t);  // surrogates and values past U+10FFFF become U+FFFD

bool is_valid_utf8(std::string_view);
std::size_t count_code_points(std::string_view);  // of valid UTF-8

struct Repaired {
  std::string text;          // as many bytes as were given
  std::size_t replaced = 0;  // bytes that became '?'
  std::size_t first = 0;     // offset of the first of them
};
// repair_utf8("caf\xE9 au") is {"caf? au", 1, 3}.
Repaired repair_utf8(std::string bytes);

// UTF-16 with a byte-order mark, as Windows' editors save it, made UTF-8. Lone surrogates become U+FFFD.
bool has_utf16_mark(std::string_view bytes);
std::string utf8_from_utf16(std::string_view bytes);  // the mark is dropped; a last odd byte too

// Counted from one; columns count code points, so that editors agree. Offsets past the end give the end.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
  bool operator==(const LineColumn&) const = default;
};
LineColumn line_column(std::string_view text, std::size_t offset);
std::string_view line_at(std::string_view text, std::size_t offset);  // the whole line, without its end

bool is_blank(
    char32_t);  // leaves no ink: blanks, line breaks, no-break and zero-width spaces, marks of direction
bool is_upper(char32_t);  // upper or title case: 'A', 'Ä', 'ǅ'
bool is_lower(char32_t);
char32_t fold_case(char32_t);  // simple case folding, one character for one: 'Ä' -> 'ä', 'ς' -> 'σ'

// Offset of the first character at or after `offset` that is not blank; the text's size if there is none.
std::size_t skip_blanks(std::string_view text, std::size_t offset);
std::string_view trimmed(std::string_view text);  // without blanks at both ends

}  // namespace fasti
