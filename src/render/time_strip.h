// The rival dates of a conflict on an axis of time, as a small SVG that stands in a page: a bar for each
// candidate, as wide as its date and the higher the more of the evidence speaks for it, with its letter; and
// the days on which its sources appeared.
//
//   A 12 June 2021 (83 %), B 14 June 2021 (17 %)  ->   A
//                                                      █
//                                                      █     b
//                                                    ──┴──┴──┴──┴── 11 June … 15 June
#pragma once

#include <string>

#include "render/desk.h"

namespace fasti {

// "" where there is no stretch of time to show. All places are shares of the width, so that it fits any page.
std::string time_strip(const Desk&, const Case&);

// The letter by which the page calls a candidate: A to Z, then numbers.
std::string letter_of(std::size_t candidate);

}  // namespace fasti
