#include "trust/ballot.h"

#include <algorithm>
#include <tuple>

namespace fasti {

void put_in_order(std::vector<Say>& says) {
  std::sort(says.begin(), says.end(), [](const Say& a, const Say& b) {
    return std::tuple(a.source, a.candidate, -a.weight) < std::tuple(b.source, b.candidate, -b.weight);
  });
  const auto same = [](const Say& a, const Say& b) {
    return a.source == b.source && a.candidate == b.candidate;
  };
  says.erase(std::unique(says.begin(), says.end(), same), says.end());
}

}  // namespace fasti
