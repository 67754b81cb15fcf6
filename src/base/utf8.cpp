#include "base/utf8.h"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace fasti {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Moves over bytes that are ASCII; most text is, so most of it is read eight bytes at a time by the compiler.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

// Offset of the first invalid byte at or after `offset`, or the text's size.
std::size_t find_invalid(std::string_view text, std::size_t offset) {
  while ((offset = skip_ascii(text, offset)) < text.size()) {
    const std::size_t length = decode_multibyte(text, offset).length;
    if (length == 1) return offset;  // a valid character beyond ASCII has two bytes at least
    offset += length;
  }
  return text.size();
}

}  // namespace

CodePoint decode_multibyte(std::string_view text, std::size_t offset) {
  // ICU's macro wants 32-bit offsets; four bytes are all that a character can have.
  const std::string_view window = text.substr(offset, 4);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(window.data());
  const auto size = static_cast<std::int32_t>(window.size());
  std::int32_t read = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, read, size, value);
  if (value < 0) return {replacement_character, 1};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(read)};
}

void append_utf8(std::string& text, char32_t value) {
  if (value > 0x10FFFF || U_IS_SURROGATE(value)) value = replacement_character;
  std::uint8_t bytes[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<std::uint32_t>(value));
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_valid_utf8(std::string_view text) { return find_invalid(text, 0) == text.size(); }

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

Repaired repair_utf8(std::string bytes) {
  Repaired result;
  std::size_t at = find_invalid(bytes, 0);
  result.first = at;
  // A byte that was replaced is ASCII from then on, so the search can go on from it.
  for (; at < bytes.size(); at = find_invalid(bytes, at)) {
    bytes[at] = '?';
    ++result.replaced;
  }
  if (result.replaced == 0) result.first = 0;
  result.text = std::move(bytes);
  return result;
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string utf8_from_utf16(std::string_view bytes) {
  const bool little_endian = bytes.starts_with("\xFF\xFE");
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little_endian ? first | second << 8U : first << 8U | second);
  };
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit(at);
    const bool pair_may_follow = U16_IS_LEAD(value) && at + 3 < bytes.size();
    if (pair_may_follow && U16_IS_TRAIL(unit(at + 2))) {
      value = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(value, unit(at + 2)));
      at += 2;
    }
    append_utf8(text, value);
  }
  return text;
}

LineColumn line_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t last_break = before.rfind('\n');
  const std::size_t line_begin = last_break == std::string_view::npos ? 0 : last_break + 1;
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          count_code_points(before.substr(line_begin)) + 1};
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t last_break = text.substr(0, offset).rfind('\n');
  const std::size_t begin = last_break == std::string_view::npos ? 0 : last_break + 1;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
  const auto point = static_cast<UChar32>(value);
  return u_isUWhiteSpace(point) || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_upper(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z';
  const auto point = static_cast<UChar32>(value);
  return u_isUUppercase(point) || u_istitle(point);
}

bool is_lower(char32_t value) {
  if (value < 0x80) return value >= 'a' && value <= 'z';
  return u_isULowercase(static_cast<UChar32>(value));
}

char32_t fold_case(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(value), U_FOLD_CASE_DEFAULT));
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const CodePoint point = decode(text, offset);
    if (!is_blank(point.value)) break;
    offset += point.length;
  }
  return std::min(offset, text.size());
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(skip_blanks(text, 0));
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && is_continuation(text[last])) --last;
    const CodePoint point = decode(text, last);
    const bool whole = last + point.length == text.size();  // else stray bytes follow, which can be seen
    if (!whole || !is_blank(point.value)) break;
    text = text.substr(0, last);
  }
  return text;
}

}  // namespace fasti
