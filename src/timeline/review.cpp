#include "timeline/review.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reconcile/importance.h"

namespace fasti {

namespace {

using Events = std::map<std::string_view, const TimelineEvent*>;

Events events_by_id(const Timeline& timeline) {
  Events events;
  for (const TimelineEvent& told : timeline.events) events.emplace(told.event.id, &told);
  return events;
}

// A conflict without its event is told all the same.
const TimelineEvent* event_of(const Conflict& conflict, const Events& events) {
  static const TimelineEvent unknown;
  const auto found = events.find(conflict.event);
  return found == events.end() ? &unknown : found->second;
}

}  // namespace

void set_importance(Timeline& timeline) {
  const Events events = events_by_id(timeline);
  for (Conflict& conflict : timeline.conflicts)
    conflict.importance = importance_of(conflict, event_of(conflict, events)->rank.weight);
}

std::vector<Case> cases_by_importance(const Timeline& timeline) {
  const Events events = events_by_id(timeline);
  std::vector<Case> cases;
  for (const Conflict& conflict : timeline.conflicts)
    cases.push_back({&conflict, event_of(conflict, events)});
  std::stable_sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) {
    return std::tuple(a.decided(), -a.conflict->importance) <
           std::tuple(b.decided(), -b.conflict->importance);
  });
  return cases;
}

Tally tally(const Timeline& timeline) {
  Tally t;
  t.events = timeline.events.size();
  t.undated = timeline.undated.size();
  for (const TimelineEvent& told : timeline.events) {
    t.decided += told.verdict.status == Status::decided ? 1 : 0;
    t.agreed += told.verdict.status == Status::agreed ? 1 : 0;
    t.refined += told.verdict.status == Status::refined ? 1 : 0;
    t.single += told.verdict.status == Status::single ? 1 : 0;
  }
  for (const Case& one : cases_by_importance(timeline)) {
    t.disputed += one.decided() ? 0 : 1;
    t.preferred += !one.decided() && one.conflict->preferred ? 1 : 0;
  }
  return t;
}

}  // namespace fasti
