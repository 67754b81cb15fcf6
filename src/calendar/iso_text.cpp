#include "calendar/iso_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace fasti {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int second_of_day(Moment m) { return static_cast<int>(limited_moment(m) - start_of(day_of_moment(m))); }

std::optional<int> take_sixty(std::string_view& text) {  // ":30"
  std::string_view rest = text;
  if (!take(rest, ":")) return std::nullopt;
  const auto n = take_digits(rest, 2);
  if (!n || *n > 59) return std::nullopt;
  text = rest;
  return n;
}

}  // namespace

std::string iso_year(int year) { return fmt::format("{}{:04}", year < 0 ? "-" : "", std::abs(year)); }
std::string iso_month(int year, int month) { return fmt::format("{}-{:02}", iso_year(year), month); }

std::string iso_day(Day day) {
  const Civil c = civil_of(day);
  return fmt::format("{}-{:02}", iso_month(c.year, c.month), c.day);
}

std::string iso_hour(Moment m) {
  return fmt::format("{}T{:02}", iso_day(day_of_moment(m)), second_of_day(m) / 3600);
}
std::string iso_minute(Moment m) { return fmt::format("{}:{:02}", iso_hour(m), second_of_day(m) / 60 % 60); }
std::string iso_second(Moment m) { return fmt::format("{}:{:02}", iso_minute(m), second_of_day(m) % 60); }

std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (count == 0 || count > 9 || text.size() < count) return std::nullopt;
  const std::string_view digits = text.substr(0, count);
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<ClockTime> take_clock(std::string_view& text) {
  std::string_view rest = text;
  const auto hour = take_digits(rest, 2);
  if (!hour || *hour > 24) return std::nullopt;
  const auto minute = take_sixty(rest);
  const auto second = minute ? take_sixty(rest) : std::nullopt;
  const ClockTime clock{*hour * 3600 + minute.value_or(0) * 60 + second.value_or(0),
                        second ? 1 : (minute ? 60 : 3600)};
  if (clock.seconds > seconds_per_day) return std::nullopt;
  text = rest;
  return clock;
}

}  // namespace fasti
