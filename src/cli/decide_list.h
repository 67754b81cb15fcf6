// What stands in a timeline and in the file of decisions, side by side: what is open, what is decided, and
// what the last build made of it.
#pragma once

#include <optional>
#include <string>

#include "decisions/decisions.h"
#include "timeline/timeline.h"

namespace fasti::cli {

// The open conflicts and the decisions, one a line:
//   open  e-184c0eab  The ferry Wren sank: 12 June 2021 (courier) or 14 June 2021 (echo)
//   1  holds  accept-date e-5b0ca9f1 2021-06-20, Ann Berg 2021-07-01: the harbour log
std::string list_of_decisions(const Timeline&, const Decisions&);

// The last decision on the event, or on the source where that is named, which no later one has withdrawn.
std::optional<Decision> last_decision_on(const std::string& event, const std::string& source, const Timeline&,
                                         const Decisions&);

// The id that a person means by these letters: of an event that is there, or that a decision knows. Throws
// InputError where there is none.
std::string event_to_undo(const std::string& letters, const Timeline&, const Decisions&);

}  // namespace fasti::cli
