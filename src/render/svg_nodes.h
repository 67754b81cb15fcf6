// What is asked of the nodes of an SVG that libxml2 has read: names, attributes, and where they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libxml/tree.h>

#include "render/svg_pieces.h"

namespace fasti {

std::string_view view(const xmlChar*);  // of libxml2's bytes; empty for none
std::string_view name_of(const xmlNode*);
bool is_element(const xmlNode*);
std::string text_of(const xmlNode*);  // of a node without entities, which is all that a drawing has
std::string attribute_of(const xmlNode*, const char* name);  // empty where there is none

// All numbers of an attribute: "M39.88,-1950.76C1,2" -> 39.88, -1950.76, 1, 2.
std::vector<double> numbers_in(std::string_view text);

// Widens what an item reaches by a shape. Shapes are Graphviz', whose paths have absolute coordinates only;
// how far a text reaches is not known here, but about.
void widen(DrawnItem&, const xmlNode* shape);

// How far a transform moves all items; none where it turns or stretches them too, so that they stand we know
// not where.
std::optional<std::pair<double, double>> moved_by(std::string_view transform);

}  // namespace fasti
