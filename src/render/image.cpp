// The child inherits no Pango of ours that is in use: pango_metrics keeps font maps of its own, and the child
// replaces the default one before Graphviz asks for it. Pango 1.50 serves each font map from a helper thread,
// and fork does not copy threads; a child that kept a map would wait for an answer that nobody gives.
#include "render/image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <graphviz/gvc.h>
#include <pango/pangocairo.h>

#include "base/escape.h"
#include "render/child_process.h"

namespace fasti {

namespace {

constexpr double most_pixels = 32'767;  // of a Cairo image in each direction
constexpr double least_dpi = 48;        // letters of 8 points are 5 pixels high: still just to be read

enum Exit {
  drawn = 0,
  not_dot = 10,
  no_layout = 11,
  not_rendered = 12,
  not_sent = 13,
  too_large = 14,
  no_format = 15
};

constexpr std::array<std::pair<ImageFormat, std::string_view>, 3> formats = {
    {{ImageFormat::svg, "svg"}, {ImageFormat::png, "png"}, {ImageFormat::pdf, "pdf"}}};

// Graphviz' own name for what draws it; PNG and PDF are asked of Cairo, whichever other plugins are
// installed.
const char* device_of(ImageFormat format) {
  switch (format) {
    case ImageFormat::svg:
      return "svg:svg:core";
    case ImageFormat::png:
      return "png:cairo:cairo";
    case ImageFormat::pdf:
      return "pdf:cairo:cairo";
  }
  return "svg";
}

// Dots an inch at which a picture of this size is drawn; 0 where it would become unreadable.
double dpi_for(Agraph_t* graph, double wanted) {
  const boxf bounds = GD_bb(graph);
  const double longest = std::max({bounds.UR.x - bounds.LL.x, bounds.UR.y - bounds.LL.y, 1.0}) + 8;
  const double possible = std::floor((most_pixels - 1) * 72 / longest);
  if (possible < std::min(least_dpi, wanted)) return 0;
  return std::min(wanted, possible);
}

void set_attribute(Agraph_t* graph, const char* name, const std::string& value) {
  agsafeset(graph, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

// All of this happens in the child; the exit code tells how far it came. Nothing is freed: the process ends.
int draw_with_graphviz(const std::string& dot, ImageFormat format, double dpi, int output) {
  pango_cairo_font_map_set_default(nullptr);
  GVC_t* context = gvContext();
  Agraph_t* graph = agmemread(dot.c_str());
  if (!graph) return not_dot;
  if (gvLayout(context, graph, "nop2") != 0) return no_layout;
  if (format == ImageFormat::png) {
    dpi = dpi_for(graph, dpi);
    if (dpi == 0) return too_large;
    gvFreeLayout(context, graph);
    set_attribute(graph, "dpi", fmt::format("{}", dpi));
    if (gvLayout(context, graph, "nop2") != 0) return no_layout;
  }
  char* bytes = nullptr;
  unsigned int size = 0;
  if (gvRenderData(context, graph, device_of(format), &bytes, &size) != 0 || !bytes) return not_rendered;
  const std::string head = fmt::format("{}\n", dpi);
  return write_all(output, head.data(), head.size()) && write_all(output, bytes, size) ? drawn : not_sent;
}

Diagnostic diagnostic(Severity severity, std::string code, std::string message, std::string hint = "") {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

[[noreturn]] void fail(std::string code, std::string message, std::string hint = "") {
  throw InputError(diagnostic(Severity::error, std::move(code), std::move(message), std::move(hint)));
}

// What Graphviz said, on one line and not too long.
std::string said(const ChildResult& child) {
  constexpr std::size_t most = 300;
  const std::string words = one_line(child.messages);
  if (words.empty()) return "";
  return "Graphviz said: " + (words.size() > most ? one_line(words.substr(0, most)) + " …" : words);
}

void check(const ChildResult& child, ImageFormat format, const ImageLimits& limits) {
  const std::string_view name = to_string(format);
  if (child.timed_out || child.signal == SIGXCPU)
    fail("drawing-too-slow",
         fmt::format("drawing the {} took more than {} seconds and was stopped", name,
                     limits.time.count() / 1000.0),
         "draw fewer events at a time");
  if (child.signal != 0)
    fail("drawing-crashed",
         fmt::format("Graphviz crashed while it drew the {} (signal {})", name, child.signal), said(child));
  if (child.exit_code == too_large)
    fail("png-too-large", "the timeline is too tall for a PNG: it would not be readable any more",
         "draw an SVG or a PDF, or fewer events");
  if (child.exit_code == not_dot)
    fail("drawing-failed", "the drawing is not in Graphviz' language", said(child));
  if (child.exit_code != drawn)
    fail("drawing-failed", fmt::format("Graphviz could not draw the {}", name), said(child));
}

}  // namespace

std::string_view to_string(ImageFormat format) {
  for (const auto& [known, name] : formats)
    if (known == format) return name;
  return "svg";
}

std::optional<ImageFormat> image_format_from(std::string_view text) {
  for (const auto& [format, name] : formats)
    if (name == text) return format;
  return std::nullopt;
}

Image render_image(const std::string& dot, ImageFormat format, const ImageLimits& limits) {
  const ChildResult child =
      run_in_child([&](int output) { return draw_with_graphviz(dot, format, limits.dpi, output); },
                   {limits.time, limits.memory});
  check(child, format, limits);
  Image image;
  const auto head = child.output.find('\n');
  if (head == std::string::npos || head + 1 == child.output.size())
    fail("drawing-failed", fmt::format("Graphviz gave an empty {}", to_string(format)), said(child));
  const double dpi = std::strtod(child.output.c_str(), nullptr);
  image.bytes = child.output.substr(head + 1);
  if (format == ImageFormat::png && dpi < limits.dpi)
    image.diagnostics.push_back(diagnostic(
        Severity::warning, "png-reduced",
        fmt::format(
            "the PNG has {} dots an inch instead of {}, because it may be no taller than 32,767 pixels", dpi,
            limits.dpi),
        "the SVG and the PDF are not affected"));
  if (const std::string words = said(child); !words.empty())
    image.diagnostics.push_back(diagnostic(Severity::note, "graphviz-said", words));
  return image;
}

}  // namespace fasti
