// A timeline as the person sees it who reviews its conflicts: how many of what, and which conflict first.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace fasti {

struct Tally {
  std::size_t events = 0;
  std::size_t disputed = 0;   // conflicts that no person has decided
  std::size_t preferred = 0;  // of these, with a preferred date
  std::size_t decided = 0;    // events
  std::size_t agreed = 0;
  std::size_t refined = 0;
  std::size_t single = 0;
  std::size_t undated = 0;  // statements that nothing dates
};
Tally tally(const Timeline&);

void set_importance(Timeline&);  // of its conflicts, see reconcile/importance.h

// A conflict with its event, which lives as long as the timeline.
struct Case {
  const Conflict* conflict = nullptr;
  const TimelineEvent* told = nullptr;
  bool decided() const { return told->verdict.status == Status::decided; }
};

// The most important first, what is decided last.
std::vector<Case> cases_by_importance(const Timeline&);

}  // namespace fasti
