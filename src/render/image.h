// DOT in, picture out: SVG, PNG or PDF, drawn by Graphviz in a process of its own. Graphviz can crash, hang
// and fill the memory, and is not made for threads; whatever happens to it there becomes a sentence here.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace fasti {

enum class ImageFormat { svg, png, pdf };
std::string_view to_string(ImageFormat);                         // "svg"
std::optional<ImageFormat> image_format_from(std::string_view);  // the inverse

struct ImageLimits {
  std::chrono::milliseconds time{60'000};
  std::size_t memory = std::size_t{4} << 30;  // bytes of address space; not kept under the address sanitizer
  std::size_t output = std::size_t{1} << 29;  // bytes of a picture
  double dpi = 144;                           // of a PNG
};

struct Image {
  std::string bytes;
  // "png-reduced": the picture was too tall for a PNG at the wanted dots per inch (32,767 pixels at most),
  // and has fewer; "graphviz-said": what Graphviz itself remarked.
  std::vector<Diagnostic> diagnostics;
};

// Several graphs one after the other are the pages of a PDF, else there must be one. Throws InputError with
// one diagnostic where there is no picture: "drawing-crashed", "drawing-too-slow",
// "drawing-failed" (what Graphviz said is in its hint; also where what came back is no whole picture),
// "png-too-large" where fewer than 48 dots an inch would be left. The DOT must hold its own positions (layout
// nop2). No other thread may use Graphviz or Pango at the same time.
Image render_image(const std::string& dot, ImageFormat, const ImageLimits& = {});

}  // namespace fasti
