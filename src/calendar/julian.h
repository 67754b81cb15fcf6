// The calendar of old: dates of the Julian calendar, as texts about years before 1583 give them. This program
// writes such dates as they stand ("15 March 44 BC") and converts none of them; but weekdays and Easter must
// be reckoned by the calendar that was used.
//
//   julian_day_of({1066, 10, 14}) is the day that the Gregorian calendar calls 1066-10-20, a Saturday
#pragma once

#include "calendar/civil.h"

namespace fasti {

// The last year in which every date is read as a Julian one; the Gregorian calendar began on 15 October 1582.
inline constexpr int last_julian_year = 1582;

// The day number of a Julian date, and back. The months and days of the date must be possible ones; nothing
// is checked. After E. G. Richards, Mapping Time (1998), chapter 25, with years that begin in March.
Day julian_day_of(const Civil&);
Civil julian_civil_of(Day);

// Could somebody then have called this date by this weekday (1 Monday to 7 Sunday)? Before 15 October 1582 by
// the Julian calendar, until the end of 1752, when Britain gave that up, by either, and then by ours.
bool may_fall_on(Day date, int weekday);

}  // namespace fasti
