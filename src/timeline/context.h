// What stands around the quotations of a dispute, so that who reads the report can judge them without opening
// the sources.
//
//   "The storm came at noon. The ferry sank on June 14, said the harbour. Two died."
//   claim "The ferry sank on June 14"  ->  before "The storm came at noon. ", after ", said the harbour. Two
//   died."
#pragma once

#include <vector>

#include "timeline/timeline.h"
#include "timex/document.h"

namespace fasti {

// Fills Claim::before and Claim::after of the events with a conflict: the rest of the claim's sentence and
// the sentence before or after it. At most 200 bytes each, cut between words; where something is left out
// that belongs to it, an ellipsis (U+2026) stands at that end. All else is as in the text.
void add_context(Timeline&, const std::vector<Document>&);

}  // namespace fasti
