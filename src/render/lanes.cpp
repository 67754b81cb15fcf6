#include "render/lanes.h"

#include <algorithm>
#include <numeric>
#include <queue>

namespace fasti {

Lanes lanes_for(const std::vector<Stretch>& stretches, double gap) {
  std::vector<std::size_t> order(stretches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Of those that begin together the longest goes first, nearest to the axis.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (stretches[a].top != stretches[b].top) return stretches[a].top < stretches[b].top;
    if (stretches[a].bottom != stretches[b].bottom) return stretches[a].bottom > stretches[b].bottom;
    return a < b;
  });
  using Busy = std::pair<double, std::size_t>;  // until, lane
  std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free;
  Lanes lanes;
  lanes.of.resize(stretches.size());
  for (const std::size_t i : order) {
    while (!busy.empty() && busy.top().first + gap <= stretches[i].top) {
      free.push(busy.top().second);
      busy.pop();
    }
    if (free.empty()) free.push(lanes.count++);
    lanes.of[i] = free.top();
    free.pop();
    busy.push({stretches[i].bottom, lanes.of[i]});
  }
  return lanes;
}

}  // namespace fasti
