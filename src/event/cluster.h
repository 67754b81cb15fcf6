// Things and how strongly pairs of them belong together → groups.
//
//   0-1 0.9, 1-2 0.3, 0-2 nothing, at least 0.2  ->  {0, 1}, {2}: on average 2 belongs to them with 0.15
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace fasti {

struct Link {
  double strength = 0;
  std::size_t a = 0, b = 0;  // a < b
};

using Group = std::vector<std::size_t>;  // sorted

// Agglomerative clustering with average linkage (R. R. Sokal and C. D. Michener, 1958): the two groups are
// joined whose members belong together most on average, pairs without a link counting as 0, while that is at
// least `enough` and `may_join` allows it. Ties go to the smaller numbers. O(L log L) for L links, as each
// joining folds the smaller list of neighbours into the larger.
std::vector<Group> cluster(std::size_t things, const std::vector<Link>&, double enough,
                           const std::function<bool(const Group&, const Group&)>& may_join);

}  // namespace fasti
