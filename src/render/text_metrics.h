// How wide a text is when it is set. The layout asks nothing else of fonts, so that tests can pass a fake:
//   TextMetrics fake = [](std::string_view text, Lettering l) { return text.size() * 0.6 * type_of(l).size;
//   };
#pragma once

#include <functional>
#include <string_view>

#include "render/style.h"

namespace fasti {

using TextMetrics = std::function<double(std::string_view text, Lettering)>;  // points

// The fonts' names, for Graphviz and Pango alike. Liberation Sans has the measures of Arial and Helvetica, so
// that an SVG fits its boxes also where a reader has only those. It is named plainly: for PostScript's names
// ("Helvetica") Graphviz chooses a family of its own, which need not be the one that is measured here.
std::string_view font_name(Lettering);

// Measures with Pango and the very fonts that Graphviz will choose. ASCII is added up from a table of
// advances, the rest is shaped once and remembered. Not for several threads at once.
TextMetrics pango_metrics();

}  // namespace fasti
