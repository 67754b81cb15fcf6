// A timeline on sheets of paper: as many pictures as it needs, each of the paper's size and with events that
// follow each other. No card is cut, nothing is made smaller.
//
//   pages(timeline, metrics, options, *paper_from("A4")) -> 12 layouts: the title on the first, "page 2 of
//   12" on the next; the sources on the last ones
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/layout.h"

namespace fasti {

struct Paper {
  double width = 0, height = 0;  // in points
};

// "A4", "a3", "letter", each also as "A4-landscape"; nullopt for what is not known.
std::optional<Paper> paper_from(std::string_view name);
std::string paper_names();  // "A5, A4, A3, A2, letter, legal or tabloid, each also with -landscape"

// Cards are as wide as the paper allows. A card that is higher than a page makes its page longer; then the
// layout is larger than the paper. The time needed is that of laying out all events a few times.
std::vector<Layout> pages(const Timeline&, const TextMetrics&, LayoutOptions, const Paper&);

}  // namespace fasti
