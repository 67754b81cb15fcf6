// The date conflicts of a timeline as a web page for the person who decides: one file, no network, readable
// without its script, in light and dark, on a screen, on a telephone and on paper.
//
//   20 events from 5 sources: 2 disputed …          what there is, and a table of the conflicts
//   1 The ferry Wren sank                           the most important first; for each the rival dates side
//   by
//     12 June 2021 ██████ 83 %   14 June █ 17 %     side, and under each every quotation in its context
//   Agreed and refined · Told by one source only · What could not be dated · Sources · …
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace fasti {

// Well-formed XML and HTML at once. All that comes from texts is escaped and isolated from the direction of
// the words around it; addresses are linked only as safe_link allows. Nothing is left out for length but the
// tails of endless labels.
std::string review_page(const Timeline&);

}  // namespace fasti
