// The card of one event, set in type but not yet placed: its upper left corner is at 0, 0.
#pragma once

#include <vector>

#include "calendar/wording.h"
#include "render/entry.h"
#include "render/layout.h"

namespace fasti {

struct SetCard {
  Card card;
  double date_line = 0;            // height at which the mark of the anchor belongs
  std::vector<double> date_lines;  // one a date of the entry: where its tie arrives
};

SetCard set_card(const Entry&, const Voices&, const DateWording&, const Phrases&, const TextMetrics&,
                 double width);

// A smaller card, for the lane of a source: the date that it gives, what happened, and who says so where the
// lane has more than one source.
SetCard set_lane_card(const Entry&, const DatedBy&, bool names_sources, const DateWording&,
                      const TextMetrics&, double width);

void move(Card&, double dx, double dy);

inline constexpr double mark_size = 10;

}  // namespace fasti
