// A timeline as a web page for people who explore it: one file, no network. The picture, and beside it every
// event with its evidence, opened by a click on its card or by the address "timeline.html#e-3f2a91c0"; with
// its script also zoom, search and filters, which hold for both. Without the script, and on paper, all of it
// can be read.
//
//   ┌ search ─ source ─ kind ─ from ─ until ─ ◆ disputed ● agreed … ─ "12 of 40 events" ┐
//   │ 2020 ●── 27 September ┐    28 September 2020 ◆ The ferry Wren sank                │
//   │      ◆── 28 September ┘      "sank on Sept. 28" (The Courier, 29 September) …     │
//   └ the picture ──────────────── all events, and their evidence ──────────────────────┘
#pragma once

#include <string>
#include <string_view>

#include "timeline/timeline.h"

namespace fasti {

// `svg` is the picture of this timeline as Graphviz drew it; where it is empty or broken, the page has the
// events only. Its heading is the timeline's title, or "Timeline" where there is none. Well-formed XML and
// HTML at once; all that comes from texts is escaped, and addresses are linked only as safe_link allows.
std::string timeline_page(const Timeline&, std::string_view svg);

}  // namespace fasti
