#include "calendar/timex_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "calendar/iso_text.h"
#include "calendar/units.h"

namespace fasti {
namespace {

// The years that "1998", "199", "19", "1", "BC0490" or "-0489" stand for.
struct Years {
  int first = 0;
  int last = 0;
  Granularity granularity = Granularity::year;
};

constexpr std::array<Granularity, 4> granularity_by_digits = {Granularity::millennium, Granularity::century,
                                                              Granularity::decade, Granularity::year};

std::size_t leading_digits(std::string_view text) {
  const auto* end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
  return static_cast<std::size_t>(end - text.begin());
}

std::optional<Years> take_years(std::string_view& text) {
  take(text, "FY");
  const bool bc = take(text, "BC");
  const bool negative = !bc && take(text, "-");
  if (bc && text.starts_with("10000")) {  // the one year BC of five digits: ISO -9999
    text.remove_prefix(5);
    return Years{-9999, -9999, Granularity::year};
  }
  const std::size_t digits = leading_digits(text);
  if (digits < 1 || digits > 4) return std::nullopt;
  const int number = *take_digits(text, digits);
  int scale = 1;
  for (std::size_t i = digits; i < 4; ++i) scale *= 10;
  const Granularity granularity = granularity_by_digits[digits - 1];
  if (!bc && !negative) return Years{number * scale, number * scale + scale - 1, granularity};
  const int least = std::max(1, number * scale);  // there is no year 0 BC, and no -0000
  const int greatest = number * scale + scale - 1;
  if (least > greatest) return std::nullopt;
  if (bc) return Years{1 - greatest, 1 - least, granularity};
  return Years{-greatest, -least, granularity};
}

std::optional<DateRange> season_of(int year, std::string_view name) {
  constexpr std::array<std::string_view, 4> names = {"SP", "SU", "FA", "WI"};
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return range_of_season(year, static_cast<int>(found - names.begin()) + 1);
}

std::optional<DateRange> week_of(int year, std::string_view text) {  // "38", "38-WE", "38-3"
  const auto week = take_digits(text, 2);
  if (!week || !is_valid(IsoWeek{year, *week})) return std::nullopt;
  const IsoWeek iso{year, *week};
  if (text.empty()) return range_of_week(iso);
  if (text == "-WE") return range_of_weekend(iso);
  if (!take(text, "-")) return std::nullopt;
  const auto weekday = take_digits(text, 1);
  if (!weekday || !text.empty() || *weekday < 1 || *weekday > 7) return std::nullopt;
  const Day day = monday_of(iso) + *weekday - 1;
  if (day != limited_day(day)) return std::nullopt;
  return range_of_day(day);
}

std::optional<DateRange> month_or_day_of(int year, std::string_view text) {  // "09", "09-30"
  const auto month = take_digits(text, 2);
  if (!month || !is_valid(Civil{year, *month, 1})) return std::nullopt;
  if (text.empty()) return range_of_month(year, *month);
  if (!take(text, "-")) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || !text.empty() || !is_valid(Civil{year, *month, *day})) return std::nullopt;
  return range_of_day(day_of({year, *month, *day}));
}

// What stands before the T.
std::optional<DateRange> date_range_of(std::string_view text) {
  const auto years = take_years(text);
  if (!years) return std::nullopt;
  if (text.empty()) return range_of_years(years->first, years->last, years->granularity);
  if (years->granularity != Granularity::year || !take(text, "-")) return std::nullopt;
  const int year = years->first;
  if (const auto season = season_of(year, text)) return season;
  if (take(text, "W")) return week_of(year, text);
  if (text.size() == 2 && text[0] == 'Q') return range_of_quarter(year, text[1] - '0');
  if (text.size() == 2 && text[0] == 'H') return range_of_half_year(year, text[1] - '0');
  return month_or_day_of(year, text);
}

// Hours, the last one excluded. Wide where usage is: two in the morning is morning too.
struct DayPart {
  std::string_view name;
  int from;
  int to;
};
constexpr std::array<DayPart, 6> day_parts = {
    {{"MO", 0, 12}, {"MI", 11, 14}, {"AF", 12, 18}, {"EV", 17, 24}, {"NI", 18, 24}, {"DT", 6, 18}}};

std::optional<DateRange> part_of_day(Day day, std::string_view name) {
  const auto* found =
      std::find_if(day_parts.begin(), day_parts.end(), [&](const DayPart& p) { return p.name == name; });
  if (found == day_parts.end()) return std::nullopt;
  DateRange part = range_of_day(day);
  part.latest = part.earliest + found->to * 3600 - 1;
  part.earliest += found->from * 3600;
  part.granularity = Granularity::day_part;
  return part;
}

bool take_fraction_of_second(std::string_view& text) {
  if (!take(text, ".") && !take(text, ",")) return true;
  const std::size_t digits = leading_digits(text);
  text.remove_prefix(digits);
  return digits > 0;
}

bool is_zone_or_nothing(std::string_view text) {  // "", "Z", "-05", "+02:00", "+0200"
  if (text.empty() || text == "Z") return true;
  if (!take(text, "+") && !take(text, "-")) return false;
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 14) return false;
  if (text.empty()) return true;
  take(text, ":");
  const auto minutes = take_digits(text, 2);
  return minutes && *minutes <= 59 && text.empty();
}

std::optional<DateRange> clock_time(Day day, std::string_view text) {
  const auto clock = take_clock(text);
  if (!clock || (clock->width == 1 && !take_fraction_of_second(text))) return std::nullopt;
  if (!is_zone_or_nothing(text)) return std::nullopt;
  DateRange time;
  time.earliest = start_of(day) + clock->seconds;
  time.latest = time.earliest + clock->width - 1;
  time.granularity = clock->width == 1    ? Granularity::second
                     : clock->width == 60 ? Granularity::minute
                                          : Granularity::hour;
  if (time.latest > greatest_moment) return std::nullopt;  // 9999-12-31T24:00
  return time;
}

}  // namespace

std::optional<DateRange> value_range(std::string_view value, std::string_view mod) {
  const std::size_t t = value.find('T');
  auto range = date_range_of(value.substr(0, t));
  if (range && t != std::string_view::npos) {
    if (range->granularity != Granularity::day) return std::nullopt;
    const std::string_view time = value.substr(t + 1);
    const Day day = first_day(*range);
    range = part_of_day(day, time);
    if (!range) range = clock_time(day, time);
  }
  if (range) range = modified(*range, mod);
  return range;
}

std::string value_of_year(int year) {
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - std::int64_t{year});
}

std::string value_of_month(int year, int month) {
  return fmt::format("{}-{:02}", value_of_year(year), month);
}

std::string value_of_day(Day day) {
  const Civil c = civil_of(day);
  return fmt::format("{}-{:02}", value_of_month(c.year, c.month), c.day);
}

std::string value_of_week(const IsoWeek& w) {
  return fmt::format("{}-W{:02}", value_of_year(w.year), w.week);
}

}  // namespace fasti
