// Why the claims of an event are together, and which event was nearest to being the same.
//
//   "Divers seal the tank" and "The tank is sealed for good" of one day   ->   shared: seal, tank; dates 1
#pragma once

#include <vector>

#include "event/cluster.h"
#include "event/event.h"
#include "event/evidence.h"

namespace fasti {

// Fills `bonds` and `near` of each event. groups[e] are the claims of events[e], in its order; `links` is
// what they were grouped by. Linear in the links but for sorting.
void tell_bonds(std::vector<Event>& events, const std::vector<Group>& groups, const std::vector<Link>& links,
                const std::vector<Claim>& claims, const EvidenceTable& table);

}  // namespace fasti
