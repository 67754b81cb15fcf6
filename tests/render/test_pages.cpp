// Timelines on sheets of paper.
#include <algorithm>
#include <set>

#include "render/fixtures.h"
#include "render/pages.h"

#include "catch.h"

using namespace fasti;

namespace {

const Paper a4 = *paper_from("A4");

Timeline random_timeline(std::size_t events) {
  return fixtures::random_timeline(7, static_cast<int>(events));
}

std::vector<Layout> on(const Paper& paper, const Timeline& timeline) {
  return pages(timeline, fixtures::fake_metrics(), {.title = "The ferry Wren"}, paper);
}

std::size_t cards_on(const std::vector<Layout>& all) {
  std::size_t cards = 0;
  for (const Layout& page : all) cards += page.cards.size();
  return cards;
}

}  // namespace

TEST_CASE("papers", "[pages]") {
  CHECK(paper_from("a4")->width == Approx(595.28).margin(0.01));
  CHECK(paper_from("A4-landscape")->width == Approx(841.89).margin(0.01));
  CHECK(paper_from("Letter")->height == 792);
  CHECK(!paper_from("A9"));
  CHECK(!paper_from("-landscape"));
  CHECK(!paper_from(""));
}

TEST_CASE("what fits one sheet is one sheet", "[pages]") {
  const std::vector<Layout> all = on(*paper_from("A2"), random_timeline(3));
  REQUIRE(all.size() == 1);
  CHECK(all.front().cards.size() == 3);
  CHECK(all.front().width == paper_from("A2")->width);
  CHECK(on(a4, Timeline()).size() == 1);
}

TEST_CASE("the list of sources keeps its distance from the last card", "[pages]") {
  std::size_t together = 0;
  for (std::size_t events = 20; events < 40; ++events) {
    const Layout last = on(a4, random_timeline(events)).back();
    if (last.cards.empty()) continue;  // the sources found no room below the events
    ++together;
    double cards = 0;
    for (const Card& card : last.cards) cards = std::max(cards, card.box.bottom());
    REQUIRE(!last.rules.empty());
    CHECK(last.rules.back().y > cards + 20);
  }
  CHECK(together > 0);
}

TEST_CASE("the legend on the first page explains what stands on any", "[pages]") {
  const auto statuses_of = [](const Timeline& timeline) {
    std::set<Status> statuses;
    for (const TimelineEvent& told : timeline.events) statuses.insert(told.verdict.status);
    return statuses;
  };
  const Timeline timeline = random_timeline(60);
  const std::vector<Layout> all = on(a4, timeline);
  std::set<Status> explained;
  for (const Mark& mark : all.front().legend_marks) explained.insert(mark.status);
  for (const Status status : statuses_of(timeline)) CHECK(explained.contains(status));
  CHECK(all[1].legend_marks.empty());
}

TEST_CASE("each event stands on one page, in its order, and no page is too small for what it has",
          "[pages]") {
  for (const std::size_t events : {20, 60, 400}) {
    const Timeline timeline = random_timeline(events);
    const std::vector<Layout> all = on(a4, timeline);
    REQUIRE(all.size() > 1);
    CHECK(cards_on(all) == events);
    std::vector<std::string> ids, expected;
    for (const TimelineEvent& told : timeline.events) expected.push_back(told.event.id);
    for (const Layout& page : all) {
      for (const Card& card : page.cards) ids.push_back(card.event);
      CHECK(page.height == Approx(a4.height).margin(1));
      for (const Card& card : page.cards) CHECK(card.box.bottom() <= page.height);
      for (const Card& card : page.cards) CHECK(card.box.right() <= page.width);
      for (const TextBlock& text : page.texts) CHECK(text.box.bottom() <= page.height);
    }
    std::sort(ids.begin(), ids.end());
    std::sort(expected.begin(), expected.end());
    CHECK(ids == expected);
    CHECK(all.size() < events);
  }
}
