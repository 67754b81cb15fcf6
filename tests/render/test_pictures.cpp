// For the eyes: draws the fixtures into the folder that FASTI_PICTURES names.
//   FASTI_PICTURES=pictures fasti_tests "[pictures]"
#include <cstdlib>
#include <fstream>

#include "catch.h"
#include "fixtures.h"
#include "render/dot.h"
#include "render/image.h"
#include "render/report.h"

using namespace fasti;

namespace {

void draw(const Timeline& timeline, const std::string& title, const std::string& folder,
          const std::string& name, const std::string& style = "vertical",
          Spacing spacing = Spacing::compressed) {
  LayoutOptions options;
  options.title = title;
  REQUIRE(set_style(options, style));
  options.spacing = spacing;
  const std::string dot = draw_dot(layout(timeline, pango_metrics(), options));
  std::ofstream(folder + "/" + name + ".dot") << dot;
  std::ofstream(folder + "/" + name + ".md") << conflicts_markdown(timeline);
  for (const ImageFormat format : {ImageFormat::svg, ImageFormat::png, ImageFormat::pdf}) {
    const Image image = render_image(dot, format);
    for (const Diagnostic& diagnostic : image.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    CHECK(image.diagnostics.empty());
    std::ofstream(folder + "/" + name + "." + std::string(to_string(format)), std::ios::binary)
        << image.bytes;
  }
}

}  // namespace

TEST_CASE("pictures to look at", "[.][pictures]") {
  const char* folder = std::getenv("FASTI_PICTURES");
  REQUIRE(folder);
  Timeline one;
  one.wording = fixtures::english();
  Timeline none = one;
  one.sources = {fixtures::story().sources[0]};
  one.events = {fixtures::story().events[6]};
  draw(fixtures::story(), "The loss of Jane: what five newspapers said, and when", folder, "story");
  draw(fixtures::undecided(), "The same, undecided", folder, "undecided");
  draw(fixtures::random_timeline(7, 60), "Sixty random events", folder, "sixty");
  draw(one, "One event", folder, "one");
  draw(none, "Nothing", folder, "none");
}

// FASTI_PICTURES=pictures fasti_tests "[styles-pictures]"
TEST_CASE("every style and spacing to look at", "[.][styles-pictures]") {
  const char* folder = std::getenv("FASTI_PICTURES");
  REQUIRE(folder);
  for (const char* style : {"vertical", "horizontal", "lanes", "lanes-by-type"}) {
    for (const Spacing spacing : {Spacing::compressed, Spacing::proportional, Spacing::even})
      draw(fixtures::undecided(), "The loss of Jane, as five newspapers told it", folder,
           fmt::format("undecided-{}-{}", style, to_string(spacing)), style, spacing);
    draw(fixtures::random_timeline(7, 60), "Sixty random events", folder, fmt::format("sixty-{}", style),
         style);
  }
}
