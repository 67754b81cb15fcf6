// Easter Sunday, for years 1 to 9999.
//
//   easter_sunday(2021) is 4 April    orthodox_easter_sunday(2021) is 2 May (19 April of the Julian calendar)
//   easter_sunday(1066) is 16 April, which is a Julian date, as texts about that year have it
//
// Up to 1582 both are one, and the Julian date's numbers are taken as they are (julian.h); from 1583 on they
// are days of the Gregorian calendar.
#pragma once

#include "calendar/civil.h"

namespace fasti {

Day easter_sunday(int year);
Day orthodox_easter_sunday(int year);

// Of the Julian calendar, in its own numbers: {2021, 4, 19}.
Civil julian_easter(int year);

}  // namespace fasti
