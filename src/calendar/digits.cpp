#include "calendar/digits.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "calendar/edtf.h"

namespace fasti {

namespace {

constexpr std::size_t of_day = 8, of_minute = 12, of_second = 14;
constexpr std::size_t of_seconds_since_1970 = 10, of_milliseconds_since_1970 = 13;

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

DateRange since_1970(std::string_view seconds) {
  Moment moment = 0;
  std::from_chars(seconds.data(), seconds.data() + seconds.size(), moment);
  return {moment, moment, Granularity::second, false, false, false};
}

// "20111205", "1622" -> the form with marks, which knows what exists
std::optional<DateRange> with_marks(std::string_view day, std::string_view clock) {
  if (day[0] != '1' && day[0] != '2') return std::nullopt;
  std::string text(day);
  text.insert(6, "-").insert(4, "-");
  for (std::size_t i = 0; i < clock.size(); i += 2)
    text.append(i == 0 ? "T" : ":").append(clock.substr(i, 2));
  return from_edtf(text);
}

}  // namespace

std::optional<DateRange> from_digits(std::string_view text) {
  const std::string_view day = text.substr(0, of_day);
  std::string_view clock = text.substr(day.size());
  if (day.size() < of_day || !all_digits(day)) return std::nullopt;
  if (clock.starts_with('T')) {
    clock.remove_prefix(1);
    if (clock.empty()) return std::nullopt;
  } else if (all_digits(text)) {
    if (text.size() == of_seconds_since_1970) return since_1970(text);
    if (text.size() == of_milliseconds_since_1970) return since_1970(text.substr(0, of_seconds_since_1970));
  }
  const std::size_t figures = of_day + clock.size();
  if (!all_digits(clock) || (figures != of_day && figures != of_minute && figures != of_second))
    return std::nullopt;
  return with_marks(day, clock);
}

}  // namespace fasti
