// That the page is well-formed, links where it should and can be read by everybody is the test page-…
// (check_page.py); what its script does is the test browser. Here is what stands in it.
#include "render/page_timeline.h"

#include <algorithm>
#include <cctype>

#include "catch.h"
#include "fixtures.h"
#include "render/check_holds.h"
#include "render/dot.h"
#include "render/image.h"
#include "render/page_explore.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string picture_of(const Timeline& t) {
  return render_image(draw_dot(layout(t, pango_metrics())), ImageFormat::svg).bytes;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("timeline page: each event has a card and an entry with its evidence", "[render][page][explore]") {
  Timeline t = fixtures::story();
  t.title = "The <loss>";
  const std::string html = timeline_page(t, picture_of(t));
  CHECK(count(html, "<details class=\"entry") == t.events.size());
  CHECK(count(html, "<a class=\"event\"") == t.events.size());
  check_holds(html,
              {"<title>The &lt;loss&gt;</title>",
               "<h1>The &lt;loss&gt;</h1>",
               "10 events from 5 sources",
               "<form id=\"controls\" role=\"search\"",
               "<option value=\"0\">courier (5)</option>",
               "name=\"status\" value=\"agreed\"",
               "<div class=\"piece\"",
               "href=\"#e-04\" data-event=\"e-04\">",
               "</svg>",
               "<details class=\"entry is-disputed\" id=\"e-04\" data-status=\"disputed\" data-kind=\"0\" "
               "data-sources=\"0 3 2 1 4\" data-days=\"18533:18533 18533:18533 18535:18535\">",
               "<summary><span class=\"date\">28 September 2020</span>",
               "<strong>28 September 2020 is preferred</strong>",
               "78 % of the evidence",
               "A year ago to the day they lost the ship.",
               "published 28 September 2021 (stated in the text)",
               "What would settle it:",
               "<details class=\"entry is-agreed\" id=\"e-05\"",
               "three sources agree.",
               "On 30 September the owners told their followers.",
               "(in the file&#39;s metadata)",
               "<section id=\"sources\">",
               "<section id=\"how-to-read\">"});
}

TEST_CASE("timeline page: why claims are of one event, and what it belongs to", "[render][page][explore]") {
  Timeline t = fixtures::story();
  t.events[1].event.bonds = {{"observer", {1, 5}, .5, .5, 1, 1, {"wed…", "2013"}}, {}};
  t.relations = {{Relation::Kind::part_of, "e-02", "e-01", ""},
                 {Relation::Kind::same_day, "e-02", "gone", ""}};
  t.events[1].verdict.bounds = Bounds{fixtures::day(2013, 5, 4), "the journey came after"};
  const std::string html = timeline_page(t, "");
  check_holds(html, {"By the order of events it was 4 May 2013.", "the journey came after.",
                     "The two moored in Tolby in 2013.",
                     "because <bdi>observer</bdi> tells of the same: <bdi>wed…, 2013</bdi>.",
                     "They met in 2013.", "Part of: <a href=\"#e-01\"><bdi>The tanker and the barge met"});
  CHECK(count(html, "tells of the same") == 1);
}

TEST_CASE("timeline page: who decided, when and why", "[render][page][explore]") {
  Timeline t = fixtures::story();
  t.events[7].verdict.decided =
      Decided{fixtures::day(2021, 9, 26), {"N.N.", fixtures::day(2026, 5, 3), "the <diary>"}, true, {}};
  check_holds(
      timeline_page(t, ""),
      {"id=\"e-08\"", "Decided by <bdi>N.N.</bdi>, 3 May 2026.</strong> <bdi>the &lt;diary&gt;</bdi>"});
}

TEST_CASE("timeline page: without a picture it has the events", "[render][page][explore]") {
  const Timeline t = fixtures::story();
  for (const char* none : {"", "<svg", "words"}) {
    const std::string html = timeline_page(t, none);
    CHECK(count(html, "<details class=\"entry") == t.events.size());
    CHECK(html.find("<div class=\"piece\"") == std::string::npos);
    CHECK(html.find("id=\"picture\"") == std::string::npos);
    check_holds(html, {"<h1>Timeline</h1>", "<div class=\"panes alone\">"});
  }
}

TEST_CASE("timeline page: an event that the picture leaves out is in the list, which says so",
          "[render][page][explore]") {
  Timeline t = fixtures::story();
  t.events[0].shown = false;
  t.shows_all = "--level 3";
  const std::string html = timeline_page(t, picture_of(t));
  CHECK(count(html, "<a class=\"event\"") == t.events.size() - 1);
  check_holds(html, {"1 smaller event is not shown in the picture; <code>--level 3</code>", "id=\"e-01\"",
                     "not in the picture"});
  CHECK(count(html, "· not in the picture") == 1);
}

TEST_CASE("timeline page: nothing, and odd timelines, have a page", "[render][page][explore][hostile]") {
  Timeline nothing;
  nothing.phrases = fixtures::english_phrases();
  check_holds(timeline_page(nothing, ""), {"No event was found in these texts."});
  CHECK(timeline_page(Timeline{}, "").size() > 1000);
  Timeline t = fixtures::undecided();
  t.conflicts[0].candidates[0].claims = {77};
  t.conflicts[0].compatible = {78};
  t.relations = {{Relation::Kind::recurring, "e-01", "e-01", "year"}};
  const std::string html = timeline_page(t, picture_of(t));
  check_holds(html, {"Date open", "Without a date"});
  t.conflicts[0].event = "gone";
  CHECK(count(timeline_page(t, ""), "<details class=\"entry") == t.events.size());
}

TEST_CASE("timeline page: hostile ids and titles stay words", "[render][page][explore][hostile]") {
  for (const std::string& text :
       {std::string("\"><script>x</script>"), std::string("e 1\n#"), std::string("\xFF", 1),
        std::string("</title></style>"), std::string(10'000, '<')}) {
    Timeline t = fixtures::story();
    t.title = t.events[0].event.id = t.events[0].event.type = text;
    const std::string html = timeline_page(t, picture_of(t));
    INFO(text.substr(0, 40));
    CHECK(count(html, "<script") == 1);
    CHECK(count(html, "</style>") == 1);
    CHECK(count(html, "<a class=\"event\"") == t.events.size());
  }
}

TEST_CASE("timeline page: the dark knows every colour of the picture", "[render][page][explore]") {
  for (int tone = 0; tone <= static_cast<int>(Tone::decided); ++tone) {
    std::string colour(hex(static_cast<Tone>(tone)));
    std::transform(colour.begin(), colour.end(), colour.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    INFO(colour);
    CHECK(page::explore_style.find("[fill=\"" + colour + "\"]") != std::string_view::npos);
  }
}
