// Claims that tell one occurrence → the event, with its id, label and type.
//
//   claims of "echo" and "courier"   ->   the id comes from the founding claim, the first one of "courier"
#pragma once

#include <string>
#include <vector>

#include "event/event.h"

namespace fasti {

// The order of an event's claims: by date, then document, then place. Both must be dated.
bool comes_before(const Claim&, const Claim&);

// Of at least one claim; the others give the event neither bonds nor a near one.
Event make_event(std::vector<Claim>);

// What make_event calls the event of these claims. Two events that are founded in one clause share it, so
// whoever makes several tells them apart.
std::string event_id(const std::vector<const Claim*>&);

}  // namespace fasti
