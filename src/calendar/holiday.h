// Days that are named, not numbered. Which name stands for which formula is data (rules/*/holiday.yaml); only
// the formulas are here. The nth-weekday formulas are Boost.DateTime's date generators.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "calendar/civil.h"

namespace fasti {

// Weekdays are 1 Monday to 7 Sunday.
struct FixedDay {
  int month = 1, day = 1;
};
struct NthWeekday {  // nth 1 to 5, or -1 for the last of the month
  int month = 1, weekday = 1, nth = 1;
};
struct FromEaster {  // days after Easter Sunday; -2 is Good Friday
  int days = 0;
  bool orthodox = false;
};
struct WeekdayBefore {  // the last such weekday on or before the date
  int month = 1, day = 1, weekday = 1;
};
struct WeekdayAfter {  // the first such weekday on or after the date
  int month = 1, day = 1, weekday = 1;
};
using HolidayFormula = std::variant<FixedDay, NthWeekday, FromEaster, WeekdayBefore, WeekdayAfter>;

// The formula as rule files write it:
//
//   month-day           12-25       Christmas Day; two digits each
//   month/nth/weekday   11/4/4      the fourth Thursday of November: Thanksgiving
//                       5/last/1    the last Monday of May: Memorial Day
//   easter±days         easter-2    Good Friday; "easter" alone is the Sunday; at most 366 days either way
//   orthodox±days       orthodox+1  Orthodox Easter Monday
//   month-day<weekday   05-24<1     the last Monday on or before 24 May: Victoria Day
//   month-day>weekday   11-27>7     the first Sunday on or after 27 November: Advent Sunday
//
// nullopt for anything else, and for dates that are in no year (02-30, 13-01, 5/6/1).
std::optional<HolidayFormula> parse_holiday(std::string_view);

// The holiday of that year; nullopt where it has none (29 February, a fifth Monday, Easter BC) or is outside
// -9999 to 9999. Up to 1582 weekdays and Easter are those of the Julian calendar, and the day has the number
// that it had then (julian.h): Easter 1066 is 1066-04-16. From 1583 on Boost counts, whose years begin with
// 1400.
std::optional<Day> holiday_in(const HolidayFormula&, int year);

}  // namespace fasti
