// Days that are named, not numbered. Which name stands for which formula is data (rules/*/holiday.yaml); only
// the formulas are here. The nth-weekday formulas are Boost.DateTime's date generators.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "calendar/civil.h"

namespace fasti {

struct FixedDay { int month = 1, day = 1; };                      // 12-25
struct NthWeekday { int month = 1, weekday = 1, nth = 1; };        // nth 1 to 5, -1 the last; weekday 1 Monday
struct FromEaster { int days = 0; bool orthodox = false; };        // -2 Good Friday
struct WeekdayBefore { int month = 1, day = 1, weekday = 1; };     // the last such weekday on or before the date
struct WeekdayAfter { int month = 1, day = 1, weekday = 1; };      // the first such weekday on or after the date
using HolidayFormula = std::variant<FixedDay, NthWeekday, FromEaster, WeekdayBefore, WeekdayAfter>;

// The formula written as text, as rule files hold it:
//   "12-25"   "nth 4 thursday-number 4 …" is too long, so: "11/4/4" month/nth/weekday   "easter-2"   "orthodox+1"
//   "05-25<1" the last Monday on or before 25 May      "11-27>7" the first Sunday on or after 27 November
std::optional<HolidayFormula> parse_holiday(std::string_view);

// The day in that year; nullopt where there is none (29 February) or the year is outside 1400 to 9999.
std::optional<Day> holiday_in(const HolidayFormula&, int year);

}  // namespace fasti
