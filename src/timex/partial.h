// What the words of an expression say by themselves, as rules write it under value:, and the readings that it
// can have near an anchor.
//
//   2020-09-27  2020-Q3  P10D  PXW  PRESENT_REF     complete: TIMEX3 values
//   XXXX-09-28  XXXX-09  XXXX-SU  XXXX-Q3           the year is missing
//   XXXX-WXX-3                                      a weekday, the week is missing
//   XXXX-(christmas)  2020-(christmas)              a holiday by its name in holidays:
//   <XXXX-09   =XXXX-09   >XXXX-09                  the last one before the anchor, the one of its year (a
//   weekday: of
//                                                   its week), the next one after it
//   @-14Y  @+0W  @-1M                               so many units from the anchor, at the unit's granularity.
//   Units: D W WE M Q
//                                                   Y DE CE
//   @-1Y-09-30  @+0Y-SU  @-1Y-(christmas)           the same, and a place in that year
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
  std::string value;    // complete, or the form with X and without its direction
  char direction = 0;   // '<', '=', '>' or none
  long count = 0;       // of a shift
  std::string unit;     // D, W, M …
  std::string in_year;  // what follows the year: "-09-30"; empty for none
};

Partial parse_partial(std::string_view);

// The value as a complete one in that year: in_year("XXXX-09-28", 2020) == "2020-09-28". nullopt where the
// year has no such day, or the form misses something else than a year.
std::optional<std::string> value_in_year(std::string_view missing, int year, const RuleSet&);

// A reading of a value with X: complete, and where in time it is.
struct DateReading {
  std::string value;
  DateRange range;
};

// Readings around a day, in order of time: a few years (or weeks) to each side.
std::vector<DateReading> readings_near(std::string_view missing, Day, const RuleSet&);

// The unit of the calendar so far from the day: shifted_value(2021-09-29, -14, "Y") == "2007".
std::string shifted_value(Day, long count, std::string_view unit);

}  // namespace fasti
