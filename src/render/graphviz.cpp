#include "render/graphviz.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include "render/pdf_pages.h"

namespace fasti {

namespace {

constexpr double most_pixels = 32'767;  // of a Cairo image in each direction
constexpr double least_dpi = 48;        // letters of 8 points are 5 pixels high: still just to be read

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

bool write_all(std::FILE* output, const void* bytes, std::size_t size) {
  return std::fwrite(bytes, 1, size, output) == size;
}

}  // namespace

namespace {

// Ends with the last graph of the text.
class Graphs {
 public:
  explicit Graphs(const std::string& dot)
      : stream_(::fmemopen(const_cast<char*>(dot.data()), std::max<std::size_t>(dot.size(), 1), "r")) {}
  Agraph_t* next() { return stream_ == nullptr ? nullptr : agread(stream_, nullptr); }

 private:
  std::FILE* stream_;
};

struct Drawn {
  DrawingExit exit = DrawingExit::drawn;
  std::string bytes;
};

Drawn draw_graph(GVC_t* context, Agraph_t* graph, ImageFormat format, double& dpi) {
  if (gvLayout(context, graph, "nop2") != 0) return {DrawingExit::no_layout, ""};
  if (format == ImageFormat::png) {
    dpi = dpi_for(graph, dpi);
    if (dpi == 0) return {DrawingExit::too_large, ""};
    gvFreeLayout(context, graph);
    set_attribute(graph, "dpi", fmt::format("{}", dpi));
    if (gvLayout(context, graph, "nop2") != 0) return {DrawingExit::no_layout, ""};
  }
  char* bytes = nullptr;
  unsigned int size = 0;
  if (gvRenderData(context, graph, device_of(format), &bytes, &size) != 0 || !bytes)
    return {DrawingExit::not_rendered, ""};
  Drawn drawn{DrawingExit::drawn, std::string(bytes, size)};
  gvFreeRenderData(bytes);
  gvFreeLayout(context, graph);
  agclose(graph);
  return drawn;
}

// Each graph is a page.
Drawn draw_pdf(GVC_t* context, const std::string& dot) {
  std::vector<std::string> pages;
  Graphs graphs(dot);
  double unused = 0;
  while (Agraph_t* graph = graphs.next()) {
    Drawn page = draw_graph(context, graph, ImageFormat::pdf, unused);
    if (page.exit != DrawingExit::drawn) return page;
    pages.push_back(std::move(page.bytes));
  }
  if (pages.empty()) return {DrawingExit::not_dot, ""};
  try {
    return {DrawingExit::drawn, bound_pdf(pages)};
  } catch (const std::exception&) {
    return {DrawingExit::not_rendered, ""};
  }
}

Drawn draw_picture(GVC_t* context, const std::string& dot, ImageFormat format, double& dpi) {
  Agraph_t* graph = agmemread(dot.c_str());
  if (!graph) return {DrawingExit::not_dot, ""};
  return draw_graph(context, graph, format, dpi);
}

}  // namespace

DrawingExit draw_with_graphviz(const std::string& dot, ImageFormat format, double dpi, std::FILE* output) {
  GVC_t* context = gvContext();
  const Drawn drawn =
      format == ImageFormat::pdf ? draw_pdf(context, dot) : draw_picture(context, dot, format, dpi);
  if (drawn.exit != DrawingExit::drawn) return drawn.exit;
  const std::string head = fmt::format("{}\n", dpi);
  const bool sent = write_all(output, head.data(), head.size()) &&
                    write_all(output, drawn.bytes.data(), drawn.bytes.size()) && std::fflush(output) == 0;
  return sent ? DrawingExit::drawn : DrawingExit::not_sent;
}

}  // namespace fasti
