// Why the claims of an event are together, and why the event nearest to it is not the same one: as text.
//
//   e-1ecfa6bc  The Wren sank: 2 claims of 2 sources
//     harbour-gazette:3  2021-06-12  "The ferry Wren sank"
//       with bay-record:5  0.34 = told alike 0.41 x dates 0.82 x the rest 1.00   both tell: sinking, wren
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace fasti {

// The events whose id begins so, in their order; empty where there is none.
std::vector<const TimelineEvent*> events_named(const Timeline&, const std::string& id);

std::string event_explanation_text(const TimelineEvent&, const Timeline&);

}  // namespace fasti
