#include "render/inline_svg.h"

#include <cmath>

#include "catch.h"
#include "fixtures.h"
#include "render/check_holds.h"
#include "render/dot.h"
#include "render/image.h"
#include "render/layout.h"
#include "shared_data.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string graph(const std::string& inside) {
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
         "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<!-- Generated -->\n"
         "<svg width=\"60pt\" height=\"30pt\" viewBox=\"0.00 0.00 60.00 30.00\" "
         "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
         "<g id=\"graph0\" class=\"graph\" transform=\"translate(0 30)\"><title>timeline</title>\n" +
         inside + "</g></svg>";
}

std::string node(const std::string& name, const std::string& inside = "<text fill=\"#1a1d21\">words</text>") {
  return "<g id=\"n\" class=\"node\"><title>" + name + "</title>" + inside + "</g>\n";
}

std::string edge(const std::string& name) {
  return "<g id=\"n\" class=\"edge\"><title>" + name + "</title><path stroke=\"#1a1d21\" d=\"M0,0\"/></g>\n";
}

// Which event the drawing of one node or edge goes to; "" where to none.
void check_owner(const std::string& drawn, const std::string& expected) {
  INFO(drawn);
  const EventIds events = {"e-1", "e-1-2", "e-77"};
  const std::string svg = inline_svg(graph(drawn), events).svg;
  const auto at = svg.find("data-event=\"");
  CHECK((at == svg.npos ? "" : svg.substr(at + 12, svg.find('"', at + 12) - at - 12)) == expected);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("inline svg: names of nodes tell whose they are", "[render][inline-svg]") {
  check_owner(node("event-e-1"), "e-1");
  check_owner(node("event-e-1~2"), "e-1");  // of another lane
  check_owner(node("event-e-1-2"), "e-1-2");
  check_owner(node("mark-e-1-2"), "e-1");  // its second mark
  check_owner(node("mark-e-1-2-1"), "e-1-2");
  check_owner(node("event-e-1-in-2"), "e-1");  // in the second lane
  check_owner(node("mark-e-1-2-in-2"), "e-1");
  check_owner(node("mark-e-1-2-1-in-2"), "e-1-2");
  check_owner(edge("join-e-1-2-1--page"), "e-1");
  check_owner(edge("event-e-1-2-in-1--mark-e-1-2-1-in-1"), "e-1-2");
  check_owner(node("source-1-e-77"), "e-77");
  check_owner(node("date-2-mark-e-77"), "e-77");
  check_owner(node("bracket-e-77-open"), "e-77");
  check_owner(node("tick-2020-09"), "");
  check_owner(node("legend-mark-1"), "");
  check_owner(node("e-77"), "");  // without a word for what it is
  check_owner(edge("event-e-1--mark-e-1-2"), "e-1");
  check_owner(edge("mark-e-77-1--event-e-77"), "e-77");
  check_owner(edge("axis-1--page"), "");
}

TEST_CASE("inline svg: a card with all that follows of it is one link", "[render][inline-svg]") {
  const InlinePicture picture =
      inline_svg(graph(edge("event-e-1--mark-e-1-1") + node("mark-e-1-1") +
                       node("event-e-1",
                            "<g id=\"a_n\"><a xlink:href=\"https://a.example/\" xlink:title=\"It sank\">"
                            "<polygon fill=\"#f3f5f6\" stroke=\"transparent\" points=\"0,0 1,1\"/></a></g>") +
                       node("label-e-1") + node("tick-1") + node("date-e-1")),
                 {"e-1", "e-2"});
  check_holds(picture.svg,
              {"<div class=\"piece\" style=\"--wide:60.00;--high:30.00\"><svg role=\"presentation\" "
               "viewBox=\"0.00 0.00 60.00 30.00\">",
               "<g transform=\"translate(0 30)\">", "<g class=\"of\" data-event=\"e-1\"><path",
               "<a class=\"event\" href=\"#e-1\" data-event=\"e-1\">",
               "<polygon class=\"card\" fill=\"#f3f5f6\" points=\"0,0 1,1\"/>", "words</text></a>",
               "words</text><g class=\"of\" data-event=\"e-1\"", "</svg>"});
  CHECK(count(picture.svg, "<a ") == 1);
  CHECK(count(picture.svg, "</a>") == 1);
  CHECK(picture.shown == EventIds{"e-1"});
  for (const char* gone : {"<title", "<!", "<?", "https://a.example", "xlink", "id=", "transparent"})
    CHECK(picture.svg.find(gone) == std::string::npos);
}

TEST_CASE("inline svg: only what draws is taken over", "[render][inline-svg][hostile]") {
  for (const char* evil :
       {"<script>alert(1)</script>", "<foreignObject><body/></foreignObject>",
        "<image href=\"https://a.example/x.png\"/>", "<style>*{fill:red}</style>", "<use href=\"#n\"/>",
        "<animate attributeName=\"href\" to=\"javascript:x\"/>", "<set attributeName=\"onclick\"/>",
        "<rect fill=\"url(https://a.example/#x)\" onclick=\"alert(1)\" style=\"fill:red\" "
        "href=\"javascript:x\"/>",
        "<a href=\"javascript:x\"><text onload=\"x\">a</text></a>",
        "<svg><script xmlns=\"http://www.w3.org/1999/xhtml\">x</script></svg>"}) {
    INFO(evil);
    const InlinePicture picture = inline_svg(graph(node("event-e-1", evil)), {"e-1"});
    CHECK(picture.svg.size() > 100);
    for (const char* gone : {"<script", "alert", "foreignObject", "<image", "<style", "fill:red", "<use",
                             "<animate", "<set", "a.example", "javascript", " on"})
      CHECK(picture.svg.find(gone) == std::string::npos);
  }
}

TEST_CASE("inline svg: gradients keep to themselves", "[render][inline-svg]") {
  const std::string svg = inline_svg(graph("<defs><linearGradient id=\"l_0\" x1=\"0\"><stop offset=\"0\" "
                                           "stop-color=\"#fff\"/></linearGradient></defs>" +
                                           node("tick-1", "<rect fill=\"url(#l_0)\" width=\"3\"/>")),
                                     {})
                              .svg;
  check_holds(svg, {"<linearGradient id=\"picture-l_0\" x1=\"0\"><stop offset=\"0\" stop-color=\"#fff\"/>",
                    "</linearGradient></defs>", "<rect fill=\"url(#picture-l_0)\" width=\"3\"/>"});
}

TEST_CASE("inline svg: what is no picture gives none", "[render][inline-svg][hostile]") {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<g>";
  for (const std::string& broken :
       {std::string(), std::string("words"), std::string("<svg"), std::string("<html/>"),
        std::string("<svg viewBox=\"0 0 a b\"/>"), std::string("<svg viewBox=\"0 0 -1 5\"/>"),
        std::string("<svg viewBox=\"0 0 nan inf\"/>"), std::string("<svg viewBox=\"0 0 9e99 5\"/>"),
        "<svg viewBox=\"0 0 1 1\">" + deep,
        std::string("<!DOCTYPE svg [<!ENTITY a SYSTEM \"/etc/passwd\">]><svg>&a;</svg>")}) {
    INFO(broken.substr(0, 60));
    CHECK(inline_svg(broken, {}).svg.empty());
  }
  const std::string entity = inline_svg(
                                 "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                 "<svg viewBox=\"0 0 1 1\"><text>&a;x</text></svg>",
                                 {})
                                 .svg;
  CHECK(entity.find("root:") == std::string::npos);
}

TEST_CASE("inline svg: hostile labels stay words", "[render][inline-svg][hostile]") {
  for (const std::string& text :
       {std::string("</svg><script>alert(1)</script>"), std::string("\"><img src=x onerror=alert(1)>"),
        std::string("' onclick='x"), std::string("]]><!-- &amp; \\N &#60;"), std::string("a\0b\x01", 4),
        std::string("\u202Ereversed\u2066 \u200F"), std::string("\xFF\xC3"), std::string(10'000, '<')}) {
    Timeline t = fixtures::story();
    EventIds ids;
    for (TimelineEvent& told : t.events) {
      told.event.label = told.verdict.reason = text;
      ids.insert(told.event.id);
    }
    for (Source& source : t.sources) source.source = source.url = text;
    const Image image = render_image(draw_dot(layout(t, pango_metrics())), ImageFormat::svg);
    const InlinePicture picture = inline_svg(image.bytes, ids);
    INFO(text.substr(0, 40));
    CHECK(picture.shown.size() == t.events.size());
    CHECK(count(picture.svg, "<a ") == t.events.size());
    CHECK(count(picture.svg, "<svg") == count(picture.svg, "<div class=\"piece\""));
    for (const char* gone : {"<script", "<img", "onclick='", "\u202E", "<!--"})
      CHECK(picture.svg.find(gone) == std::string::npos);
    CHECK(picture.svg.find('\0') == std::string::npos);
  }
}

TEST_CASE("inline svg: a tall picture is cut between its words", "[render][inline-svg]") {
  const Timeline t = fixtures::random_timeline(3, 120);
  const Image image = render_image(draw_dot(layout(t, pango_metrics())), ImageFormat::svg);
  EventIds ids;
  for (const TimelineEvent& told : t.events) ids.insert(told.event.id);
  const InlinePicture picture = inline_svg(image.bytes, ids);
  std::vector<std::string> pieces;
  double high = 0;
  for (std::size_t at = picture.svg.find("<div class"); at != std::string::npos;) {
    const std::size_t next = picture.svg.find("<div class", at + 1);
    pieces.push_back(picture.svg.substr(at, next == std::string::npos ? next : next - at));
    const double one = std::stod(pieces.back().substr(pieces.back().find("--high:") + 7));
    CHECK(one < 2 * picture.width);
    high += one;
    at = next;
  }
  CHECK(pieces.size() > picture.height / picture.width / 1.6);
  CHECK(std::abs(high - picture.height) < 0.01 * static_cast<double>(pieces.size()));
  // No word is in two pieces, none is lost, and none leaves its piece.
  CHECK(count(picture.svg, "<text") == count(image.bytes, "<text"));
  CHECK(count(picture.svg, "<a ") == t.events.size());
  for (const std::string& piece : pieces) {
    const double top = std::stod(piece.substr(piece.find("viewBox=\"") + 14));
    const double bottom = top + std::stod(piece.substr(piece.find("--high:") + 7));
    const double moved = std::stod(piece.substr(piece.find("translate(") + 12));
    for (auto at = piece.find("<text"); at != piece.npos; at = piece.find("<text", at + 1)) {
      const double y = std::stod(piece.substr(piece.find(" y=\"", at) + 4)) + moved;
      CHECK((y > top && y < bottom));
    }
  }
}

TEST_CASE("inline svg: what is turned or wide stays in one piece", "[render][inline-svg]") {
  std::string words;
  for (int i = 0; i < 40; ++i)
    words += node("tick-1", fmt::format("<text font-size=\"9\" y=\"{}\">a</text>", i * 20 - 800));
  const auto pieces = [&](std::string_view transform, std::string_view box) {
    const std::string svg = fmt::format(
        "<svg viewBox=\"{}\"><g class=\"graph\" transform=\"{}\">{}</g></svg>", box, transform, words);
    return count(inline_svg(svg, {}).svg, "<div class=\"piece\"");
  };
  CHECK(pieces("scale(1 1) rotate(0) translate(0 800)", "0 0 100 800") == 7);
  CHECK(pieces("translate(0 800)", "0 0 100 800") == 7);
  CHECK(pieces("scale(1 1) rotate(90) translate(0 800)", "0 0 100 800") == 1);
  CHECK(pieces("scale(2 1) rotate(0) translate(0 800)", "0 0 100 800") == 1);
  CHECK(pieces("translate(0 800)", "0 0 1000 800") == 1);
}

TEST_CASE("inline svg: straight lines are written as such", "[render][inline-svg]") {
  const auto check_path = [](const std::string& path, const std::string& expected) {
    INFO(path);
    const std::string svg =
        inline_svg(graph(node("tick-1", "<path stroke=\"#000\" d=\"" + path + "\"/>")), {}).svg;
    CHECK(svg.find(" d=\"" + expected + "\"") != std::string::npos);
  };
  check_path("M0,0C0,0 5,0 5,0", "M0,0L5,0");
  check_path("M0,-1.5C0,-1.5 5,0 5,0 5,0 5,9 5,9", "M0,-1.5L5,0 5,9");
  check_path("M0,0C1,1 2,2 3,3 3,3 4,4 4,4 4,4 9,9 8,8", "M0,0C1,1 2,2 3,3L4,4C4,4 9,9 8,8");
  check_path("M0,0C0,0 5,0", "M0,0C0,0 5,0");
  check_path("M0,0L1,1C1,1 5,0 5,0", "M0,0L1,1C1,1 5,0 5,0");
  check_path("M0,0C0,0 5,0 5,0Z", "M0,0C0,0 5,0 5,0Z");
  check_path("m0,0c0,0 5,0 5,0", "m0,0c0,0 5,0 5,0");
}
