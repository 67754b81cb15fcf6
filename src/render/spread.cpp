#include "render/spread.h"

#include <cstddef>

namespace fasti {

namespace {

// Neighbours that stand as close as they may, and move as one.
struct Pool {
  double sum = 0;
  std::size_t count = 0;
  double mean() const { return sum / static_cast<double>(count); }
};

}  // namespace

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& gaps) {
  // With the gaps before each taken off its wish, "none passes another" becomes "none is less than the last".
  std::vector<double> offset(wanted.size(), 0);
  for (std::size_t i = 1; i < wanted.size(); ++i) offset[i] = offset[i - 1] + gaps[i - 1];
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    pools.push_back({wanted[i] - offset[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  std::vector<double> places;
  places.reserve(wanted.size());
  for (const Pool& pool : pools)
    for (std::size_t k = 0; k < pool.count; ++k) places.push_back(pool.mean() + offset[places.size()]);
  return places;
}

}  // namespace fasti
