// A date as sources give it: never more precise than they said. A day, a month, "late May" and "since 2010"
// are all a first and a last possible second, with the granularity that was meant.
//
//   "28 September 2020"  -> earliest 2020-09-28T00:00:00, latest 2020-09-28T23:59:59, Granularity::day
//   "2020"               -> earliest 2020-01-01T00:00:00, latest 2020-12-31T23:59:59, Granularity::year
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/civil.h"

namespace fasti {

// From fine to coarse. `span` is a stretch that is no unit of the calendar, such as 3 to 5 May.
enum class Granularity {
  second,
  minute,
  hour,
  day_part,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half_year,
  year,
  decade,
  century,
  millennium,
  span,
  unknown
};
std::string_view to_string(Granularity);  // "second", "day-part", "half-year" …
std::optional<Granularity> granularity_from(std::string_view);

struct DateRange {
  Moment earliest = 0;  // both inclusive
  Moment latest = 0;
  Granularity granularity = Granularity::unknown;
  bool approximate = false;  // "about 1850"
  bool open_start = false;   // "until May 2020": earliest is then least_moment
  bool open_end = false;     // "since May 2020": latest is then greatest_moment
  bool operator==(const DateRange&) const = default;
};

// Makers. Dates must be valid. More units (weeks, seasons, decades …) are in units.h.
DateRange range_of_day(Day);
DateRange range_of_days(Day first, Day last, Granularity);  // whole days
DateRange range_of_month(int year, int month);
DateRange range_of_year(int year);
DateRange before(const DateRange&);  // open start, ends just before the range begins
DateRange since(const DateRange&);   // begins with the range, open end
DateRange until(const DateRange&);   // open start, ends with the range
DateRange after(const DateRange&);   // begins just after the range, open end

Day first_day(const DateRange&);
Day last_day(const DateRange&);
std::int64_t days_covered(const DateRange&);  // 1 for a day and for anything within one

// How two dates stand to each other.
bool meet(const DateRange&, const DateRange&);                // share a second: they can both be right
bool covers(const DateRange& outer, const DateRange& inner);  // every second of inner is in outer
bool finer(const DateRange& a, const DateRange& b);           // a covers fewer seconds than b

// What they share, and the least range that covers both. Where that is one of the two, its granularity is
// kept; else it is a `span`, since a piece of a month is no month.
//   "September 2020" and "28 September 2020" -> the day
//   the week 2020-W01 and "2020" -> 1 to 5 January, a span
std::optional<DateRange> intersection(const DateRange&, const DateRange&);
DateRange hull(const DateRange&, const DateRange&);

// 0 where they meet, else the days between the near ends: 28 and 30 September are 2 apart. Two clock times of
// one day are 0 apart and do not meet.
std::int64_t days_apart(const DateRange&, const DateRange&);

// ISO 8601 of the first and the last day: "2020-09-28"; to the minute, "2011-12-01T20:23", where the source
// gave a clock time (not for a part of a day, whose hours are our guess). Years before 1 are written -0206 (=
// 207 BC). Open ends give "".
std::string earliest_text(const DateRange&);
std::string latest_text(const DateRange&);

}  // namespace fasti
