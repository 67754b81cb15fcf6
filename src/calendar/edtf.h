// Extended Date/Time Format (EDTF, ISO 8601-2:2019; Library of Congress levels 0 to 2), the form in which
// dates leave the program.
//
//   a day 2020-09-28              a month 2020-09        a year 2020        about 1850~
//   a decade 202X                 a century 19XX         a season 2021-23 (21 spring … 24 winter)
//   a quarter 2021-33 (to 36)     a half-year 2021-40 (41 the second)
//   an interval 2020-09-21/2020-09-30    since 2010/..    until ../2010
//   a minute 2011-12-01T20:23
//
// A week has no form of its own and is written as an interval of days; a part of a day is written as the day.
// Read back, an interval with two ends is a Granularity::span, one with an open end has the granularity of
// the end that is written, and all else is what it was. A range that is not the unit it claims to be (a
// decade before our era, whose years do not share a mask) is an interval too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/date_range.h"

namespace fasti {

std::string to_edtf(const DateRange&);
std::optional<DateRange> from_edtf(std::string_view);  // nullopt where the text is no EDTF that we write

}  // namespace fasti
