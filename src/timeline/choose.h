// Which events a picture and a report show. Nothing is dropped: the choice is a mark on each event.
//
//   choose(timeline, {.level = 1})       -> of 300 events the 15 that weigh most are shown
//   choose(timeline, {.most_events = 3}) -> the first three places, whatever their level
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "timeline/timeline.h"

namespace fasti {

struct Choice {
  std::optional<int> level = {};                // where neither is said: 2
  std::optional<std::size_t> most_events = {};  // where both are, both limit
};

void choose(Timeline&, const Choice&);

std::size_t events_shown(const Timeline&);
std::size_t events_left_out(const Timeline&);

}  // namespace fasti
