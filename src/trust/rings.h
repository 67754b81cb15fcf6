// Sources that copy each other, or one feed, count as one voice. They give themselves away by sharing what
// hardly anybody else says: independent sources share truths, copies share errors too.
//
//   a and b say the same wherever one of them stands against most of the others  ->  one ring {a, b}
//
// After X. L. Dong, L. Berti-Equille, D. Srivastava, "Integrating Conflicting Data: The Role of Source
// Dependence", VLDB 2009, without its probabilities: the share of equal statements among those with which at
// least one of the two stands against the plurality of the rest, in which every other ring has one voice.
// Sources that agree by being right are taken for a ring only if nobody else is right with them.
#pragma once

#include <cstdint>
#include <vector>

#include "trust/ballot.h"

namespace fasti {

struct Rings {
  std::vector<std::uint32_t> of_source;             // the ring of each source
  std::vector<std::vector<std::uint32_t>> members;  // sources of each ring, sorted; most rings have one
};

// Every source by itself.
Rings no_rings(std::size_t sources);

// Time grows with the pairs of sources that speak of one event; of an event's sources the first 64 are looked
// at.
Rings find_rings(const Ballots&);

}  // namespace fasti
