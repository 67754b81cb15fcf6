#include "article/header.h"

#include <optional>

#include <fmt/format.h>

#include "base/utf8.h"

namespace fasti {

namespace {

// Four keys, some of them wrong or twice. The bound keeps a file of nothing but header lines from being slow.
constexpr int most_lines = 20;

Span line_span(std::string_view text, std::size_t begin) {
  return {begin, std::min(text.find('\n', begin), text.size())};
}

std::string lower_ascii(std::string_view text) {
  std::string lower;
  for (char byte : text) lower += static_cast<char>(fold_case(static_cast<unsigned char>(byte)));
  return lower;
}

std::optional<HeaderKey> key_named(std::string_view name) {
  const std::string lower = name.size() <= 6 ? lower_ascii(name) : "";
  if (lower == "date") return HeaderKey::date;
  if (lower == "source") return HeaderKey::source;
  if (lower == "title") return HeaderKey::title;
  if (lower == "url") return HeaderKey::url;
  return {};
}

std::size_t skip_line_blanks(std::string_view text, std::size_t at, std::size_t end) {
  return skip_blanks(text.substr(0, end), at);
}

// "key: value" for the four keys, or "date 2…". Other lines are text.
std::optional<HeaderValue> find_value(std::string_view text, Span line) {
  const std::size_t begin = skip_line_blanks(text, line.begin, line.end);
  std::size_t end = begin;
  while (end < line.end && fold_case(static_cast<unsigned char>(text[end])) - 'a' < 26U) ++end;
  const auto key = key_named(text.substr(begin, end - begin));
  if (!key) return {};
  std::size_t value = skip_line_blanks(text, end, line.end);
  const bool has_colon = value < line.end && text[value] == ':';
  const bool has_digit = value < line.end && value > end && text[value] >= '0' && text[value] <= '9';
  if (!has_colon && !(*key == HeaderKey::date && has_digit)) return {};
  if (has_colon) value = skip_line_blanks(text, value + 1, line.end);
  const std::string_view stated = trimmed(text.substr(value, line.end - value));
  const std::string_view key_part = trimmed(text.substr(begin, value - begin));
  const std::size_t number = line_column(text, line.begin).line;
  return HeaderValue{*key,
                     std::string(stated),
                     {value, value + stated.size()},
                     fmt::format("header line {}: {} {}", number, key_part, stated)};
}

// "header line 1: date 2021-09-29", without the body's words that stand on the same line.
void cut_reason(HeaderValue& value, std::size_t read) {
  value.place.resize(value.place.size() - value.text.size() + read);
}

}  // namespace

Header read_header(const TextFile& file, std::size_t begin) {
  Header header;
  const std::string_view text = file.text;
  std::size_t at = read_front_matter(file, begin, header);
  std::optional<std::size_t> body;  // the first line that wanted to be a header and was none
  int lines = 0;
  while (at < text.size() && lines < most_lines) {
    const Span line = line_span(text, at);
    const bool blank = skip_line_blanks(text, line.begin, line.end) == line.end;
    if (blank && lines > 0) break;
    if (!blank) {
      auto value = find_value(text, line);
      if (!value) break;
      ++lines;
      std::size_t read = value->text.size();
      if (!take_value(file, *value, header, &read)) {
        if (!body) body = line.begin;
      } else if (value->key == HeaderKey::date && read < value->text.size()) {
        cut_reason(*value, read);
        header.published.reason = value->place;
        at = value->span.begin + read;
        break;
      }
    }
    at = std::min(line.end + 1, text.size());
  }
  header.body = skip_blanks(text, body.value_or(at));
  return header;
}

}  // namespace fasti
