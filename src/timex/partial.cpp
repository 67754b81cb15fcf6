#include "timex/partial.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "calendar/timex_value.h"

namespace fasti {

namespace {

constexpr std::string_view missing_year = "XXXX";
constexpr std::string_view missing_week = "XXXX-WXX-";
constexpr std::string_view missing_month = "XXXX-XX-";
constexpr std::string_view missing_century = "XX";
constexpr std::string_view missing_era = "BC?";
constexpr long farthest_shift = 20'000;  // units; beyond it a count is no date
constexpr int years_to_each_side =
    7;  // a weekday falls on each date of the year at least once in eleven years, mostly in seven
constexpr int weeks_to_each_side = 2;
constexpr int months_to_each_side = 6;
constexpr int centuries_to_each_side = 2;
constexpr std::size_t day_value_length = 10;  // 2021-09-29

std::optional<HolidayFormula> formula_of(std::string_view name, const RuleSet& rules) {
  const auto named = rules.holidays.find(name);
  return named == rules.holidays.end() ? parse_holiday(name) : named->second;
}

// "(christmas)" -> 12-25 in that year, "(05/1/1)" -> its first Monday of May
std::optional<std::string> holiday_value(std::string_view name, int year, const RuleSet& rules) {
  const auto formula = formula_of(name, rules);
  const auto day = formula ? holiday_in(*formula, year) : std::nullopt;
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

// Years in parts: twelve months, four quarters, two halves.
struct YearPart {
  int year = 0;
  int part = 0;  // from one
};
YearPart shifted_part(const Civil& from, long count, int parts_a_year) {
  const long here =
      from.year * static_cast<long>(parts_a_year) + (from.month - 1) / (12 / parts_a_year) + count;
  const long year = floor_to(here, parts_a_year) / parts_a_year;
  return {static_cast<int>(year), static_cast<int>(here - year * parts_a_year) + 1};
}

// The decade or the century of a year: (1998, 10) -> 199, (-479, 10) -> BC048, the 480s BC.
std::string value_of_years(long year, long length) {
  const int digits = length == 10 ? 3 : 2;
  if (year > 0) return fmt::format("{:0{}}", year / length, digits);
  return fmt::format("BC{:0{}}", (1 - year) / length, digits);
}

// "T0735" -> "T07:35", as armies and airports write it
std::string time_of_day(std::string_view time) {
  std::string text(time);
  const bool four_digits = text.size() >= 5 && std::all_of(text.begin() + 1, text.begin() + 5,
                                                           [](char c) { return c >= '0' && c <= '9'; });
  if (four_digits) text.insert(3, ":");
  return text;
}

// "2020-03-06~W" -> 2020-03-06, and W
std::string_view take_week(std::string_view text, Partial& partial) {
  const std::size_t sign = text.rfind('~');
  if (sign == std::string_view::npos) return text;
  const std::string_view unit = text.substr(sign + 1);
  if (unit != "W" && unit != "WE") return text;
  partial.week_of = unit;
  return text.substr(0, sign);
}

// Takes the endings ~W and T… off a form that is not complete by itself.
std::string_view take_endings(std::string_view text, Partial& partial) {
  text = take_week(text, partial);
  // A name in brackets may hold any letter; the units of the clock stand right behind the count.
  const std::size_t bracket = text.rfind(')');
  const std::size_t from = bracket == std::string_view::npos ? 1 : bracket;
  const std::size_t t = text.find('T', from);
  if (t == std::string_view::npos) return text;
  const std::string_view time = text.substr(t);
  if (text.front() == '@' && (time == "TH" || time == "TM" || time == "TS")) return text;
  partial.time = time_of_day(time);
  return text.substr(0, t);
}

void parse_shift(std::string_view text, Partial& partial) {
  if (text == "@=") {
    partial.kind = Partial::Kind::shifted;
    partial.unit = "=";
    return;
  }
  const std::size_t digits = text.size() > 1 && text[1] == '+' ? 2 : 1;
  const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), partial.count);
  if (error != std::errc() || std::abs(partial.count) > farthest_shift) return;
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const std::size_t dash = std::min(rest.find('-'), rest.size());
  partial.unit = rest.substr(0, dash);
  partial.inside = rest.substr(dash);
  partial.kind = Partial::Kind::shifted;
}

void add_reading(std::vector<DateReading>& readings, std::string value) {
  if (const auto range = value_range(value)) readings.push_back({std::move(value), *range});
}

std::vector<DateReading> weeks_near(std::string_view place, Day day) {
  std::vector<DateReading> readings;
  const Day monday = day - (weekday_of(day) - 1);
  for (int week = -weeks_to_each_side; week <= weeks_to_each_side; ++week) {
    const Day start = monday + 7 * week;
    if (place == "WE")
      add_reading(readings, value_of_week(iso_week_of(start)) + "-WE");
    else if (place.size() == 1 && place[0] >= '1' && place[0] <= '7')
      add_reading(readings, value_of_day(start + (place[0] - '0') - 1));
  }
  return readings;
}

std::vector<DateReading> months_near(std::string_view day_of_month, Day day) {
  std::vector<DateReading> readings;
  for (int month = -months_to_each_side; month <= months_to_each_side; ++month)
    add_reading(readings, fmt::format("{}-{}", shifted_value(day, month, "M"), day_of_month));
  return readings;
}

// "60-09" or "6": the last digits of a year or a decade, and what follows them.
std::vector<DateReading> centuries_near(std::string_view rest, Day day) {
  std::vector<DateReading> readings;
  const int century = static_cast<int>(floor_to(civil_of(day).year, 100) / 100);
  for (int c = century - centuries_to_each_side; c <= century + centuries_to_each_side; ++c)
    if (c > 0) add_reading(readings, fmt::format("{:02}{}", c, rest));
  return readings;
}

}  // namespace

bool names_holiday(std::string_view value) {
  const auto name = name_in_brackets(value.substr(0, value.find(')') + 1));
  return name && name->find('/') == std::string_view::npos;
}

Partial parse_partial(std::string_view text) {
  Partial partial;
  partial.value = text;
  if (text.empty()) return partial;
  const bool directed = text.front() == '<' || text.front() == '=' || text.front() == '>';
  const bool missing = directed || text.starts_with(missing_century) || text.starts_with(missing_era);
  if (!missing && text.front() != '@') {
    partial.value = take_week(text, partial);
    const std::size_t t = partial.value.find('T', day_value_length - 2);
    if (t != std::string::npos)
      partial.value = partial.value.substr(0, t) + time_of_day(partial.value.substr(t));
    return partial;
  }
  const std::string_view whole = text;
  text = take_endings(text, partial);
  if (missing) {
    partial.kind = Partial::Kind::missing;
    if (directed) partial.direction = text.front();
    partial.value = text.substr(directed ? 1 : 0);
  } else {
    parse_shift(text, partial);
    if (partial.kind == Partial::Kind::complete) partial.value = whole;
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

std::string without_formula(const std::string& missing, const RuleSet& rules) {
  const auto name = name_in_brackets(missing);
  if (!name) return missing;
  const auto formula = formula_of(*name, rules);
  if (const auto* fixed = formula ? std::get_if<FixedDay>(&*formula) : nullptr)
    return fmt::format("{}-{:02}-{:02}", missing_year, fixed->month, fixed->day);
  if (const auto* nth = formula ? std::get_if<NthWeekday>(&*formula) : nullptr)
    return fmt::format("{}-{:02}", missing_year, nth->month);
  return std::string(missing_year);
}

std::vector<DateReading> readings_near(std::string_view missing, Day day, const RuleSet& rules) {
  if (missing.starts_with(missing_week)) return weeks_near(missing.substr(missing_week.size()), day);
  if (missing.starts_with(missing_month)) return months_near(missing.substr(missing_month.size()), day);
  std::vector<DateReading> readings;
  if (missing.starts_with(missing_era)) {
    const std::string year(missing.substr(missing_era.size()));
    add_reading(readings, "BC" + year);
    add_reading(readings, year);
    return readings;
  }
  if (!missing.starts_with(missing_century)) return readings;  // no form of ours
  if (!missing.starts_with(missing_year)) return centuries_near(missing.substr(missing_century.size()), day);
  const int year = civil_of(day).year;
  for (int y = year - years_to_each_side; y <= year + years_to_each_side; ++y)
    if (const auto value = value_in_year(missing, y, rules)) add_reading(readings, *value);
  return readings;
}

std::string shifted_value(Day day, long count, std::string_view unit) {
  const Civil from = civil_of(day);
  if (unit == "D") return value_of_day(day + count);
  if (unit == "W") return value_of_week(iso_week_of(day + 7 * count));
  if (unit == "WE") return value_of_week(iso_week_of(day + 7 * count)) + "-WE";
  if (unit == "Y") return value_of_year(static_cast<int>(from.year + count));
  if (unit == "DE") return value_of_years(from.year + 10 * count, 10);
  if (unit == "CE") return value_of_years(from.year + 100 * count, 100);
  if (unit == "M") {
    const YearPart month = shifted_part(from, count, 12);
    return value_of_month(month.year, month.part);
  }
  const bool quarter = unit == "Q";
  if (!quarter && unit != "H1") return "";
  const YearPart part = shifted_part(from, count, quarter ? 4 : 2);
  return fmt::format("{}-{}{}", value_of_year(part.year), quarter ? 'Q' : 'H', part.part);
}

std::string shifted_value(Day day, const Partial& partial, const RuleSet& rules) {
  const std::string unit = shifted_value(day, partial.count, partial.unit);
  if (partial.inside.empty() || unit.empty()) return unit;
  if (partial.unit == "Y") {
    const int year = static_cast<int>(civil_of(day).year + partial.count);
    return value_in_year("XXXX" + partial.inside, year, rules).value_or("");
  }
  if (const auto nth = name_in_brackets(partial.inside)) {
    const Civil month = civil_of(first_day(*value_range(unit)));
    return holiday_value(fmt::format("{}/{}", month.month, *nth), month.year, rules).value_or("");
  }
  const auto place = value_range(unit + partial.inside);
  if (!place) return "";
  return place->granularity == Granularity::day ? value_of_day(first_day(*place)) : unit + partial.inside;
}

std::string value_of_range(const DateRange& range) {
  const Civil first = civil_of(first_day(range));
  if (days_covered(range) == 1) return value_of_day(first_day(range));
  if (range.granularity == Granularity::month) return value_of_month(first.year, first.month);
  if (range.granularity == Granularity::year) return value_of_year(first.year);
  return "";
}

std::string shifted_moment(Moment moment, long count, std::string_view unit) {
  const Moment seconds = unit == "TH" ? 3600 : unit == "TM" ? 60 : 1;
  const Moment there = limited_moment(moment + count * seconds);
  const Moment in_day = there - start_of(day_of_moment(there));
  std::string value =
      fmt::format("{}T{:02}:{:02}", value_of_day(day_of_moment(there)), in_day / 3600, in_day / 60 % 60);
  return unit == "TS" ? value + fmt::format(":{:02}", in_day % 60) : value;
}

std::string with_ending(std::string value, const Partial& partial) {
  const auto range = value_range(value);
  if (!range || range->granularity != Granularity::day) return value;
  if (!partial.week_of.empty())
    return value_of_week(iso_week_of(first_day(*range))) + (partial.week_of == "WE" ? "-WE" : "");
  return value.size() >= day_value_length ? value + partial.time : value;
}

}  // namespace fasti
