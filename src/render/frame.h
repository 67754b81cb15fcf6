// What stands around the axis: the title above; below it the legend and the list of sources.
#pragma once

#include "render/layout.h"

namespace fasti {

// "12 events, 5 sources, 2 disputed dates"
std::string summary_of(const Timeline&);

// Each begins at the height `y`, adds to the layout (whose width is known) and returns the height below it.
double set_title(Layout&, const Timeline&, const TextMetrics&, const LayoutOptions&, double y);
// Explains the marks that occur.
double set_legend(Layout&, const Phrases&, const TextMetrics&, double margin, double y);
double set_sources(Layout&, const Timeline&, const TextMetrics&, double margin, double y);

}  // namespace fasti
