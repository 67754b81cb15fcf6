#include "render/layout_options.h"

#include <array>

namespace fasti {

namespace {

struct NamedStyle {
  std::string_view name;
  Style style;
  LanesBy lanes_by;
};

struct NamedSpacing {
  std::string_view name;
  Spacing spacing;
};

constexpr std::array styles{NamedStyle{"vertical", Style::vertical, LanesBy::source}};

constexpr std::array spacings{NamedSpacing{"compressed", Spacing::compressed}};

// "a, b or c"
template <typename Table>
std::string listed(const Table& table) {
  std::string text;
  for (std::size_t i = 0; i < table.size(); ++i)
    text += std::string(i == 0 ? "" : i + 1 < table.size() ? ", " : " or ") + std::string(table[i].name);
  return text;
}

}  // namespace

std::string_view to_string(Spacing spacing) {
  for (const NamedSpacing& one : spacings)
    if (one.spacing == spacing) return one.name;
  return "";
}

std::optional<Spacing> spacing_from(std::string_view name) {
  for (const NamedSpacing& one : spacings)
    if (one.name == name) return one.spacing;
  return std::nullopt;
}

std::string spacing_names() { return listed(spacings); }

std::string_view style_name(const LayoutOptions& options) {
  for (const NamedStyle& one : styles)
    if (one.style == options.style && (one.style != Style::lanes || one.lanes_by == options.lanes_by))
      return one.name;
  return "";
}

bool set_style(LayoutOptions& options, std::string_view name) {
  for (const NamedStyle& one : styles) {
    if (one.name != name) continue;
    options.style = one.style;
    options.lanes_by = one.lanes_by;
    return true;
  }
  return false;
}

std::string style_names() { return listed(styles); }

}  // namespace fasti
