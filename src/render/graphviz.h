// The only place that calls Graphviz' drawing library. It can crash, hang, fill the memory and end the
// process, and nothing of it is freed here: this runs in the program fasti-draw, which render_image starts
// and watches.
#pragma once

#include <cstdio>
#include <string>

#include "render/image.h"

namespace fasti {

// What fasti-draw ends with: how far it came.
enum class DrawingExit {
  drawn = 0,
  wrong_call = 9,
  not_dot = 10,
  no_layout = 11,
  not_rendered = 12,
  not_sent = 13,
  too_large = 14
};

// Of a PDF, each graph of the text is a page; else it is one graph. Writes the dots an inch that were used, a
// newline, and the picture. Those of a PNG are lowered so that it has at most 32,767 pixels each way, which
// Graphviz would otherwise do silently; too_large where fewer than 48 would be left.
DrawingExit draw_with_graphviz(const std::string& dot, ImageFormat, double dpi, std::FILE* output);

}  // namespace fasti
