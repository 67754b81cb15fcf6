// TIMEX3 values (TimeML 1.2.1, as annotated in TimeBank) and the stretch of time that each names.
//
//   2020-09-30  2020-09  2020  202 (decade)  20 (century)  2021-W38  2021-W38-WE  2021-SU  2021-Q3  2021-H1
//   2020-09-30T14:30  2020-09-30TMO (MO AF EV NI MI DT)  BC0490  -0489
// Values without a place in time (P10D, PXW, XXXX-09-28, PRESENT_REF) have no range.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/date_range.h"

namespace fasti {

// value_range("2020-09") is September 2020; value_range("2020-02-30"), value_range("PXW") are nullopt.
//
// Winter begins in December of the year that is named: 1988-WI is December 1988 to February 1989. A clock
// time may end in a zone (Z, +02:00, -05), which must be well formed and is otherwise left aside: a range is
// civil time where it happened. T24:00 is midnight at the end of the day. FY1998 is taken as the calendar
// year 1998. Masks before our era count as their writers do: BC048 is the 480s BC, -048 the ISO years -489 to
// -480. The hours of a part of a day are the widest that the word allows, but never leave the day, night
// included.
std::optional<DateRange> value_range(std::string_view value, std::string_view mod = "");

// The range under TIMEX3's modifier: START, MID, END take the first, middle, last third (in whole months,
// days or seconds, whichever the range is made of); APPROX marks it approximate; BEFORE, AFTER, ON_OR_BEFORE,
// ON_OR_AFTER open an end. Others (MORE_THAN … measure durations) change nothing.
//   modified(September 2020, "END") is 21 to 30 September    modified(2010, "AFTER") begins with 2011
DateRange modified(const DateRange&, std::string_view mod);

// The value that names a unit of the calendar: value_of({year 2020, month 9 …}) and so on.
std::string value_of_day(Day);                    // 2020-09-28
std::string value_of_month(int year, int month);  // 2020-09
std::string value_of_year(int year);              // 2020, 0476; BC0490 before year 1
std::string value_of_week(const IsoWeek&);        // 2021-W38

// What a duration measures: "P10D", "P2W", "P1Y", "PT3H", "P1Y6M", "P1Q" (quarter), "P2E" or "P2DE"
// (decades), "P1C" or "P1CE" (centuries), "P1L" (millennium). PT36H stays 36 hours of seconds. A fraction is
// carried into the next field, a month being thirty days there: P1.5D is a day and 43,200 seconds; from a
// year on months are rounded. PX… has no length, nor has a number of more than nine digits.
struct Length {
  int months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  bool operator==(const Length&) const = default;
};
std::optional<Length> length_of(std::string_view value);

// Both ends moved, the granularity kept. Moved by months alone, whole months stay whole months (February + 1
// month is all of March); anything else keeps its length. Open ends stay open; nothing leaves the calendar.
DateRange shifted(const DateRange&, const Length&, int sign);  // sign 1 later, -1 earlier

}  // namespace fasti
