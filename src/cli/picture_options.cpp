#include "cli/picture_options.h"

#include <fmt/format.h>

#include "base/diagnostic.h"

namespace fasti::cli {

namespace {

InputError unknown(std::string_view what, const std::string& name, const std::string& known) {
  return call_error(fmt::format("there is no {} \"{}\"", what, name), fmt::format("--{} is {}", what, known));
}

}  // namespace

void add_picture(CLI::App& app, PictureOptions& options) {
  app.add_option("--style", options.style, fmt::format("How the picture is laid out: {}", style_names()))
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--spacing", options.spacing,
                 fmt::format("What distances on its axis mean: {}", spacing_names()))
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--paper", options.paper, fmt::format("The pages of a PDF: {}", paper_names()))
      ->type_name("NAME")
      ->capture_default_str();
}

LayoutOptions layout_options_for(const PictureOptions& options) {
  LayoutOptions layout;
  if (!set_style(layout, options.style)) throw unknown("style", options.style, style_names());
  const auto spacing = spacing_from(options.spacing);
  if (!spacing) throw unknown("spacing", options.spacing, spacing_names());
  layout.spacing = *spacing;
  return layout;
}

Paper paper_for(const PictureOptions& options) {
  if (const auto paper = paper_from(options.paper)) return *paper;
  throw unknown("paper", options.paper, paper_names());
}

}  // namespace fasti::cli
