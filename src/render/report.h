// The date conflicts of a timeline as a Markdown page for the person who checks them: what the sources
// disagree on, who says what in which words and on which line, why the verdict is what it is, and what would
// settle it.
//
//   ## 1. They lost their son
//   | Date | In digits | Weight | Who says so |
//   | **28 September 2020** (preferred) | `2020-09-28` | 78 % | courier, observer |
//   | 30 September 2020 | `2020-09-30` | 22 % | mercury |
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace fasti {

// All that comes from texts is escaped; nothing is left out for length but
// the details of disputes about events that are not shown (timeline/choose.h). Reads well as plain text too.
std::string conflicts_markdown(const Timeline&);

}  // namespace fasti
