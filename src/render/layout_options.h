// How a picture is to be laid out: what a person chooses with --style and --spacing.
//
//   vertical     time runs down an axis, cards stand beside it        for reading from top to bottom
//   horizontal   time runs to the right, cards stand above and below  for a page that is wider than high
//   lanes        one lane a source, or a type of event                for seeing at a glance who says which
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fasti {

enum class Style { vertical, horizontal, lanes };

// What distances on the axis mean.
enum class Spacing {
  compressed,    // longer times are farther apart, but gaps are left out, and that is shown
  proportional,  // an inch is the same time everywhere
  even,          // from event to event, whatever the time between
};

struct Layout;

enum class LanesBy { source, type };

struct LayoutOptions {
  std::string title;  // the subject; may be empty
  double card_width = 400;
  double margin = 40;
  Style style = Style::vertical;
  Spacing spacing = Spacing::compressed;
  LanesBy lanes_by = LanesBy::source;
  std::string subtitle = {};          // below it; where empty, how many events and sources there are
  bool legend = true;                 // below the events
  const Layout* legend_of = nullptr;  // what the legend explains, where that is more than this picture has
  bool sources = true;                // the list of all sources, at the end
};

// "proportional", as it is written on the command line; the inverse knows only what is listed.
std::string_view to_string(Spacing);
std::optional<Spacing> spacing_from(std::string_view);
std::string spacing_names();  // "compressed, proportional or even"

// "lanes" and "lanes-by-type" are two of these names: a style and what its lanes are.
std::string_view style_name(const LayoutOptions&);
bool set_style(LayoutOptions&, std::string_view name);  // false where there is none of this name
std::string style_names();

}  // namespace fasti
