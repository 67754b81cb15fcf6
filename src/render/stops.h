// Entries in, what must be set along the axis out: every date as a mark at a moment, brackets, the months and
// years in which they lie. No heights yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/axis.h"
#include "render/card.h"
#include "render/entry.h"

namespace fasti {

// A date that gets a mark, and the room that its card needs around it.
struct Dated {
  std::size_t entry = 0, date = 0;
  DateRange range;
  bool is_rival = false;
  bool carries_card = false;
  double card_above = 0, card_below = 0;
};

struct PlacedMark {
  std::size_t dated = 0;  // in the list
  std::size_t entry = 0, date = 0;
  double at = 0;       // along the axis
  double on_axis = 0;  // the same, but where the axis alone is proportional and marks make way for each other
  std::optional<std::size_t> bracket;  // beside which it stands; none for a mark on the axis itself
  bool is_anchor = false;
  std::string label;  // the day or the time written beside the axis; empty where the mark above has the same
};

struct TickDraft {
  enum class Level { calendar, day };  // a month or a year, or one day
  Day day = 0;
  Level level = Level::calendar;
  bool shows_month = false;
};

struct Stops {
  std::vector<Stop> stops;  // by time; each one's index counts in the list of its kind
  std::vector<PlacedMark> marks;
  std::vector<Bracket> brackets;
  std::vector<TickDraft> ticks;
};

Stops stops_of(const std::vector<Dated>&);

// One card an event, beside the date that counts.
std::vector<Dated> dated_by(const std::vector<Entry>&, const std::vector<SetCard>&);

}  // namespace fasti
