// The one form of date that a file's header may have: ISO 8601, for no other is the same everywhere.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "calendar/date_range.h"

namespace fasti {

struct HeaderDate {
  DateRange range;         // the day, month or year; a time is checked and dropped, the day stays as written
  bool possible = true;    // 2021-02-30 has the form of a date and is none; the range is then meaningless
  std::size_t length = 0;  // bytes of the value that were read
};

// The date at the begin of `value`; nullopt if it does not begin like one.
//   "2021-09-29 Storm hits coast"      {29 September 2021, length 10}
//   "2021-09-29T10:31+01:00"           {29 September 2021, length 22}      also "2021-09-29 10:31" if nothing
//   follows "2021-09", "2021"                  the month, the year
std::optional<HeaderDate> read_header_date(std::string_view value);

}  // namespace fasti
