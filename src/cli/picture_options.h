// The options of commands that draw: --style, --spacing and --paper.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "render/layout_options.h"
#include "render/pages.h"

namespace fasti::cli {

struct PictureOptions {
  std::string style = "vertical";
  std::string spacing = "compressed";
  std::string paper = "A4";
};

void add_picture(CLI::App&, PictureOptions&);

// Throws InputError with code "wrong-call" where there is no such style or spacing.
LayoutOptions layout_options_for(const PictureOptions&);
Paper paper_for(const PictureOptions&);  // the same of a paper

}  // namespace fasti::cli
