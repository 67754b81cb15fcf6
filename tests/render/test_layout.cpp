#include "render/layout.h"

#include <algorithm>
#include <map>
#include <set>

#include "catch.h"
#include "fixtures.h"
#include "layout_checks.h"
#include "render/lanes.h"

using namespace fasti;
using fixtures::day;
using namespace fasti::test;

namespace {

Layout drawn(const Timeline& timeline) {
  return layout(timeline, fixtures::fake_metrics(), {"A title", 400, 40});
}

void check_texts_beside_axis(const Layout& layout) {
  std::vector<Box> boxes;
  for (const Tick& tick : layout.ticks) {
    if (!tick.year.lines.empty()) boxes.push_back(tick.year.box);
    if (!tick.label.lines.empty()) boxes.push_back(tick.label.box);
  }
  for (const Mark& mark : layout.marks) boxes.push_back(mark.box);
  check_apart(boxes, "marks and texts beside the axis");
}

void check_ties(const Layout& layout) {
  std::map<std::string, const Mark*> marks;
  for (const Mark& mark : layout.marks) marks[mark.id] = &mark;
  std::map<std::string, const Card*> cards;
  for (const Card& card : layout.cards) cards[card.event] = &card;
  for (const Tie& tie : layout.ties) {
    const Mark* mark = marks[tie.mark];
    const Card* card = cards[tie.event];
    REQUIRE((mark && card));
    CHECK(tie.points.front().x == Approx(mark->box.right()));
    CHECK(tie.points.front().y == Approx(mark->box.centre_y()));
    CHECK(tie.points.back().x == Approx(card->box.x));
    CHECK(tie.points.back().y >= card->box.y);
    CHECK(tie.points.back().y <= card->box.bottom());
    for (const Point& point : tie.points) CHECK(point.x <= card->box.x);
  }
}

// Later moments stand lower, whatever the compression.
void check_order(const Timeline& timeline, const Layout& layout) {
  std::map<std::string, Moment> moments;
  for (const TimelineEvent& told : timeline.events)
    if (told.verdict.date && !told.verdict.date->open_start)
      moments[told.event.id] = told.verdict.date->earliest;
  std::vector<std::pair<double, Moment>> placed;
  for (const Mark& mark : layout.marks)
    if (mark.standing == Standing::sure && moments.count(mark.event))
      placed.push_back({mark.box.y, moments[mark.event]});
  std::sort(placed.begin(), placed.end());
  CHECK(std::is_sorted(placed.begin(), placed.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; }));
}

void check_all(const Timeline& timeline) {
  const Layout layout = drawn(timeline);
  const Box page{0, 0, layout.width, layout.height};

  std::vector<Box> cards, marks;
  std::set<std::string> events, ids;
  for (const Card& card : layout.cards) {
    cards.push_back(card.box);
    events.insert(card.event);
    check_card(card);
    check_inside(card.box, page, "card");
  }
  CHECK(layout.cards.size() == timeline.events.size());
  CHECK(events.size() == timeline.events.size());
  check_apart(cards, "cards");

  for (const Mark& mark : layout.marks) {
    check_inside(mark.box, page, "mark");
    CHECK(mark.box.right() < layout.cards.front().box.x);
    CHECK(ids.insert(mark.id).second);
  }
  CHECK(layout.marks.size() == dates_of(timeline));
  check_texts_beside_axis(layout);
  check_order(timeline, layout);

  for (const Bracket& bracket : layout.brackets) {
    check_inside({bracket.x - 4, bracket.top, 4, bracket.bottom - bracket.top}, page, bracket.id);
    CHECK(bracket.top < bracket.bottom);
    CHECK(bracket.top >= layout.axis.top);
    CHECK(bracket.bottom <= layout.axis.bottom);
  }
  check_ties(layout);
  std::vector<Box> texts;
  for (const TextBlock& text : layout.texts) {
    check_inside(text.box, page, text.id);
    texts.push_back(text.box);
  }
  check_apart(texts, "texts around the axis");
  for (const Box& card : cards)
    for (const TextBlock& text : layout.texts)
      if (overlap(card, text.box)) FAIL_CHECK("a card lies on " << text.id);
}

const Mark& mark_of(const Layout& layout, const std::string& id) {
  const auto found =
      std::find_if(layout.marks.begin(), layout.marks.end(), [&](const Mark& m) { return m.id == id; });
  REQUIRE(found != layout.marks.end());
  return *found;
}

}  // namespace

TEST_CASE("nothing overlaps, nothing is cut, nothing is forgotten", "[render][layout]") {
  check_all(fixtures::story());
  check_all(fixtures::undecided());
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    check_all(fixtures::random_timeline(seed, 5));
    check_all(fixtures::random_timeline(seed, 50));
  }
  check_all(fixtures::random_timeline(99, 500));
}

TEST_CASE("centuries, years before Christ and single minutes can stand on one axis", "[render][layout]") {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  int number = 0;
  const auto add = [&](const DateRange& range) {
    t.events.push_back(
        fixtures::event(fmt::format("e-{}", ++number), "An event", Status::single, range, {}, ""));
  };
  add(range_of_days(day_of({-9999, 1, 1}), day_of({-9900, 12, 31}), Granularity::century));
  add(range_of_year(-206));
  add(day(-43, 3, 15));
  add(range_of_year(0));
  add(range_of_year(1));
  add(day(1066, 10, 14));
  add(since(day(1850, 1, 1)));
  add(before(day(9999, 12, 31)));
  add(range_of_year(9999));
  check_all(t);
}

TEST_CASE("each rival date has a mark of its own, tied to its line in the card", "[render][layout]") {
  const Layout layout = drawn(fixtures::story());
  const Mark& preferred = mark_of(layout, "mark-e-04-1");
  const Mark& rival = mark_of(layout, "mark-e-04-2");
  CHECK(preferred.standing == Standing::sure);
  CHECK(rival.standing == Standing::rival);
  CHECK(rival.box.y > preferred.box.y);
  CHECK(rival.tooltip == "30 September 2020 – mercury");

  const auto card =
      std::find_if(layout.cards.begin(), layout.cards.end(), [](const Card& c) { return c.event == "e-04"; });
  std::vector<std::string> words;
  for (const TextBlock& text : card->texts) words.insert(words.end(), text.lines.begin(), text.lines.end());
  for (const char* expected : {"28 September 2020", "30 September 2020", "disputed",
                               "Fits each of these:", "September 2020", "2020"})
    CHECK(std::count(words.begin(), words.end(), expected) >= 1);
}

TEST_CASE("months are written once, days and times beside their first mark", "[render][layout]") {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  DateRange minute = day(2020, 9, 28);
  minute.earliest += 20 * 3600 + 21 * 60;
  minute.latest = minute.earliest + 59;
  minute.granularity = Granularity::minute;
  int number = 0;
  for (const DateRange& range :
       {day(2020, 9, 27), day(2020, 9, 27), day(2020, 9, 28), minute, day(2021, 2, 1)})
    t.events.push_back(fixtures::event(fmt::format("e-{}", ++number), "x", Status::single, range, {}, ""));
  std::vector<std::string> written;
  for (const Tick& tick : drawn(t).ticks) {
    if (!tick.year.lines.empty()) written.push_back(tick.year.lines[0]);
    if (!tick.label.lines.empty()) written.push_back(tick.label.lines[0]);
  }
  CHECK(written == std::vector<std::string>{"2020", "Sep", "27", "28", "20:21", "2021", "Feb", "1"});
}

TEST_CASE("where no date is preferred all candidates are drawn alike", "[render][layout]") {
  const Layout layout = drawn(fixtures::undecided());
  CHECK(mark_of(layout, "mark-e-04-1").standing == Standing::open);
  CHECK(mark_of(layout, "mark-e-04-2").standing == Standing::open);
}

TEST_CASE("a person's date that no source gave is shown beside the rivals", "[render][layout]") {
  Timeline t = fixtures::story();
  t.events[3].verdict.status = Status::decided;
  t.events[3].verdict.date = day(2020, 9, 29);
  const Layout layout = drawn(t);
  CHECK(mark_of(layout, "mark-e-04-1").standing == Standing::sure);
  CHECK(mark_of(layout, "mark-e-04-1").tooltip == "29 September 2020");
  CHECK(mark_of(layout, "mark-e-04-2").standing == Standing::rival);
  CHECK(mark_of(layout, "mark-e-04-3").standing == Standing::rival);
}

TEST_CASE("a year is a bracket that spans what happened in it, a day is a mark on the axis",
          "[render][layout]") {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  t.events.push_back(fixtures::event("year", "All year", Status::single, range_of_year(2020), {}, ""));
  t.events.push_back(fixtures::event("day", "One day", Status::single, day(2020, 12, 30), {}, ""));
  const Layout layout = drawn(t);
  REQUIRE(layout.brackets.size() == 1);
  const Mark& mark = mark_of(layout, "mark-day-1");
  CHECK(mark.box.centre_x() == Approx(layout.axis.x));
  CHECK(layout.brackets[0].top < mark.box.y);
  CHECK(layout.brackets[0].bottom > mark.box.centre_y());
  CHECK(mark_of(layout, "mark-year-1").box.centre_x() == Approx(layout.brackets[0].x));
}

TEST_CASE("time in which nothing happens is left out, and it shows", "[render][layout]") {
  const Layout layout = drawn(fixtures::story());
  REQUIRE(layout.axis.breaks.size() >= 2);
  for (const Stretch& gap : layout.axis.breaks) {
    CHECK(gap.top > layout.axis.top);
    CHECK(gap.bottom < layout.axis.bottom);
    for (const Mark& mark : layout.marks)
      CHECK((mark.box.bottom() < gap.top || mark.box.y > gap.bottom || mark.box.centre_x() > layout.axis.x));
  }
}

TEST_CASE("no events give a picture that says so", "[render][layout]") {
  Timeline none;
  none.wording = fixtures::english();
  none.phrases = fixtures::english_phrases();
  const Layout layout = drawn(none);
  CHECK(layout.cards.empty());
  CHECK(layout.axis.top == layout.axis.bottom);
  CHECK(layout.width > 200);
  CHECK(layout.height > 50);
  CHECK(std::any_of(layout.texts.begin(), layout.texts.end(), [](const TextBlock& t) {
    return t.lines.front() == "No event was found in these texts.";
  }));
}

TEST_CASE("many sources are counted, not cut", "[render][layout]") {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  std::vector<Claim> claims;
  for (int i = 0; i < 200; ++i)
    claims.push_back(fixtures::claim(fmt::format("newspaper-{}", i), 1, "q", day(2020, 1, 1), "v"));
  t.events.push_back(fixtures::event("e", "Many", Status::agreed, day(2020, 1, 1), claims, ""));
  check_all(t);
  const Badge last = drawn(t).cards[0].badges.back();
  const std::size_t shown = drawn(t).cards[0].badges.size() - 1;
  CHECK(last.text == fmt::format("+{}", 200 - shown));
  CHECK(last.tooltip.find("newspaper-199") != std::string::npos);
}

TEST_CASE("lanes are as few as can be, and nothing touches in one", "[render][layout]") {
  const std::vector<Stretch> stretches = {{0, 10}, {5, 20}, {12, 30}, {25, 26}};
  const Lanes lanes = lanes_for(stretches, 1);
  CHECK(lanes.of == std::vector<std::size_t>{0, 1, 0, 1});
  CHECK(lanes.count == 2);
}
