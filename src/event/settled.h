// An event beside what was concluded of its dates, in plain values: what the stages need that compare whole
// events (rank.h, relations.h) and need not know how a date was concluded.
#pragma once

#include <optional>
#include <vector>

#include "event/event.h"

namespace fasti {

struct Settled {
  const Event* event = nullptr;   // with at least one claim; must outlive this
  std::optional<DateRange> date;  // the preferred date; none where the evidence ties
  bool disputed = false;

  // Where it stands in time: at its date, or at the first of those that are claimed.
  const DateRange& place() const { return date ? *date : *event->claims.front().range; }
};

}  // namespace fasti
