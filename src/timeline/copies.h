// What the articles of a timeline have from each other.
#pragma once

#include <vector>

#include "timeline/timeline.h"
#include "timex/document.h"

namespace fasti {

std::vector<Family> families_among(const std::vector<Document>&);

// Left out is what only one family shares: it was copied with the rest.
std::vector<CommonQuotation> quotations_among(const std::vector<Document>&, const std::vector<Family>&);

// Articles that copy another or borrow from one, each counted once.
std::size_t number_of_copies(const Timeline&);

}  // namespace fasti
