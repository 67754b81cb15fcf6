// Which events a picture and a report show. Nothing is dropped: the choice is a mark on each event.
//
//   choose(timeline, {.level = 1})       -> of 300 events the 15 that weigh most are shown
//   choose(timeline, {.most_events = 3}) -> the first three places, whatever their level
//   choose(timeline, {.from = 2020, .only = {{OnlyKey::source, "The Courier"}}})
//                                        -> what The Courier tells, from 2020 on
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace fasti {

// By what events can be picked.
enum class OnlyKey { source, type, status, event };
std::string_view to_string(OnlyKey);                     // "source"
std::optional<OnlyKey> only_key_from(std::string_view);  // the inverse

struct Only {
  OnlyKey key = OnlyKey::source;
  std::string value;  // a source by its name or its document's id
};

struct Choice {
  // Of what is asked for, how much is shown. Where neither is said: level 2, or all where only some events
  // are asked for. Where both are, both limit.
  std::optional<int> level = {};
  std::optional<std::size_t> most_events = {};
  // What is asked for. An event counts with each date that is claimed for it; one without any is asked for
  // only where no dates are.
  std::optional<DateRange> from = {}, to = {};
  std::vector<Only> only = {};  // of one key any, of different keys all must hold
};

void choose(Timeline&, const Choice&);

std::size_t events_shown(const Timeline&);
std::size_t events_left_out(const Timeline&);  // asked for, and not shown

}  // namespace fasti
