// Splits and merges of a docket, brought to bear on events. For decide.cpp.
#pragma once

#include <vector>

#include "decisions/docket.h"

namespace fasti {

bool is_about_groups(const Decision&);  // a split or a merge

// The events that come of all splits and merges in force, from the first to the last.
std::vector<Event> regrouped(std::vector<Event>, Docket&);

// What has become of split or merge `i` in the events that came of all: its event's id, and whether a later
// one holds instead.
void look_back_at_groups(std::size_t i, Docket&, const Grouping&);

}  // namespace fasti
