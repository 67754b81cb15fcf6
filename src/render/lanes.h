// Stretches side by side in as few lanes as they need, none touching another in its lane.
//   lanes_for({{0, 10}, {5, 20}, {12, 30}}, 1)  ->  {0, 1, 0}, two lanes
#pragma once

#include <cstddef>
#include <vector>

#include "render/layout.h"

namespace fasti {

struct Lanes {
  std::vector<std::size_t> of;  // one a stretch
  std::size_t count = 0;
};

// `gap` is kept between the end of one and the start of the next. n log n.
Lanes lanes_for(const std::vector<Stretch>&, double gap);

}  // namespace fasti
