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
  second, minute, hour, day_part, day, weekend, week, month, season, quarter, half_year, year, decade, century,
  millennium, span, unknown
};
std::string_view to_string(Granularity);  // "second", "day-part", "half-year" …
std::optional<Granularity> granularity_from(std::string_view);

struct DateRange {
  Moment earliest = 0;  // both inclusive
  Moment latest = 0;
  Granularity granularity = Granularity::unknown;
  bool approximate = false;  // "about 1850"
  bool open_start = false;   // "until May 2020": earliest is then the least Moment we can write
  bool open_end = false;     // "since May 2020"
  bool operator==(const DateRange&) const = default;
};

// Makers. Dates must be valid.
DateRange range_of_day(Day);
DateRange range_of_days(Day first, Day last, Granularity);  // whole days
DateRange range_of_month(int year, int month);
DateRange range_of_year(int year);
DateRange before(const DateRange&);  // open start, ends just before the range begins
DateRange since(const DateRange&);   // begins with the range, open end

Day first_day(const DateRange&);
Day last_day(const DateRange&);
std::int64_t days_covered(const DateRange&);  // 1 for a day and for anything within one

// How two dates stand to each other.
bool meet(const DateRange&, const DateRange&);                  // share a second: they can both be right
bool covers(const DateRange& outer, const DateRange& inner);    // every second of inner is in outer
std::optional<DateRange> intersection(const DateRange&, const DateRange&);  // the finer granularity is kept
DateRange hull(const DateRange&, const DateRange&);             // the least range that covers both
std::int64_t days_apart(const DateRange&, const DateRange&);    // 0 where they meet, else days between the near ends
bool finer(const DateRange&, const DateRange&);                 // a covers fewer seconds than b

// ISO 8601 of the first and the last day: "2020-09-28"; to the minute, "2011-12-01T20:23", where the range is
// finer than a day. Years before 1 are written -0206 (= 207 BC). Open ends give "".
std::string earliest_text(const DateRange&);
std::string latest_text(const DateRange&);

}  // namespace fasti
