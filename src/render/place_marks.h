// Everything along the axis with its height; columns come later.
#pragma once

#include <string>
#include <vector>

#include "calendar/wording.h"
#include "render/stops.h"

namespace fasti {

struct PlacedTick {
  std::string id;
  double y = 0;
  std::string year, label;  // either may be empty
  double reach = 0;         // of its stroke
};

struct AlongAxis {
  std::vector<PlacedMark> marks;  // from top to bottom
  std::vector<Bracket> brackets;  // x still 0
  std::vector<PlacedTick> ticks;  // from top to bottom
  Axis axis;                      // x still 0
  double bottom = 0;              // of the axis and of the cards that stand beside it
};

// The first card begins at or below `top`; a bracket without a start may reach above it.
AlongAxis place_marks(const std::vector<Entry>&, const std::vector<SetCard>&, const DateWording&, double top);

}  // namespace fasti
