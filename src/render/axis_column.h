// What stands left of an axis that runs down: years at the margin, months and days beside the axis.
#pragma once

#include "render/layout.h"
#include "render/place_marks.h"

namespace fasti {

struct AxisColumn {
  double left = 0;               // the margin
  double years = 0, labels = 0;  // right edges
  double axis = 0;
};

AxisColumn axis_column(const std::vector<PlacedTick>&, const TextMetrics&, double left);
void add_ticks(Layout&, const std::vector<PlacedTick>&, const AxisColumn&);

// Moves all down.
void shift(AlongAxis&, double dy);

}  // namespace fasti
