// What a character is to the tokeniser. The answer is Unicode's, so that no script is special.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace fasti {

enum class CharacterKind : std::uint8_t {
  blank,       // space, tab, no-break spaces (U+00A0, U+202F), ideographic space
  line_break,  // LF, CR, U+0085, U+2028, U+2029
  invisible,   // soft hyphen, zero-width space and joiners, marks of direction, variation selectors
  letter,      // of any script
  mark,        // combining; goes on with a word
  digit,       // 0 to 9; the digits of other scripts are letters, for nothing downstream can count with them
  apostrophe,  // ' ’ ʼ ‘ ＇
  other,       // punctuation, symbols, controls, invalid bytes
};

CharacterKind kind_beyond_ascii(char32_t);

inline constexpr auto ascii_kinds = [] {
  struct {
    CharacterKind of[128];
  } kinds{};
  for (int c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    kinds.of[c] = letter                                            ? CharacterKind::letter
                  : c >= '0' && c <= '9'                            ? CharacterKind::digit
                  : c == ' ' || c == '\t' || c == '\v' || c == '\f' ? CharacterKind::blank
                  : c == '\n' || c == '\r'                          ? CharacterKind::line_break
                  : c == '\''                                       ? CharacterKind::apostrophe
                                                                    : CharacterKind::other;
  }
  return kinds;
}();

inline CharacterKind kind_of(char32_t value) {
  return value < 0x80 ? ascii_kinds.of[value] : kind_beyond_ascii(value);
}

// Takes no part in any token: blanks, line breaks and what cannot be seen.
inline bool is_void(CharacterKind kind) { return kind <= CharacterKind::invisible; }

// Letters of any script and digits of other scripts than ours make words, and marks go on with them.
inline bool continues_word(CharacterKind kind) {
  return kind == CharacterKind::letter || kind == CharacterKind::mark;
}

}  // namespace fasti
