// The axis: moments to places. A piecewise linear scale that keeps the order of time, compresses long
// stretches, and grows where marks and cards need room. It knows one direction only: places are heights where
// time runs down, and distances from the left where it runs to the right.
#pragma once

#include <functional>
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
  std::vector<double> at;             // one a stop
  std::vector<Stretch> breaks;        // where time was left out
  std::vector<std::size_t> unbroken;  // stops from which the scale runs on without a break to the next
  double end = 0;                     // of the axis
};

// How fast time passes on the axis.
struct Pace {
  Spacing spacing = Spacing::compressed;
  double per_doubling = 12;       // compressed: the distance grows by this where the time doubles
  double break_room = 40;         // compressed: what time left out takes
  double break_before = 0;        // how far before the next stop the break is shown; 0 is half-way
  double most_before_first = 26;  // compressed: from the first tick to what it is there for
  double lead = 0;  // even: ticks stand this far before what they are there for, not behind what was before
  double full = 0;  // proportional: from the first stop to the last
  double label_gap = 12;  // from one thing written beside the axis to the next
};

// What a picture needs beside its axis: how early a stop may stand for the sake of those before it, and that
// it has been given its place. Asked once a stop, in their order.
struct Needs {
  std::function<double(const Stop&)> earliest;
  std::function<void(const Stop&, double at)> stands;
};

// `stops` sorted by time, then kind.
Scale set_scale(const std::vector<Stop>& stops, double start, const Pace&, const Needs&);

// The first of a month, a year, a decade … between two stops where no time is left out.
struct Between {
  double at = 0;
  Day day = 0;
  bool is_year = false;     // a year's tick, not a month's
  bool is_written = false;  // there is room beside the axis
};
std::vector<Between> ticks_between(const std::vector<Stop>& stops, const Scale&, double label_gap);

inline constexpr double card_gap = 12;
inline constexpr double mark_gap = 16;  // from mark to mark, and to what is written beside a tick
inline constexpr double label_gap = 12;
inline constexpr double year_gap = 15;  // from tick to tick, which may bear years

}  // namespace fasti
