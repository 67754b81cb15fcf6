// Which of several claims of one event gives it its name.
//
//   "Died at the scene" · "Ned Orr died at the scene" · "It was on the Monday that Ned Orr, a pilot of thirty
//   years' standing, died"   ->  the second
#pragma once

#include <optional>
#include <vector>

#include "claim/claim.h"

namespace fasti {

// The claim whose label is best; of equals the one of the first document, so that the order of the claims
// does not matter. There must be one.
//
// Best is a label that names who, tells what happened rather than who spoke of it, has a length that is read
// at a glance, and is of a claim that says the preferred date, where that is known already.
const Claim& best_labelled(const std::vector<Claim>&,
                           const std::optional<DateRange>& preferred = std::nullopt);

}  // namespace fasti
