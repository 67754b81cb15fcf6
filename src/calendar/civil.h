// Civil dates as day numbers, in the proleptic Gregorian calendar, for years -9999 to 9999 (year 0 is 1 BC).
//
// std::chrono's calendar types do the arithmetic here, because Boost.DateTime knows only the years 1400 to
// 9999 and accepts malformed text; Boost computes the movable holidays (holiday.h), where its range suffices.
#pragma once

#include <cstdint>

namespace fasti {

using Day = std::int64_t;     // days since 1970-01-01
using Moment = std::int64_t;  // seconds since 1970-01-01T00:00:00 of the civil clock, no time zone

inline constexpr std::int64_t seconds_per_day = 86'400;

// The ends of the calendar. Nothing leaves them: results that would are set to the nearer end, so that no
// number out of a text, however large, can overflow. An open range ends here.
inline constexpr Day least_day = -4'371'587;                                         // -9999-01-01
inline constexpr Day greatest_day = 2'932'896;                                       // 9999-12-31
inline constexpr Moment least_moment = least_day * seconds_per_day;                  // -9999-01-01T00:00:00
inline constexpr Moment greatest_moment = (greatest_day + 1) * seconds_per_day - 1;  // 9999-12-31T23:59:59

struct Civil {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  bool operator==(const Civil&) const = default;
};

struct IsoWeek {
  int year = 1970;
  int week = 1;  // 1 to 53
  bool operator==(const IsoWeek&) const = default;
};

bool is_valid(const Civil&);             // 2015-02-29 is not, nor is the year 10000
bool is_valid(const IsoWeek&);           // 2021-W53 is not
int days_in_month(int year, int month);  // days_in_month(2020, 2) == 29; 0 where there is no such month
Day day_of(const Civil&);                // day_of({1970, 1, 2}) == 1; the date must be valid
Civil civil_of(Day);                     // the inverse
int weekday_of(Day);                     // 1 Monday to 7 Sunday, as ISO 8601 counts
IsoWeek iso_week_of(Day);                // 2021-01-01 is in {2020, 53}
Day monday_of(const IsoWeek&);           // the week must be valid; {-9999, 1} may begin in the year before
Day add_months(Day, int months);  // the last day of a shorter month: 2020-01-31 + 1 month is 2020-02-29

Day day_of_moment(Moment);  // rounds down, also before 1970
Moment start_of(Day);       // its first second
Moment end_of(Day);         // its last second
Day limited_day(Day);       // the day itself, or the nearer end of the calendar
Moment limited_moment(Moment);

}  // namespace fasti
