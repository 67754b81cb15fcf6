// What each ring says of an event, as one voice: its members' statements, each with the share of them that
// make it.
//
//   a and b of one ring, a says the 28th, b the 30th, c says the 28th
//   -> {ring of a and b: the 28th 0.5, the 30th 0.5}, {ring of c: the 28th 1}
#pragma once

#include <cstdint>
#include <vector>

#include "trust/rings.h"

namespace fasti {

struct Share {
  std::uint32_t ring = 0;
  std::uint32_t candidate = 0;
  double part = 1;    // of the ring's statements about this event; those of one ring add up to 1
  double weight = 1;  // of the plainest of them
};

// By ring, then candidate.
std::vector<Share> shares_of(const Ballot&, const Rings&);

}  // namespace fasti
