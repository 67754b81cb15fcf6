// Checking what a header line or front matter says.
#include <chrono>

#include <fmt/format.h>

#include "article/header.h"
#include "article/header_date.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr Day far_ahead = 366;  // days past today from which a publication date is more likely a slip

// Reading files is the one stage that may look at the clock, and only to warn.
Day today() {
  const auto now = std::chrono::system_clock::now();
  return std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
}

void warn(const TextFile& file, const HeaderValue& value, std::string code, std::string message,
          std::string hint, Header& header) {
  header.diagnostics.push_back(
      remark(Severity::warning, std::move(code), std::move(message), std::move(hint), file, value.span));
}

bool is_web_address(std::string_view text) {
  std::string_view rest = text;
  if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
  } else if (rest.starts_with("https://")) {
    rest.remove_prefix(8);
  } else {
    return false;
  }
  if (rest.empty() || rest.front() == '/') return false;
  for (char byte : rest) {
    const auto code = static_cast<unsigned char>(byte);
    if (code <= ' ' || code == 0x7F || byte == '<' || byte == '>' || byte == '"') return false;
  }
  return true;
}

bool warn_no_date(const TextFile& file, const HeaderValue& value, bool impossible, Header& header) {
  const std::string_view shown = std::string_view(value.text).substr(0, value.text.find(' '));
  const std::string message = impossible
                                  ? fmt::format("there is no such date as {}", shown)
                                  : "this is not a date in the form 2021-09-29, so " + value.if_no_date;
  warn(file, value, "invalid-date", message, "write the day of publication as year-month-day", header);
  return false;
}

bool take_date(const TextFile& file, const HeaderValue& value, Header& header, std::size_t* rest) {
  const auto date = read_header_date(value.text);
  if (!date) return warn_no_date(file, value, false, header);
  if (!date->possible) return warn_no_date(file, value, true, header);
  const bool text_follows = date->length < value.text.size();
  const bool may_follow = rest != nullptr && date->range.granularity == Granularity::day;
  if (text_follows && !(may_follow && is_blank(decode(value.text, date->length).value))) {
    return warn_no_date(file, value, false, header);
  }
  if (rest != nullptr) *rest = date->length;
  header.published = {date->range, Published::Basis::stated, value.place};
  if (first_day(date->range) > today() + far_ahead) {
    warn(file, value, "future-date", "this day of publication lies far in the future", "check the year",
         header);
  }
  return true;
}

bool take_text(const TextFile& file, const HeaderValue& value, Header& header, std::string& target) {
  if (value.text.empty()) {
    warn(file, value, "empty-header", "nothing is stated behind this key", "", header);
    return false;
  }
  target = value.text;
  return true;
}

bool take_url(const TextFile& file, const HeaderValue& value, Header& header) {
  if (!is_web_address(value.text)) {
    warn(file, value, "invalid-url", "this is not a web address", "write it as https://…", header);
    return false;
  }
  header.url = value.text;
  return true;
}

bool is_stated(const Header& header, HeaderKey key) {
  switch (key) {
    case HeaderKey::date:
      return header.published.known();
    case HeaderKey::source:
      return !header.source.empty();
    case HeaderKey::title:
      return !header.title.empty();
    case HeaderKey::url:
      return !header.url.empty();
  }
  return false;
}

}  // namespace

bool take_value(const TextFile& file, const HeaderValue& value, Header& header, std::size_t* rest) {
  if (is_stated(header, value.key)) {
    warn(file, value, "repeated-header", "this was stated before, and the first statement counts", "",
         header);
    return false;
  }
  switch (value.key) {
    case HeaderKey::date:
      return take_date(file, value, header, rest);
    case HeaderKey::source:
      return take_text(file, value, header, header.source);
    case HeaderKey::title:
      return take_text(file, value, header, header.title);
    case HeaderKey::url:
      return take_url(file, value, header);
  }
  return false;
}

}  // namespace fasti
