#include "render/ribbon_side.h"

#include <algorithm>
#include <cmath>

#include "render/lanes.h"

namespace fasti {

namespace {

constexpr double bar_step = 12, most_bar_room = 120;
constexpr double rail_step = 7, most_rail_room = 120;
constexpr double least_slant = 12, most_slant = 70;

void set_bars(RibbonSide& side, const AlongAxis& along) {
  std::vector<bool> occurs(along.brackets.size(), false);
  for (const std::size_t m : side.marks)
    if (along.marks[m].bracket) occurs[*along.marks[m].bracket] = true;
  std::vector<Stretch> stretches;
  for (std::size_t b = 0; b < occurs.size(); ++b) {
    if (!occurs[b]) continue;
    side.brackets.push_back(b);
    const Bracket& bracket = along.brackets[b];
    stretches.push_back({bracket.top, std::max(bracket.bottom, bracket.top + least_bar)});
  }
  const Lanes lanes = lanes_for(stretches, 6);
  side.bar_lane.assign(along.brackets.size(), 0);
  for (std::size_t i = 0; i < side.brackets.size(); ++i) side.bar_lane[side.brackets[i]] = lanes.of[i];
  side.bar_pitch =
      lanes.count == 0 ? bar_step : std::min(bar_step, most_bar_room / static_cast<double>(lanes.count));
  side.rails_end = 8 + side.bar_pitch * static_cast<double>(lanes.count);
}

void set_rails(RibbonSide& side, const AlongAxis& along, const std::vector<std::size_t>& anchors) {
  std::vector<Stretch> stretches;
  for (const std::size_t m : side.marks) {
    if (along.marks[m].is_anchor) continue;
    const double from = along.marks[m].at, to = along.marks[anchors[along.marks[m].entry]].at;
    stretches.push_back({std::min(from, to), std::max(from, to)});
  }
  const Lanes lanes = lanes_for(stretches, 4);
  const double pitch =
      lanes.count == 0 ? rail_step : std::min(rail_step, most_rail_room / static_cast<double>(lanes.count));
  std::size_t tied = 0;
  for (const std::size_t m : side.marks) {
    const bool has_own = along.marks[m].is_anchor;
    side.rail.push_back(has_own ? 0 : side.rails_end + 8 + pitch * static_cast<double>(lanes.of[tied++]));
  }
  if (lanes.count > 0) side.rails_end += 8 + pitch * static_cast<double>(lanes.count);
}

void set_flags(RibbonSide& side, const AlongAxis& along, const std::vector<SetCard>& cards, double width,
               std::size_t most_in_stack) {
  std::vector<Flag> flags;
  for (const std::size_t m : side.marks)
    if (along.marks[m].is_anchor)
      flags.push_back({along.marks[m].at - half_bar, cards[along.marks[m].entry].card.box.height});
  side.flags = place_flags(flags, width, most_in_stack);
  double farthest = 0;
  for (std::size_t i = 0; i < flags.size(); ++i)
    farthest = std::max(farthest, std::abs(side.flags.flags[i].pole - flags[i].wanted));
  const double slant = farthest < 0.5 ? 0 : std::clamp(farthest * 0.4, least_slant, most_slant);
  side.base = side.rails_end + 10 + slant + 6;
}

}  // namespace

std::vector<bool> which_stand_above(const AlongAxis& along, std::size_t entries) {
  std::vector<bool> is_above(entries, true);
  bool above = true;
  for (const PlacedMark& mark : along.marks) {
    if (!mark.is_anchor) continue;
    is_above[mark.entry] = above;
    above = !above;
  }
  return is_above;
}

std::vector<std::size_t> anchors_of(const AlongAxis& along, std::size_t entries) {
  std::vector<std::size_t> anchors(entries, 0);
  for (std::size_t m = 0; m < along.marks.size(); ++m)
    if (along.marks[m].is_anchor) anchors[along.marks[m].entry] = m;
  return anchors;
}

RibbonSide side_of(bool above, const AlongAxis& along, const std::vector<bool>& is_above,
                   const std::vector<SetCard>& cards, Spacing spacing, double width,
                   std::size_t most_in_stack) {
  RibbonSide side;
  side.above = above;
  for (std::size_t m = 0; m < along.marks.size(); ++m)
    if (is_above[along.marks[m].entry] == above) side.marks.push_back(m);
  set_bars(side, along);
  if (spacing == Spacing::proportional) {
    side.marks_row = side.rails_end + room_for_ways;
    side.rails_end = side.marks_row + 4;
  }
  set_rails(side, along, anchors_of(along, cards.size()));
  set_flags(side, along, cards, width, most_in_stack);
  return side;
}

}  // namespace fasti
