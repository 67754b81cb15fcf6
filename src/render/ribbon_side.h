// What stands above the ribbon, or below it: from its edge outwards the marks, the bars, the rails of rival
// dates, the slanting lines, the cards on their poles.
#pragma once

#include <vector>

#include "render/card.h"
#include "render/flags.h"
#include "render/place_marks.h"

namespace fasti {

inline constexpr double room_for_ways = 26;  // from bars to marks that do not stand on them
inline constexpr double least_bar = 8;       // the length of a bar
inline constexpr double half_bar = 1.5;      // of the bar at a card's left edge, which carries its pole on

// One side of the ribbon, in distances from its edge.
struct RibbonSide {
  bool above = true;
  std::vector<std::size_t> marks;     // of the axis', in their order
  std::vector<std::size_t> brackets;  // that occur on this side
  std::vector<std::size_t> bar_lane;  // one a bracket of the axis
  std::vector<double> rail;           // one a mark of `marks`; 0 for those that have their own line
  Flags flags;                        // one a mark that carries a card, in their order
  double bar_pitch = 0;
  double marks_row = 0;            // 0 where marks stand on the axis and on bars
  double rails_end = 0, base = 0;  // base: where poles begin
  double edge = 0;                 // the height of the ribbon's edge on the page

  double reach() const { return flags.flags.empty() ? base : base + flags.reach; }
  double y(double distance) const { return above ? edge - distance : edge + distance; }
  double bar(std::size_t bracket) const { return 14 + bar_pitch * static_cast<double>(bar_lane[bracket]); }
};

// Events stand above and below in turn, by their places: one answer an entry.
std::vector<bool> which_stand_above(const AlongAxis&, std::size_t entries);

// The mark beside which each event's card stands.
std::vector<std::size_t> anchors_of(const AlongAxis&, std::size_t entries);

RibbonSide side_of(bool above, const AlongAxis&, const std::vector<bool>& stand_above,
                   const std::vector<SetCard>&, Spacing, double card_width, std::size_t most_in_stack);

}  // namespace fasti
