// The cards of events without a date, where a picture has no column for them: side by side, in rows.
#pragma once

#include <vector>

#include "render/entry.h"
#include "render/layout.h"

namespace fasti {

// Begins at the height y; returns the height below.
double add_undated(Layout&, const std::vector<Entry>&, const Voices&, const Timeline&, const TextMetrics&,
                   double card_width, double margin, double y);

}  // namespace fasti
