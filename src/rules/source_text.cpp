#include "rules/source_text.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t largest_file = 8U << 20U;
constexpr std::size_t longest_excerpt = 400;  // bytes
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What is wrong with a code point; nullptr where nothing is. ICU gives a negative one for invalid UTF-8.
const char* fault_of(UChar32 c, char next) {
  if (c < 0) return "not valid UTF-8";
  if (c == 0) return "NUL, so this is no text file";
  if (c == '\t' || c == '\n') return nullptr;
  if (c == '\r') return next == '\n' ? nullptr : "a carriage return without a line feed";
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return "a control character";
  if (c == 0x2028 || c == 0x2029) return "a line break that is none in YAML (U+2028 or U+2029)";
  if (c == 0xFEFF) return "a byte-order mark inside the text, which cannot be seen";
  return nullptr;
}

void check_bytes(const SourceText& source) {
  const std::string& bytes = source.bytes;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, bytes.size(), c);
    const char* fault = fault_of(c, at < bytes.size() ? bytes[at] : '\0');
    if (fault == nullptr) continue;
    const auto after = std::upper_bound(source.line_begins.begin(), source.line_begins.end(), begin);
    const auto line = static_cast<std::size_t>(after - source.line_begins.begin());
    const std::string message = fmt::format("byte {} of the line is {}", begin - *(after - 1) + 1, fault);
    // No excerpt: the line is not fit to be printed.
    Diagnostic d = source.error_at(0, 0, message, "save the file as UTF-8 text");
    d.place.line = line;
    throw InputError(std::move(d));
  }
}

void check_directives(const SourceText& source) {
  for (std::size_t number = 1; number <= source.line_begins.size(); ++number)
    if (source.line(number).starts_with('%'))
      throw InputError(source.error_at(number, 1, "directives (%) are not allowed here", "remove this line"));
}

std::size_t utf8_length_of_hex(std::string_view hex) {
  unsigned value = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  std::string encoded;
  append_utf8(encoded, static_cast<char32_t>(value));
  return encoded.size();
}

struct Step {
  std::size_t source = 1;
  std::size_t value = 1;
};

// One character of a quoted scalar, or one escape: \n takes two bytes of the source and gives one.
Step step_at(std::string_view scalar, std::size_t at, char quote) {
  if (quote == '\'') return {scalar[at] == '\'' ? std::size_t{2} : std::size_t{1}, 1};
  if (scalar[at] != '\\' || at + 1 == scalar.size()) return {};
  switch (scalar[at + 1]) {
    case 'x':
      return {4, utf8_length_of_hex(scalar.substr(at + 2, 2))};
    case 'u':
      return {6, utf8_length_of_hex(scalar.substr(at + 2, 4))};
    case 'U':
      return {10, utf8_length_of_hex(scalar.substr(at + 2, 8))};
    case 'N':
    case '_':
      return {2, 2};
    case 'L':
    case 'P':
      return {2, 3};
    default:
      return {2, 1};
  }
}

}  // namespace

std::string_view SourceText::line(std::size_t number) const {
  if (number == 0 || number > line_begins.size()) return {};
  const std::size_t begin = line_begins[number - 1];
  const std::size_t end = number < line_begins.size() ? line_begins[number] - 1 : bytes.size();
  std::string_view line = std::string_view(bytes).substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Diagnostic SourceText::error_at(std::size_t number, std::size_t column, std::string message,
                                std::string hint) const {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "rule-file";
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place = {path, number, 0};
  const std::string_view whole = line(number);
  // Columns for people count characters; ours inside count bytes.
  if (column > 0) d.place.column = count_code_points(whole.substr(0, std::min(column - 1, whole.size()))) + 1;
  if (whole.size() <= longest_excerpt) d.excerpt = std::string(whole);
  return d;
}

SourceText checked_source(std::string path, std::string bytes) {
  SourceText source{std::move(path), std::move(bytes), {0}};
  if (source.bytes.starts_with(byte_order_mark)) source.bytes.erase(0, byte_order_mark.size());
  if (source.bytes.size() > largest_file)
    throw InputError(source.error_at(0, 0, "the file is larger than 8 MB", "use several files"));
  for (std::size_t at = source.bytes.find('\n'); at != std::string::npos;
       at = source.bytes.find('\n', at + 1))
    source.line_begins.push_back(at + 1);
  check_bytes(source);
  check_directives(source);
  return source;
}

std::size_t source_offset(std::string_view scalar, std::size_t offset) {
  const char quote = scalar.empty() ? '\0' : scalar.front();
  if (quote != '"' && quote != '\'') return offset;
  std::size_t at = 1;
  for (std::size_t done = 0; done < offset && at < scalar.size();) {
    const Step step = step_at(scalar, at, quote);
    at += step.source;
    done += step.value;
  }
  return at;
}

}  // namespace fasti
