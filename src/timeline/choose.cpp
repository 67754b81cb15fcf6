#include "timeline/choose.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace fasti {

namespace {

constexpr int usual_level = 2;
constexpr int all_levels = 3;

constexpr std::array<std::string_view, 4> key_names{"source", "type", "status", "event"};

using SourceNames = std::map<std::string, std::string, std::less<>>;  // by document

bool tells(const Event& event, const std::string& source, const SourceNames& names) {
  return std::any_of(event.claims.begin(), event.claims.end(), [&](const Claim& claim) {
    const auto name = names.find(claim.doc);
    return claim.doc == source || (name != names.end() && name->second == source);
  });
}

bool is(const TimelineEvent& told, const Only& only, const SourceNames& names) {
  switch (only.key) {
    case OnlyKey::source:
      return tells(told.event, only.value, names);
    case OnlyKey::type:
      return told.event.type == only.value;
    case OnlyKey::status:
      return to_string(told.verdict.status) == only.value;
    case OnlyKey::event:
      return told.event.id == only.value;
  }
  return false;
}

// Of each key that is asked for, one must hold.
bool picked(const TimelineEvent& told, const std::vector<Only>& only, const SourceNames& names) {
  return std::all_of(only.begin(), only.end(), [&](const Only& asked) {
    return std::any_of(only.begin(), only.end(),
                       [&](const Only& other) { return other.key == asked.key && is(told, other, names); });
  });
}

bool within(const DateRange& range, const Choice& choice) {
  return (!choice.from || range.latest >= choice.from->earliest) &&
         (!choice.to || range.earliest <= choice.to->latest);
}

bool in_time(const TimelineEvent& told, const Choice& choice) {
  if (!choice.from && !choice.to) return true;
  if (told.verdict.date) return within(*told.verdict.date, choice);
  return std::any_of(told.event.claims.begin(), told.event.claims.end(),
                     [&](const Claim& claim) { return claim.range && within(*claim.range, choice); });
}

// The place that an event must have to be among the first `most` of those asked for.
std::size_t last_place(const Timeline& timeline, std::size_t most) {
  std::vector<std::size_t> places;
  for (const TimelineEvent& told : timeline.events)
    if (told.asked) places.push_back(told.rank.place);
  if (places.size() <= most) return std::numeric_limits<std::size_t>::max();
  std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(most - 1), places.end());
  return places[most - 1];
}

}  // namespace

std::string_view to_string(OnlyKey key) { return key_names[static_cast<std::size_t>(key)]; }

std::optional<OnlyKey> only_key_from(std::string_view text) {
  for (std::size_t i = 0; i < key_names.size(); ++i)
    if (key_names[i] == text) return static_cast<OnlyKey>(i);
  return std::nullopt;
}

void choose(Timeline& timeline, const Choice& choice) {
  SourceNames names;
  for (const Source& source : timeline.sources) names[source.id] = source.source;
  for (TimelineEvent& told : timeline.events)
    told.asked = picked(told, choice.only, names) && in_time(told, choice);
  const bool some = choice.from || choice.to || !choice.only.empty();
  const int level = choice.level.value_or(choice.most_events || some ? all_levels : usual_level);
  const std::size_t last = choice.most_events ? last_place(timeline, *choice.most_events)
                                              : std::numeric_limits<std::size_t>::max();
  for (TimelineEvent& told : timeline.events)
    told.shown = told.asked && told.rank.level <= level && told.rank.place <= last;
  timeline.shows_all = choice.most_events ? fmt::format("--max-events {}", timeline.events.size())
                                          : fmt::format("--level {}", all_levels);
  if (choice.most_events && level < all_levels) timeline.shows_all += fmt::format(" --level {}", all_levels);
}

std::size_t events_shown(const Timeline& timeline) {
  return static_cast<std::size_t>(std::count_if(timeline.events.begin(), timeline.events.end(),
                                                [](const TimelineEvent& told) { return told.shown; }));
}

std::size_t events_left_out(const Timeline& timeline) {
  return static_cast<std::size_t>(
      std::count_if(timeline.events.begin(), timeline.events.end(),
                    [](const TimelineEvent& told) { return told.asked && !told.shown; }));
}

}  // namespace fasti
