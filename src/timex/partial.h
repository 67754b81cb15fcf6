// What the words of an expression say by themselves, as rules write it under value:, and the readings that it
// can have near an anchor.
//
//   2020-09-27  2020-Q3  P10D  PXW  PRESENT_REF     complete: TIMEX3 values
//   XXXX-09-28  XXXX-09  XXXX-SU  XXXX-Q3           the year is missing
//   XXXX-XX-28                                      the month is missing
//   XXXX-WXX-3  XXXX-WXX-WE                         a weekday or a weekend, the week is missing
//   XXXX-(christmas)  2020-(christmas)              a holiday by its name in holidays:
//   XXXX-(05/1/1)  2020-(05/last/5)  @+1M-(2/2)     month/which/weekday: the first Monday of May, the last
//   Friday
//                                                   of May 2020, the second Tuesday of the next month
//   XX60  XX60-09  XX6                              a year or a decade, the century is missing
//   BC?0490                                         a year, the era is missing
//   <XXXX-09   =XXXX-09   >XXXX-09                  the last one before the anchor, the one of its year (of a
//                                                   weekday: of its week), the next one after it
//   @-14Y  @+0W  @-1M                               so many units from the anchor, at the unit's granularity.
//                                                   Units: D W WE M Q H1 (half-year) Y DE CE, and those of
//                                                   the clock: TH TM TS
//   @-1Y-09-30  @+0Y-SU  @-1W-5  @-1M-05            the same, and a place in that year, week or month
//   @=                                              the anchor itself, at its own granularity
//   …T10:30  …TMO  …T0735                           behind any of these that name a day: the time of that day
//   …~W  …~WE                                       behind any of these: the week in which that day falls,
//                                                   its weekend
//   2020-03?04  XXXX-03?04                          two numbers, month and day in an order that is not known
//                                                   (settle_order.h decides it)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_range.h"
#include "rules/rule_set.h"

namespace fasti {

struct Partial {
  enum class Kind { complete, missing, shifted };
  Kind kind = Kind::complete;
  std::string value;    // complete, or the form with X; without direction, time and ~W
  char direction = 0;   // '<', '=', '>' or none
  long count = 0;       // of a shift
  std::string unit;     // D, W, M …
  std::string inside;   // what follows the unit: "-09-30"; empty for none
  std::string time;     // "T10:30", "TMO"; empty for none
  std::string week_of;  // "W" of ~W, "WE" of ~WE; empty for none
};

Partial parse_partial(std::string_view);

// Does the value hold a holiday's name in brackets, and not only which weekday of a month it is?
bool names_holiday(std::string_view value);

// The value as a complete one in that year: value_in_year("XXXX-09-28", 2020) == "2020-09-28". nullopt where
// the year has no such day, or the form misses something else than a year.
std::optional<std::string> value_in_year(std::string_view missing, int year, const RuleSet&);

// What TIMEX3 can say of a holiday or a weekday of a month whose year nobody tells: "XXXX-(christmas)" is
// XXXX-12-25, "XXXX-(05/1/1)" XXXX-05 and "XXXX-(easter)" XXXX. Other values stay as they are.
std::string without_formula(const std::string& missing, const RuleSet&);

// A reading of a value with X: complete, and where in time it is.
struct DateReading {
  std::string value;
  DateRange range;
};

// Readings around a day, in order of time: a few years (weeks, months, centuries) to each side.
std::vector<DateReading> readings_near(std::string_view missing, Day, const RuleSet&);

// The unit of the calendar so far from the day: shifted_value(2021-09-29, -14, "Y") == "2007".
std::string shifted_value(Day, long count, std::string_view unit);

// The same with its place inside the unit: "@-1Y-09-30", "@-1W-5"; "" where there is no such place.
std::string shifted_value(Day, const Partial&, const RuleSet&);

// A day, a month or a year as a value; "" for other stretches.
std::string value_of_range(const DateRange&);

// Hours, minutes or seconds from a moment: shifted_moment(2021-09-29T10:00, +3, "TH") == "2021-09-29T13:00".
std::string shifted_moment(Moment, long count, std::string_view unit);

// A date with its time of day, or as the week in which it falls: ("2021-09-29", TMO) -> 2021-09-29TMO. Values
// that are no day stay as they are.
std::string with_ending(std::string value, const Partial&);

}  // namespace fasti
