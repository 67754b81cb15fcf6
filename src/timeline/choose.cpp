#include "timeline/choose.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace fasti {

namespace {

constexpr int usual_level = 2;
constexpr int all_levels = 3;

}  // namespace

void choose(Timeline& timeline, const Choice& choice) {
  const int level = choice.level.value_or(choice.most_events ? all_levels : usual_level);
  const std::size_t most = choice.most_events.value_or(std::numeric_limits<std::size_t>::max());
  for (TimelineEvent& entry : timeline.events)
    entry.shown = entry.rank.level <= level && entry.rank.place <= most;
  timeline.shows_all = choice.most_events ? fmt::format("--max-events {}", timeline.events.size())
                                          : fmt::format("--level {}", all_levels);
  if (choice.most_events && level < all_levels) timeline.shows_all += fmt::format(" --level {}", all_levels);
}

std::size_t events_shown(const Timeline& timeline) {
  return static_cast<std::size_t>(std::count_if(timeline.events.begin(), timeline.events.end(),
                                                [](const TimelineEvent& entry) { return entry.shown; }));
}

std::size_t events_left_out(const Timeline& timeline) {
  return timeline.events.size() - events_shown(timeline);
}

}  // namespace fasti
