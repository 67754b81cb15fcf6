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
// `mod` is TIMEX3's modifier and narrows or widens: START, MID, END take the first, middle, last third;
// APPROX marks the range approximate; BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER open an end.
std::optional<DateRange> value_range(std::string_view value, std::string_view mod = "");

// The value that names a unit of the calendar: value_of({year 2020, month 9 …}) and so on.
std::string value_of_day(Day);                    // 2020-09-28
std::string value_of_month(int year, int month);  // 2020-09
std::string value_of_year(int year);              // 2020, 0476; BC0490 before year 1
std::string value_of_week(const IsoWeek&);        // 2021-W38

// The days or months that a duration measures: "P10D", "P2W", "P1Y", "PT3H". PX… has no length.
struct Length {
  int months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
};
std::optional<Length> length_of(std::string_view value);
DateRange shifted(const DateRange&, const Length&, int sign);  // both ends moved; granularity kept

}  // namespace fasti
