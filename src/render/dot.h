// A layout as a Graphviz graph whose every node and edge has its place: `neato -n2`, `dot` (the graph names
// its engine) and render_image draw the same picture.
#pragma once

#include <string>

#include "render/layout.h"

namespace fasti {

// Nodes carry names that a person can read: event-<id>, label-<id>, mark-<id>-2, tick-2020-09. Only boxes,
// circles, diamonds, triangles and plain text, and edges of straight pieces: no clusters, no ranks, no HTML
// labels. Throws InputError where Graphviz refuses (out of memory). Not for several threads at once:
// libcgraph is not made for it.
std::string draw_dot(const Layout&);

}  // namespace fasti
