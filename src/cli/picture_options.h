// The options of commands that draw: --style and --spacing.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "render/layout_options.h"

namespace fasti::cli {

struct PictureOptions {
  std::string style = "vertical";
  std::string spacing = "compressed";
};

void add_picture(CLI::App&, PictureOptions&);

// Throws InputError with code "wrong-call" where there is no such style or spacing.
LayoutOptions layout_options_for(const PictureOptions&);

}  // namespace fasti::cli
