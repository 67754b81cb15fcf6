#include "render/canvas.h"

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

// libcgraph takes its strings as char*, but does not write to them.
char* raw(const std::string& text) { return const_cast<char*>(text.c_str()); }

// `name` is a literal.
void declare(Canvas& canvas, int kind, const char* name, const std::string& value) {
  Agsym_t* symbol = agattr(canvas.graph, kind, const_cast<char*>(name), raw(value));
  if (kind == AGNODE) canvas.of_nodes[name] = symbol;
  if (kind == AGEDGE) canvas.of_edges[name] = symbol;
}

void set(Canvas& canvas, Agnode_t* node, std::string_view name, const std::string& value) {
  agxset(node, canvas.of_nodes.at(name), raw(value));
}

void set(Canvas& canvas, Agedge_t* edge, std::string_view name, const std::string& value) {
  agxset(edge, canvas.of_edges.at(name), raw(value));
}

// A number without needless zeros: "12.5", "3".
std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string inches(double points) { return fmt::format("{:.4f}", points / 72); }

std::string place(const Canvas& canvas, Point point) {
  return number(point.x) + "," + number(canvas.height - point.y);
}

std::string unique_name(Canvas& canvas, std::string_view wanted) {
  std::string name = dot_name(wanted);
  const int count = ++canvas.names[name];
  return count == 1 ? name : fmt::format("{}~{}", name, count);
}

std::string style_of(const Look& look) {
  std::string style(look.style);
  if (!look.fill.empty()) style += style.empty() ? "filled" : ",filled";
  return style;
}

}  // namespace

void declare_defaults(Canvas& canvas, double width) {
  declare(canvas, AGRAPH, "layout", "nop2");
  declare(canvas, AGRAPH, "outputorder", "edgesfirst");
  declare(canvas, AGRAPH, "bgcolor", "white");
  declare(canvas, AGRAPH, "pad", "0");
  declare(canvas, AGRAPH, "margin", "0");  // or a PDF gets half an inch of its own
  declare(canvas, AGRAPH, "charset", "UTF-8");
  declare(canvas, AGRAPH, "linelength", "0");  // no line breaks within strings
  declare(canvas, AGRAPH, "bb", fmt::format("0,0,{},{}", number(width), number(canvas.height)));
  for (const char* name : {"pos", "width", "height", "tooltip", "URL", "target", "style", "id"})
    declare(canvas, AGNODE, name, "");
  declare(canvas, AGNODE, "shape", "plaintext");
  declare(canvas, AGNODE, "label",
          "\\N");  // not "": agwrite leaves out empty defaults, and the name would be drawn
  declare(canvas, AGNODE, "fixedsize", "true");
  declare(canvas, AGNODE, "margin", "0");
  declare(canvas, AGNODE, "fontname", std::string(font_name(Lettering::note)));
  declare(canvas, AGNODE, "fontsize", number(type_of(Lettering::note).size));
  declare(canvas, AGNODE, "fontcolor", std::string(hex(Tone::ink)));
  declare(canvas, AGNODE, "color", "transparent");
  declare(canvas, AGNODE, "fillcolor", "transparent");
  declare(canvas, AGNODE, "penwidth", "1");
  for (const char* name : {"pos", "style"}) declare(canvas, AGEDGE, name, "");
  declare(canvas, AGEDGE, "color", std::string(hex(Tone::ink)));
  declare(canvas, AGEDGE, "penwidth", "1");
}

Agnode_t* draw_box(Canvas& canvas, std::string_view name, const Box& box, const Look& look,
                   const Caption& caption, std::string_view tooltip, std::string_view link) {
  Agnode_t* node = agnode(canvas.graph, raw(unique_name(canvas, name)), 1);
  set(canvas, node, "pos", place(canvas, {box.centre_x(), box.centre_y()}) + "!");
  set(canvas, node, "width", inches(box.width));
  set(canvas, node, "height", inches(box.height));
  set(canvas, node, "shape", std::string(look.shape));
  if (!look.fill.empty()) set(canvas, node, "fillcolor", std::string(look.fill));
  if (!look.line.empty()) set(canvas, node, "color", std::string(look.line));
  if (look.thickness != 1) set(canvas, node, "penwidth", number(look.thickness));
  set(canvas, node, "style", style_of(look));
  set(canvas, node, "label", caption.text);
  if (!caption.text.empty()) {
    set(canvas, node, "fontname", std::string(font_name(caption.lettering)));
    set(canvas, node, "fontsize", number(type_of(caption.lettering).size));
    set(canvas, node, "fontcolor", std::string(hex(caption.tone)));
  }
  if (!tooltip.empty()) set(canvas, node, "tooltip", escape_dot(tooltip));
  // Graphviz prints addresses into SVG as they are, so they are escaped for XML here.
  if (const std::string url = safe_link(link); !url.empty()) set(canvas, node, "URL", escape_xml(url));
  return node;
}

Agnode_t* draw_text(Canvas& canvas, const TextBlock& block) {
  Caption caption{"", block.lettering, block.tone};
  for (const std::string& line : block.lines)
    caption.text += escape_dot(one_line(line)) + (block.align == Align::left ? "\\l" : "\\r");
  return draw_box(canvas, block.id, block.box, {"plaintext", "", "", "", 1}, caption, block.tooltip);
}

void draw_line(Canvas& canvas, Agnode_t* younger, Agnode_t* elder, const std::vector<Point>& points,
               std::string_view colour, double thickness, std::string_view style) {
  Agedge_t* edge = agedge(canvas.graph, younger, elder, nullptr, 1);
  // Graphviz knows only Bézier curves: a straight piece is one whose control points are its ends.
  std::string pos = place(canvas, points.front());
  for (std::size_t i = 1; i < points.size(); ++i)
    for (const Point& point : {points[i - 1], points[i], points[i]}) pos += " " + place(canvas, point);
  set(canvas, edge, "pos", pos);
  set(canvas, edge, "color", std::string(colour));
  if (thickness != 1) set(canvas, edge, "penwidth", number(thickness));
  if (!style.empty()) set(canvas, edge, "style", std::string(style));
}

}  // namespace fasti
