#include "text/characters.h"

#include <unicode/uchar.h>

namespace fasti {

namespace {

bool is_apostrophe(char32_t value) {
  return value == 0x2019 || value == 0x2018 || value == 0x02BC || value == 0xFF07;
}

bool is_line_break(char32_t value) { return value == 0x85 || value == 0x2028 || value == 0x2029; }

}  // namespace

CharacterKind kind_beyond_ascii(char32_t value) {
  if (is_apostrophe(value)) return CharacterKind::apostrophe;
  if (is_line_break(value)) return CharacterKind::line_break;
  const auto point = static_cast<UChar32>(value);
  const auto category = U_GET_GC_MASK(point);
  // Hangul fillers are letters that nobody sees, so letters are asked too; the common ones need no second
  // look.
  const bool surely_visible = value < 0x1100 && value != 0xAD && (category & U_GC_L_MASK) != 0;
  if (!surely_visible && u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    return CharacterKind::invisible;
  }
  if ((category & (U_GC_L_MASK | U_GC_ND_MASK)) != 0) return CharacterKind::letter;
  if ((category & U_GC_M_MASK) != 0) return CharacterKind::mark;
  if (u_isUWhiteSpace(point)) return CharacterKind::blank;
  return CharacterKind::other;
}

}  // namespace fasti
