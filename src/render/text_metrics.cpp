#include "render/text_metrics.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <unordered_map>

#include <pango/pangocairo.h>

namespace fasti {

namespace {

constexpr double reference_size = 100;  // points at which is measured; all else is in proportion
constexpr std::size_t remembered = 50'000;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Shared = std::unique_ptr<T, Unref>;

// One face, regular or bold. The font map is our own, not Pango's default: Pango keeps a helper thread for each map,
// and a child process that inherits the default map without its thread would wait for ever (see image.cpp).
struct Face {
  Shared<PangoFontMap> fonts;
  Shared<PangoContext> context;
  Shared<PangoLayout> layout;
  std::array<double, 128> ascii{};
  std::unordered_map<std::string, double> known;

  explicit Face(bool bold) : fonts(pango_cairo_font_map_new()) {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts.get()), 72);
    context.reset(pango_font_map_create_context(fonts.get()));
    layout.reset(pango_layout_new(context.get()));
    PangoFontDescription* font = pango_font_description_from_string(bold ? "Helvetica Bold" : "Helvetica");
    pango_font_description_set_absolute_size(font, reference_size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    for (char c = ' '; c < 127; ++c) ascii[static_cast<std::size_t>(c)] = shaped(std::string(4, c)) / 4;
  }

  double shaped(std::string_view text) {
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
  }

  double width(std::string_view text) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 128; };
    if (std::all_of(text.begin(), text.end(), is_ascii)) {
      double sum = 0;
      for (const char c : text) sum += ascii[static_cast<std::size_t>(c)];
      return sum;
    }
    if (known.size() > remembered) known.clear();
    const auto [entry, is_new] = known.try_emplace(std::string(text), 0);
    if (is_new) entry->second = shaped(text);
    return entry->second;
  }
};

}  // namespace

std::string_view font_name(Lettering lettering) { return type_of(lettering).bold ? "Helvetica-Bold" : "Helvetica"; }

TextMetrics pango_metrics() {
  const auto regular = std::make_shared<Face>(false);
  const auto bold = std::make_shared<Face>(true);
  return [regular, bold](std::string_view text, Lettering lettering) {
    const Type type = type_of(lettering);
    return (type.bold ? bold : regular)->width(text) * type.size / reference_size;
  };
}

}  // namespace fasti
