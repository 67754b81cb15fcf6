// Claims of all articles → events, each with the claims that tell it.
#pragma once

#include <vector>

#include "event/event.h"
#include "event/evidence.h"

namespace fasti {

// Claims must be dated; `names` must know every document of theirs. The order of the claims does not matter:
// same claims, same events, same ids.
//
// Claims that may be one event are found by what they tell (candidates.h), weighed (evidence.h) and joined
// from the strongest evidence down (cluster.h), two groups only where on average their claims belong together
// and none excludes another. So a vague claim ("in 2020") goes to the event it fits best, and two events of
// one kind that one article tells apart stay apart, whatever a third article blurs.
std::vector<Event> group_events(std::vector<Claim>, const NamesByDocument& names);

}  // namespace fasti
