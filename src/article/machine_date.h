// Dates as programs write them into pages, messages and feeds: ISO 8601, RFC 822 and what else is met there.
// The day stays as it is written, whatever the zone.
//
//   "2021-09-29T23:31:00+01:00"      29 September 2021        also 2021/09/29, 20210929, 202109291031
//   "Wed, 29 Sep 2021 10:31:00 GMT"  29 September 2021        also "Wed Sep 29 2021 10:31:00 GMT+0100"
//   "1632911460", "1632911460000"    29 September 2021, of seconds or milliseconds since 1970, in UTC
//   "29.09.2021", "29/09/2021"       29 September 2021
//   "09/10/2021"                     9 September to 9 October 2021, a span: either order is met
//   "0001-01-01", "1970-01-01"       nothing: what programs write that do not know the date
//   "29 September 2021"              nothing: words of a language are the rules' matter
#pragma once

#include <optional>
#include <string_view>

#include "calendar/date_range.h"

namespace fasti {

// nullopt where the text is no such date, or holds more than a date and a clock time.
std::optional<DateRange> read_machine_date(std::string_view);

// The number of a month by its abbreviation in protocols, "sep" -> 9; 0 where it is none.
int protocol_month(std::string_view);

// A day that a page can have. What is told of the first days of 1970 and the like is an empty field.
std::optional<DateRange> plausible_day(int year, int month, int day);

}  // namespace fasti
