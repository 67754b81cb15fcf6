// The sign of one date of an event: what it is called, and what is said where one points at it.
#pragma once

#include <string>

#include "calendar/wording.h"
#include "render/entry.h"
#include "render/layout.h"

namespace fasti {

std::string mark_id(const Entry&, std::size_t date);  // "mark-e-04-1"

Mark mark_at(Point centre, const Entry&, std::size_t date, const DateWording&);
Mark mark_at(Point centre, const Entry&, const DatedBy&, const DateWording&);  // still without an id

}  // namespace fasti
