#include "render/svg_nodes.h"

#include <charconv>
#include <cmath>
#include <memory>

namespace fasti {

namespace {

using std::string_view_literals::operator""sv;

double number_of(const xmlNode* node, const char* name) {
  const std::vector<double> numbers = numbers_in(attribute_of(node, name));
  return numbers.empty() ? 0 : numbers.front();
}

// How far a text reaches is not known here, but about: letters are half as wide as they are high.
void widen_by_text(DrawnItem& item, const xmlNode* node) {
  const double size = number_of(node, "font-size"), x = number_of(node, "x");
  const double width = 0.55 * size * static_cast<double>(text_of(node).size());
  const std::string anchor = attribute_of(node, "text-anchor");
  const double before = anchor == "middle" ? width / 2 : anchor == "end" ? width : 0;
  item.across.add(x, before, width - before);
  item.down.add(number_of(node, "y"), size, 0.35 * size);
}

}  // namespace

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view name_of(const xmlNode* node) { return view(node->name); }

bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }

std::string text_of(const xmlNode* node) {
  const std::unique_ptr<xmlChar, void (*)(void*)> text(xmlNodeGetContent(node), xmlFree);
  return std::string(view(text.get()));
}

std::string attribute_of(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> text(
      xmlGetNoNsProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return std::string(view(text.get()));
}

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    double number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc() && std::isfinite(number)) numbers.push_back(number);
    at = next == at ? at + 1 : next;
  }
  return numbers;
}

void widen(DrawnItem& item, const xmlNode* node) {
  const std::string_view name = name_of(node);
  if (name == "text") return widen_by_text(item, node);
  if (name == "ellipse" || name == "circle") {
    const double wide = number_of(node, name == "circle" ? "r" : "rx"),
                 high = number_of(node, name == "circle" ? "r" : "ry");
    item.across.add(number_of(node, "cx"), wide, wide);
    item.down.add(number_of(node, "cy"), high, high);
  } else if (name == "rect") {
    item.across.add(number_of(node, "x"), 0, number_of(node, "width"));
    item.down.add(number_of(node, "y"), 0, number_of(node, "height"));
  } else if (name == "line") {
    for (const char* x : {"x1", "x2"}) item.across.add(number_of(node, x));
    for (const char* y : {"y1", "y2"}) item.down.add(number_of(node, y));
  } else {
    const std::vector<double> numbers = numbers_in(attribute_of(node, name == "path" ? "d" : "points"));
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
      item.across.add(numbers[i]);
      item.down.add(numbers[i + 1]);
    }
  }
}

std::optional<std::pair<double, double>> moved_by(std::string_view transform) {
  if (transform.empty()) return std::pair(0., 0.);
  std::string_view rest = transform;
  for (const std::string_view plain : {"scale(1 1) "sv, "rotate(0) "sv})
    if (rest.starts_with(plain)) rest.remove_prefix(plain.size());
  const std::vector<double> numbers = numbers_in(rest);
  if (!rest.starts_with("translate(") || rest.find(')') + 1 != rest.size() || numbers.size() != 2)
    return std::nullopt;
  return std::pair(numbers[0], numbers[1]);
}

}  // namespace fasti
