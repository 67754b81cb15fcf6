// Pairs of claims worth comparing, so that grouping needs not compare all with all.
#pragma once

#include <utility>
#include <vector>

#include "event/evidence.h"

namespace fasti {

// For each claim those that share a term with it and are near in time, or of a kind that happens once: by its
// weightiest term first, of those that tell a term the nearest in time first, up to a fixed number. So what
// is rare and near is always compared, and the number of pairs is bounded by a constant a claim. Sorted, each
// once, first < second. O(n log n).
std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<Claim>&,
                                                                 const EvidenceTable&);

}  // namespace fasti
