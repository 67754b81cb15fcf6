// Which time expression dates which event mention.
//
//   "On Nov. 29 his wife announced that he had died on Nov. 27."   Nov. 29 -> announced, Nov. 27 -> died
#pragma once

#include <optional>
#include <vector>

#include "claim/sentence_view.h"

namespace fasti {

// One entry a mention. An expression goes to the nearest mention before it in its clause, or where it leads
// the clause to the first verb after it; else to a mention of another clause of the sentence. In a section
// under a dated heading (headings.h) what a sentence without a date mainly tells takes the heading's, with
// basis heading.
std::vector<std::optional<Timex>> attach_dates(const SentenceView&);

}  // namespace fasti
