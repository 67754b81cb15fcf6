// The date conflicts of a timeline as a Markdown page: what the page in HTML tells (page.h), in the same
// order and shorter, for terminals and for Markdown's readers.
//
//   ## 1. They lost their son
//   **28 September 2020 is preferred**, with 78 % of the evidence against 22 %, a lead of 56 points. …
//   | Date | Share | Who says so |
//   | **28 September 2020**, Monday `2020-09-28` | 78 % | courier, observer |
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace fasti {

// All that comes from texts is escaped. Events that are not shown (timeline/choose.h) get no more than a line
// for their dispute, and events of a single source none. Reads well as plain text too.
std::string conflicts_markdown(const Timeline&);

}  // namespace fasti
