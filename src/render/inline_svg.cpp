#include "render/inline_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <libxml/parser.h>

#include "base/escape.h"
#include "render/node_names.h"
#include "render/svg_nodes.h"
#include "render/svg_pieces.h"

namespace fasti {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view own = "picture-";  // before ids
constexpr int deepest = 64;                   // of elements within elements; Graphviz needs six

// What draws, and what a gradient consists of. All else is passed over; of `a` and `g` only the children
// stay.
constexpr std::array shapes = {"path"sv, "polygon"sv, "polyline"sv, "ellipse"sv, "circle"sv,
                               "rect"sv, "line"sv,    "text"sv,     "tspan"sv};
constexpr std::array gradients = {"defs"sv, "linearGradient"sv, "radialGradient"sv, "stop"sv};

constexpr std::array attributes = {"d"sv,
                                   "points"sv,
                                   "x"sv,
                                   "y"sv,
                                   "dx"sv,
                                   "dy"sv,
                                   "x1"sv,
                                   "y1"sv,
                                   "x2"sv,
                                   "y2"sv,
                                   "cx"sv,
                                   "cy"sv,
                                   "r"sv,
                                   "rx"sv,
                                   "ry"sv,
                                   "fx"sv,
                                   "fy"sv,
                                   "width"sv,
                                   "height"sv,
                                   "offset"sv,
                                   "transform"sv,
                                   "gradientUnits"sv,
                                   "fill"sv,
                                   "fill-opacity"sv,
                                   "stroke"sv,
                                   "stroke-width"sv,
                                   "stroke-dasharray"sv,
                                   "stroke-opacity"sv,
                                   "stop-color"sv,
                                   "stop-opacity"sv,
                                   "opacity"sv,
                                   "text-anchor"sv,
                                   "text-decoration"sv,
                                   "font-family"sv,
                                   "font-size"sv,
                                   "font-style"sv,
                                   "font-weight"sv};

template <typename List>
bool is_among(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_nothing(std::string_view colour) { return colour == "none" || colour == "transparent"; }

// ---- writing

// A drawing while it is written. Texts have one family as a rule, which then stands at the root only.
struct Drawing {
  const EventIds& events;
  std::string family;
  std::string frame = {};  // what moves all items
  DrawnItem item = {};     // that is being written
  std::string open = {};   // the event whose card it is
  std::vector<DrawnItem> items = {};
  EventIds shown = {};
};

void end_item(Drawing& drawing, bool may_be_cut) {
  drawing.item.may_be_cut = may_be_cut;
  if (!drawing.item.svg.empty()) drawing.items.push_back(std::move(drawing.item));
  drawing.item = {};
}

// url(#a) -> url(#picture-a); nothing for what names something elsewhere.
std::optional<std::string> own_value(std::string_view value) {
  const std::size_t at = value.find("url(");
  if (at == value.npos) return std::string(value);
  if (at != 0 || !value.starts_with("url(#") || !value.ends_with(')')) return std::nullopt;
  return fmt::format("url(#{}{})", own, dot_name(value.substr(5, value.size() - 6)));
}

// Graphviz writes straight lines as curves whose control points are their ends, which takes thrice the room:
// "M0,0C0,0 5,0 5,0" -> "M0,0L5,0". Other paths stay what they are.
std::string straightened(std::string_view path) {
  const std::size_t curves = path.find('C');
  if (!path.starts_with('M') || curves == path.npos ||
      path.find_first_not_of("0123456789.-, ", curves + 1) != path.npos)
    return std::string(path);
  std::vector<std::string_view> points;  // "5,0"
  for (std::size_t at = curves + 1; at < path.size();) {
    const std::size_t end = std::min(path.find(' ', at), path.size());
    if (end > at) points.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  std::string_view here = path.substr(1, curves - 1);
  std::string out = fmt::format("M{}", here);
  char command = 'M';
  for (std::size_t i = 0; i + 2 < points.size(); i += 3) {
    const bool straight = points[i] == here && points[i + 1] == points[i + 2];
    const char next = straight ? 'L' : 'C';
    out += next == command ? ' ' : next;
    out += straight ? std::string(points[i + 2])
                    : fmt::format("{} {} {}", points[i], points[i + 1], points[i + 2]);
    command = next;
    here = points[i + 2];
  }
  return points.size() % 3 == 0 ? out : std::string(path);
}

void write_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += fmt::format(" {}=\"{}\"", name, escape_xml(value));
}

void write_attributes(Drawing& drawing, const xmlNode* node) {
  for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
    const std::string_view name = view(one->name);
    if (one->ns != nullptr) continue;
    const std::string value = attribute_of(node, one->name ? reinterpret_cast<const char*>(one->name) : "");
    if (name == "id" && is_among(gradients, name_of(node)))
      write_attribute(drawing.item.svg, name, std::string(own) + dot_name(value));
    if (!is_among(attributes, name)) continue;
    if (name == "stroke" && is_nothing(value)) continue;  // as where nothing is said
    if (name == "font-family" && value == drawing.family) continue;
    if (name == "text-anchor" && value == "start") continue;
    if (name == "d") {
      write_attribute(drawing.item.svg, name, straightened(value));
      continue;
    }
    if (const auto allowed = own_value(value)) write_attribute(drawing.item.svg, name, *allowed);
  }
}

bool is_seen(const xmlNode* node) {
  if (name_of(node) == "text" || name_of(node) == "tspan") return true;
  const std::string stroke = attribute_of(node, "stroke");
  return !is_nothing(attribute_of(node, "fill")) || !(stroke.empty() || is_nothing(stroke));
}

void write_shapes(Drawing&, const xmlNode* parent, std::string_view card, int depth);

void write_shape(Drawing& drawing, const xmlNode* node, std::string_view card, int depth) {
  const std::string_view name = name_of(node);
  drawing.item.svg += fmt::format("<{}", name);
  if (is_among(shapes, name)) widen(drawing.item, node);
  if (!card.empty()) write_attribute(drawing.item.svg, "class", card);
  write_attributes(drawing, node);
  if (name == "text" || name == "tspan") {
    drawing.item.svg += '>';
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        drawing.item.svg += escape_xml(view(child->content));
      if (is_element(child) && name_of(child) == "tspan" && depth < deepest)
        write_shape(drawing, child, "", depth + 1);
    }
    drawing.item.svg += fmt::format("</{}>", name);
  } else if (is_among(gradients, name) && name != "stop") {
    drawing.item.svg += '>';
    write_shapes(drawing, node, "", depth + 1);
    drawing.item.svg += fmt::format("</{}>", name);
  } else {
    drawing.item.svg += "/>";
  }
}

// All shapes below a node; the first of a card bears its class.
void write_shapes(Drawing& drawing, const xmlNode* parent, std::string_view card, int depth) {
  if (depth > deepest) return;
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (!is_element(node)) continue;
    const std::string_view name = name_of(node);
    if (name == "g" || name == "a") {
      write_shapes(drawing, node, card, depth + 1);
    } else if (is_among(gradients, name)) {
      write_shape(drawing, node, "", depth);
    } else if (is_among(shapes, name) && is_seen(node)) {
      write_shape(drawing, node, card, depth);
      card = "";
    }
  }
}

void close_card(Drawing& drawing) {
  if (!drawing.open.empty()) drawing.item.svg += "</a>\n";
  drawing.open.clear();
  end_item(drawing, false);
}

void open_card(Drawing& drawing, const std::string& event) {
  close_card(drawing);
  drawing.open = event;
  drawing.shown.insert(event);
  drawing.item.svg += fmt::format("<a class=\"event\" href=\"#{0}\" data-event=\"{0}\">", event);
}

std::string title_of(const xmlNode* group) {
  for (const xmlNode* child = group->children; child != nullptr; child = child->next)
    if (is_element(child) && name_of(child) == "title") return text_of(child);
  return "";
}

void write_group(Drawing& drawing, const xmlNode* group) {
  const std::string title = title_of(group);
  const bool edge = attribute_of(group, "class").starts_with("edge");
  const auto event = edge ? event_of_edge(title, drawing.events) : event_of_node(title, drawing.events);
  if (event == drawing.events.end()) {
    close_card(drawing);
    write_shapes(drawing, group, "", 0);
    end_item(drawing, edge);
    return;
  }
  const bool is_card = !edge && title.starts_with("event-");
  if (is_card) open_card(drawing, *event);
  if (!is_card && drawing.open != *event) {
    close_card(drawing);
    drawing.item.svg += fmt::format("<g class=\"of\" data-event=\"{}\">", *event);
    write_shapes(drawing, group, "", 0);
    drawing.item.svg += "</g>\n";
    end_item(drawing, edge);
    return;
  }
  write_shapes(drawing, group, is_card ? "card" : "", 0);
}

bool is_one_thing(const xmlNode* node) {
  const std::string kind = attribute_of(node, "class");
  return kind.starts_with("node") || kind.starts_with("edge");
}

// Nodes and edges stand side by side in the graph, which moves them all; groups between them do nothing. What
// stands beside them is the paper, which a page has of its own.
void write_graph(Drawing& drawing, const xmlNode* parent, int depth) {
  if (depth > deepest) return;
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (!is_element(node)) continue;
    if (is_among(gradients, name_of(node))) {
      close_card(drawing);
      write_shape(drawing, node, "", depth);
      end_item(drawing, true);
    } else if (name_of(node) == "g" && is_one_thing(node)) {
      write_group(drawing, node);
    } else if (name_of(node) == "g") {
      if (depth == 0) drawing.frame = attribute_of(node, "transform");
      write_graph(drawing, node, depth + 1);
    }
  }
}

void move(Reach& reach, double by) {
  reach.from += by;
  reach.to += by;
}

// ---- the whole

std::string first_family(const xmlNode* node, int depth = 0) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child) || depth > deepest) continue;
    if (name_of(child) == "text") return attribute_of(child, "font-family");
    if (std::string family = first_family(child, depth + 1); !family.empty()) return family;
  }
  return "";
}

// "0.00 0.00 619.00 2044.00" -> from 0 to 619 and from 0 to 2044.
std::optional<Sheet> sheet_of(const xmlNode* root) {
  constexpr double most = 1e7;
  const std::vector<double> box = numbers_in(attribute_of(root, "viewBox"));
  if (box.size() != 4 || !(box[2] > 0 && box[2] < most && box[3] > 0 && box[3] < most)) return std::nullopt;
  if (std::abs(box[0]) > most || std::abs(box[1]) > most) return std::nullopt;
  return Sheet{{box[0], box[0] + box[2]}, {box[1], box[1] + box[3]}, "", ""};
}

}  // namespace

InlinePicture inline_svg(std::string_view svg, const EventIds& events) {
  constexpr int careful = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  if (svg.empty() || svg.size() > std::size_t{1} << 30) return {};
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> read(
      xmlReadMemory(svg.data(), static_cast<int>(svg.size()), nullptr, "UTF-8", careful), xmlFreeDoc);
  const xmlNode* root = read == nullptr ? nullptr : xmlDocGetRootElement(read.get());
  if (root == nullptr || name_of(root) != "svg") return {};
  std::optional<Sheet> sheet = sheet_of(root);
  if (!sheet) return {};
  Drawing drawing{events, first_family(root)};
  write_graph(drawing, root, 0);
  close_card(drawing);
  const auto moved = moved_by(drawing.frame);
  for (DrawnItem& item : drawing.items)
    if (moved) move(item.across, moved->first), move(item.down, moved->second);
  if (!drawing.family.empty()) write_attribute(sheet->attributes, "font-family", drawing.family);
  sheet->transform = drawing.frame;
  return {pieces_of(drawing.items, *sheet, !moved), sheet->across.to - sheet->across.from,
          sheet->down.to - sheet->down.from, is_wide(*sheet), std::move(drawing.shown)};
}

}  // namespace fasti
