#include "calendar/units.h"

namespace fasti {
namespace {

bool is_start_of_day(Moment m) { return m == start_of(day_of_moment(m)); }
bool is_end_of_day(Moment m) { return m == end_of(day_of_moment(m)); }

std::optional<DateRange> range_if_inside(Day first, Day last, Granularity granularity) {
  if (first < least_day || last > greatest_day || first > last) return std::nullopt;
  return range_of_days(first, last, granularity);
}

}  // namespace

std::optional<DateRange> range_of_months(int year, int month, int count, Granularity granularity) {
  if (!is_valid(Civil{year, month, 1}) || count < 1) return std::nullopt;
  const std::int64_t last = std::int64_t{year} * 12 + (month - 1) + count - 1;
  if (last >= 10'000 * 12) return std::nullopt;
  const Civil last_month = civil_of(add_months(day_of({year, month, 1}), count - 1));
  const int days = days_in_month(last_month.year, last_month.month);
  return range_of_days(day_of({year, month, 1}), day_of({last_month.year, last_month.month, days}),
                       granularity);
}

std::optional<DateRange> range_of_years(int first, int last, Granularity granularity) {
  if (first > last || !is_valid(Civil{first, 1, 1}) || !is_valid(Civil{last, 1, 1})) return std::nullopt;
  return range_of_days(day_of({first, 1, 1}), day_of({last, 12, 31}), granularity);
}

std::optional<DateRange> range_of_season(int year, int season) {
  if (season < 1 || season > 4) return std::nullopt;
  return range_of_months(year, season * 3, 3, Granularity::season);
}

std::optional<DateRange> range_of_quarter(int year, int quarter) {
  if (quarter < 1 || quarter > 4) return std::nullopt;
  return range_of_months(year, quarter * 3 - 2, 3, Granularity::quarter);
}

std::optional<DateRange> range_of_half_year(int year, int half) {
  if (half < 1 || half > 2) return std::nullopt;
  return range_of_months(year, half * 6 - 5, 6, Granularity::half_year);
}

std::optional<DateRange> range_of_week(const IsoWeek& week) {
  if (!is_valid(week)) return std::nullopt;
  const Day monday = monday_of(week);
  return range_if_inside(monday, monday + 6, Granularity::week);
}

std::optional<DateRange> range_of_weekend(const IsoWeek& week) {
  if (!is_valid(week)) return std::nullopt;
  const Day monday = monday_of(week);
  return range_if_inside(monday + 5, monday + 6, Granularity::weekend);
}

bool has_clock(const DateRange& r) {
  switch (r.granularity) {
    case Granularity::second:
    case Granularity::minute:
    case Granularity::hour:
      return true;
    case Granularity::span:
    case Granularity::unknown:
      return !is_whole_days(r);
    default:
      return false;
  }
}

bool is_whole_days(const DateRange& r) { return is_start_of_day(r.earliest) && is_end_of_day(r.latest); }

bool is_whole_months(const DateRange& r) {
  return is_whole_days(r) && civil_of(first_day(r)).day == 1 &&
         (last_day(r) == greatest_day || civil_of(last_day(r) + 1).day == 1);
}

bool is_whole_years(const DateRange& r) {
  return is_whole_months(r) && civil_of(first_day(r)).month == 1 && civil_of(last_day(r)).month == 12;
}

Granularity end_unit(const DateRange& r) {
  if (r.granularity >= Granularity::year && is_whole_years(r)) return Granularity::year;
  if (r.granularity >= Granularity::month && is_whole_months(r)) return Granularity::month;
  if (!has_clock(r)) return Granularity::day;
  const bool minutes = limited_moment(r.earliest) % 60 == 0 && (limited_moment(r.latest) + 1) % 60 == 0;
  return minutes ? Granularity::minute : Granularity::second;
}

}  // namespace fasti
