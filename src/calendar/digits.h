// A date that a program wrote without any mark between its figures.
//
//   20111205   20111205T1622   20111205162207   1323102120 (seconds since 1970, UTC)   1323102120000
//   (milliseconds)
#pragma once

#include <optional>
#include <string_view>

#include "calendar/date_range.h"

namespace fasti {

// Nothing for other texts, days and times that do not exist, and years outside 1000 to 2999. Of a text of ten
// figures or thirteen the moment is read in UTC, as nothing tells the place.
std::optional<DateRange> from_digits(std::string_view);

}  // namespace fasti
