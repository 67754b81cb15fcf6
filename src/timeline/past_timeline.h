// timeline.json, as an earlier run wrote it → what a person needs to decide on it: events and their claims,
// the conflicts, and what was decided before.
//
//   read_past_timeline("out/timeline.json", bytes).events[0].event.id == "e-184c0eab"
#pragma once

#include <string>
#include <vector>

#include "decisions/decide.h"
#include "event/event.h"

namespace fasti {

struct PastSource {
  std::string id, source, path;
};

struct PastEvent {
  Event event;  // id, label and claims; of these the place, the words and the date
  std::string status;
};

struct PastConflict {
  std::string event, label;
  std::vector<std::string> dates;  // "12 June 2021 (courier, echo)"
  bool decided = false;
};

// A decision as it was then; compare `decision` without what the file alone has (seen).
struct PastDecision {
  std::string kind, event, date, who, when, source;
  std::string force;
  std::string path;
  std::size_t unseen = 0;
};

struct PastTimeline {
  std::vector<PastSource> sources;
  std::vector<PastEvent> events;
  std::vector<PastConflict> conflicts;
  std::vector<PastDecision> decisions;
};

// Throws InputError, code "timeline-file", where the bytes are no timeline.json of version 1.
PastTimeline read_past_timeline(const std::string& path, const std::string& bytes);

}  // namespace fasti
