// Why do sources give different dates? A table of explanations, each tried by a test that can be told in a
// sentence. None of them decides the matter.
//
//   gazette 28 September, post 30 September; echo dates the announcement to 30 September
//   ->  announcement-for-occurrence, which explains the second candidate
#pragma once

#include <vector>

#include "reconcile/dispute.h"

namespace fasti {

// All that fit, the one with the strongest evidence first; "contradiction" where none does.
std::vector<Cause> causes_of(const Dispute&);

}  // namespace fasti
