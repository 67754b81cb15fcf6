// Cards beside a horizontal axis, each like a flag at the upper end of its pole: the card's left edge is the
// pole. Flags that would cover each other are stacked, the earliest outermost:
//
//   ┌──────────┐
//   │ 3 May    │           Poles stand close together within a stack, and clear of the last stack's cards, so
//   │┌──────────┐          that no pole crosses a card. Cards have their own heights; there are no tiers that
//   ││ 4 May    │          the highest card of a row would make for all.
//   ││┌──────────┐
//   │││ 9 May    │   ┌──────────┐
//   │││          │   │ 30 May   │
//   ┴┴┴────────────┴┴───────────   the base: where slanted lines from the marks arrive
#pragma once

#include <cstddef>
#include <vector>

namespace fasti {

struct Flag {
  double wanted = 0;  // where its pole wants to stand
  double height = 0;
};

struct PlacedFlag {
  double pole = 0;
  double near = 0;  // from the base to the near edge of the card
};

struct Flags {
  std::vector<PlacedFlag> flags;  // in the order given
  double reach = 0;               // from the base to the far edge of the outermost card
};

inline constexpr double pole_gap = 16;
inline constexpr double flag_gap = 14;  // between cards

// `wanted` ascending. Poles are moved as little as can be. n log n.
Flags place_flags(const std::vector<Flag>&, double width, std::size_t most_in_stack);

// The room that a full stack takes along the axis.
double stack_length(double width, std::size_t most_in_stack);

}  // namespace fasti
