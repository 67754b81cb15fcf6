// Pairs of claims worth comparing, so that grouping needs not compare all with all.
#pragma once

#include <utility>
#include <vector>

#include "event/evidence.h"

namespace fasti {

// Two claims are a candidate where one of the weightiest terms of the one is among those of the other and
// their dates are near, or of a kind that happens once. Of a term that very many tell, only the claims next
// in time are taken; so the number of pairs is bounded by a constant a claim. Sorted, each once, first <
// second. O(n log n).
std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<Claim>&,
                                                                 const EvidenceTable&);

}  // namespace fasti
