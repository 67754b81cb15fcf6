#include "cli/pictures.h"

#include <filesystem>

#include <fmt/format.h>

#include "render/dot.h"
#include "render/layout.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

constexpr double points_an_inch = 72;
constexpr double tallest_picture = 32'000 * points_an_inch / ImageLimits().dpi;  // Cairo draws 32,767 pixels
constexpr double height_of_a_part = 8'000;  // which every program can open

// "out/timeline.png", 2 -> "out/timeline-2.png"
std::string numbered(const std::string& name, std::size_t number) {
  const fs::path path = name;
  return (path.parent_path() /
          fmt::format("{}-{}{}", path.stem().string(), number, path.extension().string()))
      .string();
}

void tell_of_parts(const std::string& name, std::size_t parts, const Options& options) {
  Diagnostic d;
  d.code = "png-parted";
  d.message = fmt::format("the picture is too tall for one PNG and was parted into {}", parts);
  d.hint = "the SVG shows all at once, the PDF has pages of paper";
  d.place.path = name;
  tell(d, options);
}

NewFile drawn(const std::string& dot, ImageFormat format, const std::string& name, const Options& options) {
  Image image = render_image(dot, format);
  tell(image.diagnostics, options);
  return {name, std::move(image.bytes)};
}

std::vector<NewFile> parts_of(const Timeline& timeline, const LayoutOptions& how, double width,
                              const std::string& name, const Options& options) {
  const std::vector<Layout> parts = pages(timeline, pango_metrics(), how, {width, height_of_a_part});
  tell_of_parts(name, parts.size(), options);
  std::vector<NewFile> files;
  for (const Layout& part : parts)
    files.push_back(drawn(draw_dot(part), ImageFormat::png, numbered(name, files.size() + 1), options));
  return files;
}

}  // namespace

std::string draw_dot_of(const Timeline& timeline, const LayoutOptions& how) {
  return draw_dot(layout(timeline, pango_metrics(), how));
}

std::vector<NewFile> draw_image(const Timeline& timeline, const LayoutOptions& how, const Paper& paper,
                                ImageFormat format, const std::string& name, const Options& options) {
  if (format == ImageFormat::pdf) {
    std::string dot;
    for (const Layout& page : pages(timeline, pango_metrics(), how, paper)) dot += draw_dot(page);
    return {drawn(dot, format, name, options)};
  }
  const Layout whole = layout(timeline, pango_metrics(), how);
  if (format == ImageFormat::png && whole.height > tallest_picture)
    return parts_of(timeline, how, whole.width, name, options);
  return {drawn(draw_dot(whole), format, name, options)};
}

}  // namespace fasti::cli
