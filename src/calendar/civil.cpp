#include "calendar/civil.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace fasti {
namespace {

namespace chr = std::chrono;

constexpr int least_year = -9999;
constexpr int greatest_year = 9999;

constexpr Day day_number(int year, unsigned month, unsigned day) {
  return chr::sys_days{chr::year{year} / chr::month{month} / chr::day{day}}.time_since_epoch().count();
}
static_assert(day_number(least_year, 1, 1) == least_day);
static_assert(day_number(greatest_year, 12, 31) == greatest_day);

bool is_month(int year, int month) {
  return year >= least_year && year <= greatest_year && month >= 1 && month <= 12;
}

// ISO 8601: week 1 is the week of 4 January. May lie outside the calendar, so it asks nothing of the limits.
Day monday_of_week_one(int year) {
  const Day fourth = day_number(year, 1, 4);
  return fourth - (weekday_of(fourth) - 1);
}

}  // namespace

bool is_valid(const Civil& c) { return c.day >= 1 && c.day <= days_in_month(c.year, c.month); }

int days_in_month(int year, int month) {
  if (!is_month(year, month)) return 0;
  const auto last = chr::year{year} / chr::month{static_cast<unsigned>(month)} / chr::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Day day_of(const Civil& c) {
  assert(is_valid(c));
  return limited_day(day_number(c.year, static_cast<unsigned>(c.month), static_cast<unsigned>(c.day)));
}

Civil civil_of(Day day) {
  const chr::year_month_day ymd{chr::sys_days{chr::days{limited_day(day)}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int weekday_of(Day day) {
  // Some way beyond the ends, so that weeks which straddle them still know their weekdays.
  day = std::clamp(day, least_day - 1000, greatest_day + 1000);
  return static_cast<int>(((day + 3) % 7 + 7) % 7) + 1;  // 1970-01-01 was a Thursday
}

IsoWeek iso_week_of(Day day) {
  day = limited_day(day);
  const Day thursday = day - weekday_of(day) + 4;  // a week belongs to the year of its Thursday
  const int year = static_cast<int>(chr::year_month_day{chr::sys_days{chr::days{thursday}}}.year());
  return {year, static_cast<int>((thursday - monday_of_week_one(year)) / 7) + 1};
}

bool is_valid(const IsoWeek& w) {
  if (w.year < least_year || w.year > greatest_year || w.week < 1 || w.week > 53) return false;
  return monday_of_week_one(w.year) + 7 * (w.week - 1) < monday_of_week_one(w.year + 1);
}

Day monday_of(const IsoWeek& w) {
  assert(is_valid(w));
  return monday_of_week_one(std::clamp(w.year, least_year, greatest_year)) +
         7 * (std::clamp(w.week, 1, 53) - 1);
}

Day add_months(Day day, int months) {
  const Civil c = civil_of(day);
  const std::int64_t index = std::int64_t{c.year} * 12 + (c.month - 1) + months;
  if (index < std::int64_t{least_year} * 12) return least_day;
  if (index >= std::int64_t{greatest_year + 1} * 12) return greatest_day;
  const int month = static_cast<int>((index % 12 + 12) % 12) + 1;
  const int year = static_cast<int>((index - (month - 1)) / 12);
  return day_of({year, month, std::min(c.day, days_in_month(year, month))});
}

Day day_of_moment(Moment m) {
  m = limited_moment(m);
  return (m - (m % seconds_per_day + seconds_per_day) % seconds_per_day) / seconds_per_day;
}

Moment start_of(Day day) { return limited_day(day) * seconds_per_day; }
Moment end_of(Day day) { return start_of(day) + seconds_per_day - 1; }
Day limited_day(Day day) { return std::clamp(day, least_day, greatest_day); }
Moment limited_moment(Moment m) { return std::clamp(m, least_moment, greatest_moment); }

}  // namespace fasti
