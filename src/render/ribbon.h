// The ribbon through which time runs to the right: where everything stands along it, and the ribbon itself
// with the years in its upper row, the months and days in its lower one.
#pragma once

#include <vector>

#include "calendar/wording.h"
#include "render/layout.h"
#include "render/place_marks.h"

namespace fasti {

inline constexpr double ribbon_height = 40;
inline constexpr double least_ribbon = 620;  // of a proportional one, and of the whole picture

// From 0. Cards are so wide and stand in such stacks, above and below.
AlongAxis along_ribbon(const std::vector<Dated>&, const DateWording&, const TextMetrics&, Spacing,
                       double card_width, std::size_t most_in_stack);

// Where the last of its words ends.
double ribbon_end(const AlongAxis&, const TextMetrics&);

// Draws it with its upper edge at `top`, as far as `right`.
void add_ribbon(Layout&, const AlongAxis&, const TextMetrics&, double top, double right);

}  // namespace fasti
