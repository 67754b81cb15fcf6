#include "timex/partial.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "calendar/timex_value.h"

namespace fasti {

namespace {

constexpr std::string_view missing_year = "XXXX";
constexpr std::string_view missing_week = "XXXX-WXX-";
constexpr long farthest_shift = 20'000;  // units; beyond it a count is no date
constexpr int years_to_each_side =
    7;  // a weekday falls on each date of the year at least once in eleven years, mostly in seven
constexpr int weeks_to_each_side = 2;

// "(christmas)" -> 12-25 in that year
std::optional<std::string> holiday_value(std::string_view name, int year, const RuleSet& rules) {
  const auto formula = rules.holidays.find(name);
  if (formula == rules.holidays.end()) return std::nullopt;
  const auto day = holiday_in(formula->second, year);
  return day ? std::optional(value_of_day(*day)) : std::nullopt;
}

std::optional<std::string_view> name_in_brackets(std::string_view value) {
  const std::size_t open = value.find('(');
  if (open == std::string_view::npos || !value.ends_with(')')) return std::nullopt;
  return value.substr(open + 1, value.size() - open - 2);
}

long floor_to(long value, long step) {
  return static_cast<long>(std::floor(static_cast<double>(value) / static_cast<double>(step))) * step;
}

std::string shifted_month(const Civil& from, long count) {
  const long months = from.year * 12L + from.month - 1 + count;
  const long year = floor_to(months, 12) / 12;
  return value_of_month(static_cast<int>(year), static_cast<int>(months - year * 12) + 1);
}

std::string shifted_quarter(const Civil& from, long count) {
  const long quarters = from.year * 4L + (from.month - 1) / 3 + count;
  const long year = floor_to(quarters, 4) / 4;
  return value_of_year(static_cast<int>(year)) + "-Q" + std::to_string(quarters - year * 4 + 1);
}

}  // namespace

Partial parse_partial(std::string_view text) {
  Partial partial;
  partial.value = text;
  if (text.empty()) return partial;
  if (text.front() == '<' || text.front() == '=' || text.front() == '>') {
    partial.direction = text.front();
    partial.value = text.substr(1);
    partial.kind = Partial::Kind::missing;
  } else if (text.starts_with(missing_year)) {
    partial.kind = Partial::Kind::missing;
  } else if (text.front() == '@') {
    const std::size_t digits = text.size() > 1 && text[1] == '+' ? 2 : 1;
    const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), partial.count);
    if (error != std::errc() || std::abs(partial.count) > farthest_shift) return partial;
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const std::size_t dash = std::min(rest.find('-'), rest.size());
    partial.unit = rest.substr(0, dash);
    partial.in_year = rest.substr(dash);
    partial.kind = Partial::Kind::shifted;
  }
  return partial;
}

std::optional<std::string> value_in_year(std::string_view missing, int year, const RuleSet& rules) {
  if (missing.starts_with(missing_week)) return std::nullopt;
  if (const auto name = name_in_brackets(missing)) return holiday_value(*name, year, rules);
  std::string value =
      value_of_year(year) + std::string(missing.substr(std::min(missing.size(), missing_year.size())));
  return value_range(value) ? std::optional(value) : std::nullopt;
}

std::vector<DateReading> readings_near(std::string_view missing, Day day, const RuleSet& rules) {
  std::vector<DateReading> readings;
  if (missing.starts_with(missing_week)) {
    const int weekday = missing.back() - '0';
    const Day monday = day - (weekday_of(day) - 1);
    for (int week = -weeks_to_each_side; week <= weeks_to_each_side; ++week) {
      const Day reading = monday + 7 * week + weekday - 1;
      readings.push_back({value_of_day(reading), range_of_day(reading)});
    }
    return readings;
  }
  const int year = civil_of(day).year;
  for (int y = year - years_to_each_side; y <= year + years_to_each_side; ++y)
    if (const auto value = value_in_year(missing, y, rules))
      if (const auto range = value_range(*value)) readings.push_back({*value, *range});
  return readings;
}

std::string shifted_value(Day day, long count, std::string_view unit) {
  const Civil from = civil_of(day);
  if (unit == "D") return value_of_day(day + count);
  if (unit == "W") return value_of_week(iso_week_of(day + 7 * count));
  if (unit == "WE") return value_of_week(iso_week_of(day + 7 * count)) + "-WE";
  if (unit == "M") return shifted_month(from, count);
  if (unit == "Q") return shifted_quarter(from, count);
  if (unit == "Y") return value_of_year(static_cast<int>(from.year + count));
  if (unit == "DE") return std::to_string((from.year + 10 * count) / 10);
  if (unit == "CE") return std::to_string((from.year + 100 * count) / 100);
  return "";
}

}  // namespace fasti
