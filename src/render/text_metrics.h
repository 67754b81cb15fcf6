// How wide a text is when it is set. The layout asks nothing else of fonts, so that tests can pass a fake:
//   TextMetrics fake = [](std::string_view text, Lettering l) { return text.size() * 0.6 * type_of(l).size;
//   };
#pragma once

#include <functional>
#include <string_view>

#include "render/style.h"

namespace fasti {

using TextMetrics = std::function<double(std::string_view text, Lettering)>;  // points

// The names under which Graphviz finds the fonts. They are PostScript's, because only for these does Graphviz
// write a family, a fallback and a weight that browsers understand: font-family="Helvetica,sans-Serif"
// font-weight="bold". Where there is no Helvetica, fontconfig gives its likeness (Liberation Sans, Nimbus
// Sans, DejaVu Sans).
std::string_view font_name(Lettering);  // "Helvetica" or "Helvetica-Bold"

// Measures with Pango and the very fonts that Graphviz will choose. ASCII is added up from a table of
// advances, the rest is shaped once and remembered. Not for several threads at once.
TextMetrics pango_metrics();

}  // namespace fasti
