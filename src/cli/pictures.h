// Timelines drawn into files: what `fasti build` and `fasti render` have in common.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "render/image.h"
#include "render/layout_options.h"
#include "render/pages.h"
#include "timeline/timeline.h"

namespace fasti::cli {

struct NewFile {
  std::string name;
  std::string bytes;
};

// A PDF has the paper's pages. A PNG that would be taller than Cairo can draw is parted into several,
// timeline-1.png and so on, which is told. What Graphviz remarks is told too. Throws InputError where there
// is no picture.
std::vector<NewFile> draw_image(const Timeline&, const LayoutOptions&, const Paper&, ImageFormat,
                                const std::string& name, const Options&);

std::string draw_dot_of(const Timeline&, const LayoutOptions&);

}  // namespace fasti::cli
