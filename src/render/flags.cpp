#include "render/flags.h"

#include <algorithm>

#include "render/spread.h"

namespace fasti {

namespace {

// The first flag of each stack: one that the last flag does not reach, or for which there is no more room.
std::vector<std::size_t> stacks_of(const std::vector<Flag>& flags, double width, std::size_t most) {
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const bool is_free = i == 0 || flags[i].wanted >= flags[i - 1].wanted + width + flag_gap;
    if (is_free || i - first.back() >= most) first.push_back(i);
  }
  return first;
}

}  // namespace

double stack_length(double width, std::size_t most_in_stack) {
  return width + flag_gap + pole_gap * static_cast<double>(most_in_stack - 1);
}

Flags place_flags(const std::vector<Flag>& flags, double width, std::size_t most_in_stack) {
  Flags placed;
  if (flags.empty()) return placed;
  std::vector<std::size_t> first = stacks_of(flags, width, most_in_stack);
  std::vector<double> wanted, gaps(flags.size() - 1, pole_gap);
  for (const Flag& flag : flags) wanted.push_back(flag.wanted);
  for (std::size_t s = 1; s < first.size(); ++s) gaps[first[s] - 1] = width + flag_gap;
  for (const double pole : spread(wanted, gaps)) placed.flags.push_back({pole, 0});

  first.push_back(flags.size());
  for (std::size_t s = 0; s + 1 < first.size(); ++s) {
    double near = 0;
    for (std::size_t i = first[s + 1]; i-- > first[s];) {  // the last one stands nearest to the base
      placed.flags[i].near = near;
      near += flags[i].height + flag_gap;
    }
    placed.reach = std::max(placed.reach, near - flag_gap);
  }
  return placed;
}

}  // namespace fasti
