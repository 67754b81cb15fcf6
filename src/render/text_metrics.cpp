#include "render/text_metrics.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include <pango/pangocairo.h>

#include "base/sanitizer.h"

#if defined(FASTI_ADDRESS_SANITIZER)
// Fontconfig keeps 288 bytes of its configuration when the process ends; that is not ours to free. Nor is it
// told at each end, for the tests compare what stands on standard error.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace fasti {

namespace {

// Graphviz sets type at 96 dots an inch, with every letter rounded to whole dots, and scales by 72/96. So
// widths do not grow evenly with the type, and we measure in the same way at the very size.
constexpr double graphviz_dpi = 96;
constexpr std::size_t remembered = 50'000;

std::string_view family_of(Type type) { return type.bold ? "Liberation Sans Bold" : "Liberation Sans"; }

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Shared = std::unique_ptr<T, Unref>;

void hint_as_graphviz(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
}

struct Pango {
  Shared<PangoFontMap> fonts{pango_cairo_font_map_new()};
  Shared<PangoContext> context;

  Pango() {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts.get()), graphviz_dpi);
    context.reset(pango_font_map_create_context(fonts.get()));
    hint_as_graphviz(context.get());
  }
};

// One font at one size, with what was measured of it.
struct Face {
  Shared<PangoLayout> layout;
  std::array<double, 128> ascii{};  // advances
  std::unordered_map<std::string, double> known;

  Face(const Pango& pango, Type type) : layout(pango_layout_new(pango.context.get())) {
    PangoFontDescription* font = pango_font_description_from_string(std::string(family_of(type)).c_str());
    pango_font_description_set_size(font, static_cast<int>(type.size * PANGO_SCALE));
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    for (char c = ' '; c < 127; ++c) ascii[static_cast<std::size_t>(c)] = shaped(std::string(4, c)) / 4;
  }

  double shaped(std::string_view text) {
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE * 72 / graphviz_dpi;
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

struct Faces {
  Pango pango;
  std::map<Lettering, Face> faces;

  double width(std::string_view text, Lettering lettering) {
    auto face = faces.find(lettering);
    if (face == faces.end()) face = faces.try_emplace(lettering, pango, type_of(lettering)).first;
    return face->second.width(text);
  }
};

}  // namespace

std::string_view font_name(Lettering lettering) { return family_of(type_of(lettering)); }

TextMetrics pango_metrics() {
  const auto faces = std::make_shared<Faces>();
  return [faces](std::string_view text, Lettering lettering) { return faces->width(text, lettering); };
}

}  // namespace fasti
