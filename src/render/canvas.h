// Drawing with Graphviz's graph as paper: boxes, signs, words and lines at given places. The only file that
// calls libcgraph to write; escaping happens here and nowhere else.
#pragma once

#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <graphviz/cgraph.h>

#include "render/layout.h"

namespace fasti {

struct Canvas {
  Agraph_t* graph = nullptr;
  double height = 0;                           // Graphviz counts upwards
  std::unordered_map<std::string, int> names;  // given so far
  // The attributes declared, by name: libcgraph's own search for them is slow.
  std::map<std::string_view, Agsym_t*> of_nodes, of_edges;
};

struct Look {
  std::string_view shape = "box";
  std::string_view fill;   // "" is none
  std::string_view line;   // "" is none
  std::string_view style;  // "dashed", "dotted", "rounded" or ""
  double thickness = 1;
};

struct Caption {
  std::string text;  // lines that each end in \l, \r or \n, escaped
  Lettering lettering = Lettering::note;
  Tone tone = Tone::ink;
};

// Before anything is drawn.
void declare_defaults(Canvas&, double width);

// Each returns its node. `name` is made safe and unique; `link` is dropped unless it is safe.
Agnode_t* draw_box(Canvas&, std::string_view name, const Box&, const Look&, const Caption& = {},
                   std::string_view tooltip = "", std::string_view link = "");
Agnode_t* draw_text(Canvas&, const TextBlock&);

// A line of straight pieces from one node to another. The first must be the younger: Graphviz writes a node
// where it first meets it, and would otherwise draw it too early.
void draw_line(Canvas&, Agnode_t* younger, Agnode_t* elder, const std::vector<Point>&,
               std::string_view colour, double thickness, std::string_view style = "");

}  // namespace fasti
