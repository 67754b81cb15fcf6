// Dates for formats that know no open ends: "since 2010" stands at 2010, which is told as a loss, and is
// nowhere where both ends are open.
#pragma once

#include <optional>

#include "calendar/date_range.h"
#include "export/losses.h"

namespace fasti {

// closed(2010/..) is 2010, closed(../2020-05) is May 2020; any other date is itself.
std::optional<DateRange> closed(const DateRange&, Losses&);

// The first moment and the one behind the last, as most calendars count. Parts of a day are the whole day,
// since their hours are our guess.
struct TimeSlot {
  Moment begin = 0;
  Moment end = 0;      // exclusive
  bool clock = false;  // the ends are clock times
};
TimeSlot slot_of(const DateRange& closed);

}  // namespace fasti
