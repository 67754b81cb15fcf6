// Easter Sunday. For years 1 to 9999; days of the Gregorian calendar, which dates everything here.
//
//   easter_sunday(2021) is 4 April    orthodox_easter_sunday(2021) is 2 May (19 April of the Julian calendar)
#pragma once

#include "calendar/civil.h"

namespace fasti {

Day easter_sunday(int year);
Day orthodox_easter_sunday(int year);

}  // namespace fasti
