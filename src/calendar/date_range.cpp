#include "calendar/date_range.h"

#include <algorithm>
#include <array>

#include "calendar/iso_text.h"
#include "calendar/units.h"

namespace fasti {
namespace {

// In the order of the enum.
constexpr std::array<std::string_view, 17> granularity_names = {
    "second",  "minute",    "hour", "day-part", "day",     "weekend",    "week", "month",  "season",
    "quarter", "half-year", "year", "decade",   "century", "millennium", "span", "unknown"};
static_assert(static_cast<std::size_t>(Granularity::unknown) + 1 == granularity_names.size());

bool same_ends(const DateRange& a, const DateRange& b) {
  return a.earliest == b.earliest && a.latest == b.latest;
}

// Names what came out of two ranges: as the one that it equals (the finer unit, if both), else as a span.
DateRange named_after(DateRange result, const DateRange& a, const DateRange& b) {
  const bool is_a = same_ends(result, a);
  const bool is_b = same_ends(result, b);
  if (is_a && is_b) {
    result.granularity = std::min(a.granularity, b.granularity);
    result.approximate = a.approximate && b.approximate;
  } else if (is_a || is_b) {
    result.granularity = is_a ? a.granularity : b.granularity;
    result.approximate = is_a ? a.approximate : b.approximate;
  } else {
    result.granularity = Granularity::span;
    result.approximate = a.approximate || b.approximate;
  }
  return result;
}

std::int64_t seconds_covered(const DateRange& r) {
  return limited_moment(r.latest) - limited_moment(r.earliest);
}

}  // namespace

std::string_view to_string(Granularity g) { return granularity_names.at(static_cast<std::size_t>(g)); }

std::optional<Granularity> granularity_from(std::string_view name) {
  const auto* found = std::find(granularity_names.begin(), granularity_names.end(), name);
  if (found == granularity_names.end()) return std::nullopt;
  return static_cast<Granularity>(found - granularity_names.begin());
}

DateRange range_of_day(Day day) { return range_of_days(day, day, Granularity::day); }

DateRange range_of_days(Day first, Day last, Granularity granularity) {
  DateRange r;
  r.earliest = start_of(first);
  r.latest = end_of(last);
  r.granularity = granularity;
  return r;
}

DateRange range_of_month(int year, int month) {
  return range_of_days(day_of({year, month, 1}), day_of({year, month, days_in_month(year, month)}),
                       Granularity::month);
}

DateRange range_of_year(int year) {
  return range_of_days(day_of({year, 1, 1}), day_of({year, 12, 31}), Granularity::year);
}

DateRange since(const DateRange& r) {
  DateRange result = r;
  result.latest = greatest_moment;
  result.open_end = true;
  return result;
}

DateRange until(const DateRange& r) {
  DateRange result = r;
  result.earliest = least_moment;
  result.open_start = true;
  return result;
}

DateRange before(const DateRange& r) {
  DateRange result = until(r);
  result.latest = limited_moment(limited_moment(r.earliest) - 1);
  result.open_end = false;
  return result;
}

DateRange after(const DateRange& r) {
  DateRange result = since(r);
  result.earliest = limited_moment(limited_moment(r.latest) + 1);
  result.open_start = false;
  return result;
}

Day first_day(const DateRange& r) { return day_of_moment(r.earliest); }
Day last_day(const DateRange& r) { return day_of_moment(r.latest); }
std::int64_t days_covered(const DateRange& r) { return last_day(r) - first_day(r) + 1; }

bool meet(const DateRange& a, const DateRange& b) { return a.earliest <= b.latest && b.earliest <= a.latest; }

bool covers(const DateRange& outer, const DateRange& inner) {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest;
}

bool finer(const DateRange& a, const DateRange& b) { return seconds_covered(a) < seconds_covered(b); }

std::optional<DateRange> intersection(const DateRange& a, const DateRange& b) {
  if (!meet(a, b)) return std::nullopt;
  DateRange shared;
  shared.earliest = std::max(a.earliest, b.earliest);
  shared.latest = std::min(a.latest, b.latest);
  shared.open_start = a.open_start && b.open_start;
  shared.open_end = a.open_end && b.open_end;
  return named_after(shared, a, b);
}

DateRange hull(const DateRange& a, const DateRange& b) {
  DateRange both;
  both.earliest = std::min(a.earliest, b.earliest);
  both.latest = std::max(a.latest, b.latest);
  both.open_start = a.open_start || b.open_start;
  both.open_end = a.open_end || b.open_end;
  return named_after(both, a, b);
}

std::int64_t days_apart(const DateRange& a, const DateRange& b) {
  if (meet(a, b)) return 0;
  return a.latest < b.earliest ? first_day(b) - last_day(a) : first_day(a) - last_day(b);
}

std::string earliest_text(const DateRange& r) {
  if (r.open_start) return "";
  return has_clock(r) ? iso_minute(r.earliest) : iso_day(first_day(r));
}

std::string latest_text(const DateRange& r) {
  if (r.open_end) return "";
  return has_clock(r) ? iso_minute(r.latest) : iso_day(last_day(r));
}

}  // namespace fasti
