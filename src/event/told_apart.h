// Groups of claims → the same, but for those whose dates chronicles keep apart.
//
//   a: 24 April "Mexico confirms its first deaths"      b: 25 April "Mexico speaks of 81 deaths"
//   Both have entries of 24 and of 25 April. Had they meant one event, at least one of them would have told
//   it under the other's day; so these are two, unless they are told in the same words.
#pragma once

#include <vector>

#include "event/cluster.h"
#include "event/evidence.h"

namespace fasti {

// Only entries of chronicles (Claim::entry) are parted, and only where their dates do not meet.
std::vector<Group> part_what_is_told_apart(std::vector<Group>, const std::vector<Claim>&,
                                           const EvidenceTable&);

}  // namespace fasti
