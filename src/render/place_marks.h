// Everything along the axis with its place on it, whichever way the axis runs; what stands across it comes
// later. In brackets and stretches of the axis, `top` is the end where time begins.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "calendar/wording.h"
#include "render/stops.h"

namespace fasti {

struct PlacedTick {
  std::string id;
  double at = 0;
  std::string year, label;  // either may be empty
  double reach = 0;         // of its stroke
};

struct AlongAxis {
  std::vector<PlacedMark> marks;  // in the order of their places
  std::vector<Bracket> brackets;  // x still 0
  std::vector<PlacedTick> ticks;  // in the order of their places
  Axis axis;                      // x still 0
};

// Marks where cards and labels leave them room, and the axis with them.
//   NeedsOf: what the style needs beside its axis, told for these stops
using NeedsOf = std::function<Needs(const Stops&)>;
AlongAxis place_marks(const std::vector<Dated>&, const DateWording&, double start, const Pace&,
                      const NeedsOf&);

// The axis alone is proportional, from `start` on, `pace.full` long; marks stand as near to their places as
// the others let them. `gaps_of` tells the room from each mark to the next, in the order of time.
using GapsOf = std::function<std::vector<double>(const std::vector<PlacedMark>&)>;
AlongAxis place_marks_beside(const std::vector<Dated>&, const DateWording&, double start, const Pace&,
                             const GapsOf& gaps_of);

}  // namespace fasti
