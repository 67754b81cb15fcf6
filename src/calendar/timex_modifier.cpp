#include "calendar/timex_value.h"
#include "calendar/units.h"

namespace fasti {
namespace {

int months_in(const DateRange& r) {  // the range must be whole months
  const Civil first = civil_of(first_day(r));
  const Civil last = civil_of(last_day(r));
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

DateRange third_of_months(const DateRange& r, int nth) {
  const int months = months_in(r);
  const Day start = first_day(r);
  DateRange third = r;
  third.earliest = start_of(add_months(start, months * nth / 3));
  if (nth < 2) third.latest = start_of(add_months(start, months * (nth + 1) / 3)) - 1;
  return third;
}

// In units of `unit` seconds, of which the range has at least three.
DateRange third_of_units(const DateRange& r, int nth, std::int64_t unit) {
  const std::int64_t units = (r.latest - r.earliest + 1) / unit;
  DateRange third = r;
  third.earliest = r.earliest + units * nth / 3 * unit;
  if (nth < 2) third.latest = r.earliest + units * (nth + 1) / 3 * unit - 1;
  return third;
}

// nth 0 the first, 1 the middle, 2 the last.
DateRange third_of(DateRange r, int nth) {
  if (r.open_start || r.open_end) return r;  // "early since 2010" has no thirds
  r.earliest = limited_moment(r.earliest);
  r.latest = limited_moment(r.latest);
  if (is_whole_months(r) && months_in(r) >= 3) {
    DateRange third = third_of_months(r, nth);
    third.granularity = Granularity::span;
    return third;
  }
  if (is_whole_days(r) && days_covered(r) >= 3) {
    DateRange third = third_of_units(r, nth, seconds_per_day);
    third.granularity = Granularity::span;
    return third;
  }
  if (r.latest - r.earliest < 3) return r;
  DateRange third = third_of_units(r, nth, 1);
  third.granularity = days_covered(r) == 1 ? Granularity::day_part : Granularity::span;
  return third;
}

}  // namespace

DateRange modified(const DateRange& r, std::string_view mod) {
  if (mod == "START") return third_of(r, 0);
  if (mod == "MID") return third_of(r, 1);
  if (mod == "END") return third_of(r, 2);
  if (mod == "BEFORE") return before(r);
  if (mod == "AFTER") return after(r);
  if (mod == "ON_OR_BEFORE") return until(r);
  if (mod == "ON_OR_AFTER") return since(r);
  DateRange result = r;
  if (mod == "APPROX") result.approximate = true;
  return result;
}

}  // namespace fasti
