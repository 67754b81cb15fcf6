// How long a large picture takes; printed, not judged, since machines differ.
//   fasti_tests "[speed]"
#include <chrono>
#include <cstdio>

#include "catch.h"
#include "fixtures.h"
#include "render/dot.h"
#include "render/image.h"

using namespace fasti;

TEST_CASE("a thousand events to SVG", "[.][speed]") {
  for (const int events : {1000, 2000, 4000}) {
    const Timeline timeline = fixtures::random_timeline(1, events);
    using Clock = std::chrono::steady_clock;
    const auto since = [](Clock::time_point start) {
      return std::chrono::duration<double>(Clock::now() - start).count();
    };
    auto start = Clock::now();
    const Layout laid_out = layout(timeline, pango_metrics());
    const double layout_time = since(start);
    start = Clock::now();
    const std::string dot = draw_dot(laid_out);
    const double dot_time = since(start);
    start = Clock::now();
    const Image svg = render_image(dot, ImageFormat::svg);
    std::printf("%d events, %zu conflicts: layout %.3f s, DOT %.3f s (%zu kB), SVG %.3f s (%zu kB)\n", events,
                timeline.conflicts.size(), layout_time, dot_time, dot.size() / 1000, since(start),
                svg.bytes.size() / 1000);
    CHECK(!svg.bytes.empty());
  }
}

// The layout of 5,000 events with about 1,500 conflicts.
TEST_CASE("five thousand events in every style", "[.][speed]") {
  const Timeline timeline = fixtures::random_timeline(1, 5000);
  for (const char* style : {"vertical", "horizontal", "lanes", "lanes-by-type"})
    for (const Spacing spacing : {Spacing::compressed, Spacing::proportional, Spacing::even}) {
      LayoutOptions options;
      REQUIRE(set_style(options, style));
      options.spacing = spacing;
      const auto start = std::chrono::steady_clock::now();
      const Layout laid_out = layout(timeline, pango_metrics(), options);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
      std::printf("%s, %s: %zu conflicts, %.3f s, %.0f x %.0f\n", style,
                  std::string(to_string(spacing)).c_str(), timeline.conflicts.size(), took.count(),
                  laid_out.width, laid_out.height);
      CHECK(!laid_out.cards.empty());
    }
}
