// Entries and their cards in, everything along the axis out: heights only, no columns yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/wording.h"
#include "render/card.h"
#include "render/entry.h"
#include "render/layout.h"

namespace fasti {

struct PlacedMark {
  std::size_t entry = 0, date = 0;
  double y = 0;
  std::optional<std::size_t> bracket;  // beside which it stands; none for a mark on the axis itself
  bool is_anchor = false;
};

struct PlacedTick {
  std::string id;
  double y = 0;
  std::string year, label;  // either may be empty
  double reach = 0;         // of its stroke
};

struct AlongAxis {
  std::vector<PlacedMark> marks;  // in order of time
  std::vector<Bracket> brackets;  // x still 0
  std::vector<PlacedTick> ticks;  // from top to bottom
  Axis axis;                      // x still 0
  double bottom = 0;              // of the axis and of the cards that stand beside it
};

AlongAxis place_marks(const std::vector<Entry>&, const std::vector<SetCard>&, const DateWording&, double top);

}  // namespace fasti
