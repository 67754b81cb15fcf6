// The axis: moments to heights. A piecewise linear scale that keeps the order of time, compresses long
// stretches, and grows where marks and cards need room.
#pragma once

#include <optional>
#include <vector>

#include "calendar/civil.h"
#include "render/layout.h"

namespace fasti {

// What stands at a moment, in the order in which it is set where moments are equal.
enum class StopKind { bracket_end, tick, bracket_start, mark };

struct Stop {
  Moment at = 0;
  StopKind kind = StopKind::mark;
  std::size_t index = 0;  // of the mark, the bracket or the tick
  bool labelled = false;  // something is written beside it
  bool carries_card = false;
  double card_above = 0;  // of the card: its height above and below the stop
  double card_below = 0;
};

struct Scale {
  std::vector<double> y;              // one a stop
  std::vector<Stretch> breaks;        // where time was left out
  std::vector<std::size_t> unbroken;  // stops from which the scale runs on without a break to the next
  double bottom = 0;                  // of the axis
  double cards_bottom = 0;
};

// `stops` sorted by time, then kind. The first card begins at or below `top`.
Scale set_scale(const std::vector<Stop>& stops, double top);

// The first of a month, a year, a decade … between two stops where no time is left out.
struct Between {
  double y = 0;
  Day day = 0;
  bool is_year = false;     // a year's tick, not a month's
  bool is_written = false;  // there is room beside the axis
};
std::vector<Between> ticks_between(const std::vector<Stop>& stops, const Scale&);

inline constexpr double card_gap = 12;
inline constexpr double mark_gap = 16;  // from mark to mark, and to what is written beside a tick
inline constexpr double label_gap = 12;

}  // namespace fasti
