// The styles of pictures and their spacings: what holds for each of them, and what each is for.
#include <algorithm>
#include <map>
#include <memory>

#include <graphviz/cgraph.h>

#include "catch.h"
#include "fixtures.h"
#include "layout_checks.h"
#include "render/calendar_ticks.h"
#include "render/dot.h"
#include "render/flags.h"
#include "render/layout.h"
#include "render/spread.h"

using namespace fasti;
using namespace fasti::test;
using fixtures::day;

namespace {

const std::vector<std::string> style_list = {"vertical", "horizontal", "lanes", "lanes-by-type"};
const std::vector<Spacing> spacing_list = {Spacing::compressed, Spacing::proportional, Spacing::even};

LayoutOptions options_for(const std::string& style, Spacing spacing) {
  LayoutOptions options;
  options.title = "What the papers said";
  REQUIRE(set_style(options, style));
  options.spacing = spacing;
  return options;
}

Layout drawn(const Timeline& timeline, const std::string& style, Spacing spacing = Spacing::compressed) {
  return layout(timeline, fixtures::fake_metrics(), options_for(style, spacing));
}

void check_styles(const Timeline& timeline, const std::vector<Spacing>& spacings = spacing_list) {
  for (const std::string& style : style_list)
    for (const Spacing spacing : spacings) {
      INFO(style << ", " << to_string(spacing));
      check_picture(timeline, drawn(timeline, style, spacing), style.starts_with("lanes"));
    }
}

Timeline empty() {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  return t;
}

Timeline labelled(unsigned seed, int events, const std::string& label) {
  Timeline t = fixtures::random_timeline(seed, events);
  for (TimelineEvent& told : t.events) told.event.label = label;
  for (Source& source : t.sources) source.source = label;
  return t;
}

// `sources` papers, each of which tells one event.
Timeline told_by(int sources) {
  Timeline t = empty();
  for (int i = 0; i < sources; ++i) {
    const std::string doc = fmt::format("paper-{:02}", i);
    t.events.push_back(fixtures::event(fmt::format("e-{:02}", i), "A thing", Status::single,
                                       day(2021, 1, 1 + i),
                                       {fixtures::claim(doc, 1, "q", day(2021, 1, 1 + i), "v")}, ""));
  }
  return t;
}

std::vector<std::string> lane_names(const Layout& layout) {
  std::vector<std::string> names;
  for (const TextBlock& text : layout.texts)
    if (text.id.starts_with("lane-name")) names.push_back(text.lines.front());
  return names;
}

const Mark* mark_named(const Layout& layout, const std::string& id) {
  for (const Mark& mark : layout.marks)
    if (mark.id == id) return &mark;
  return nullptr;
}

double centre(const Layout& layout, const std::string& id) {
  const Mark* mark = mark_named(layout, id);
  REQUIRE(mark);
  return layout.axis.bottom > layout.axis.top ? mark->box.centre_y() : mark->box.centre_x();
}

Timeline on_days(const std::vector<DateRange>& ranges) {
  Timeline t = empty();
  int number = 0;
  for (const DateRange& range : ranges)
    t.events.push_back(
        fixtures::event(fmt::format("e-{}", ++number), "A thing", Status::single, range, {}, ""));
  return t;
}

}  // namespace

TEST_CASE("in every style and spacing nothing overlaps, is cut, crossed or forgotten", "[render][styles]") {
  check_styles(empty());
  check_styles(fixtures::story());
  check_styles(fixtures::undecided());
  for (unsigned seed = 1; seed <= 4; ++seed) {
    INFO("seed " << seed);
    for (const int events : {1, 5, 50}) check_styles(fixtures::random_timeline(seed, events));
  }
  check_styles(fixtures::random_timeline(99, 500));
}

TEST_CASE("five thousand events stand as well as five", "[render][styles]") {
  check_styles(fixtures::random_timeline(7, 5000), {Spacing::compressed});
}

TEST_CASE("every script and the longest word fit their boxes in every style", "[render][styles]") {
  for (const std::string label :
       {"غرقت العبارة في البحيرة", "渡轮在托尔伯里附近的湖中沉没，十二人获救",
        "🎉🚢 🌊👨‍👩‍👧‍👦", "",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung"}) {
    INFO(label);
    check_styles(labelled(3, 12, label));
  }
}

TEST_CASE("no name of a source, an event or a type breaks the drawing of any style",
          "[render][styles][dot]") {
  for (const std::string& name :
       {std::string("\"quoted\" {braces} \\N \\"), std::string("<script>alert(1)</script> &amp; <b>"),
        std::string("a\nb\r\nc\td"), std::string("nul\0byte", 8), std::string("\xff\xfe\xc0"),
        std::string("\u202Eright to left"), std::string(10'000, 'x')}) {
    Timeline t = labelled(3, 6, name);
    for (TimelineEvent& told : t.events) told.event.type = name;
    for (const std::string& style : style_list) {
      const std::string dot = draw_dot(drawn(t, style));
      CHECK(dot.find('\0') == std::string::npos);
      const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(dot.c_str()), agclose);
      REQUIRE(graph);
      std::size_t cards = 0;
      for (Agnode_t* node = agfstnode(graph.get()); node; node = agnxtnode(graph.get(), node))
        cards += std::string(agnameof(node)).starts_with("event-") ? 1 : 0;
      CHECK(cards >= t.events.size());
    }
  }
}

TEST_CASE("centuries and years before Christ can stand in every style", "[render][styles]") {
  check_styles(on_days({range_of_year(-206), day(-43, 3, 15), range_of_year(1), day(1066, 10, 14),
                        since(day(1850, 1, 1)), before(day(9999, 12, 31)), range_of_year(9999)}));
}

TEST_CASE("proportional: as far apart on the axis as in time, whatever cards need", "[render][styles]") {
  const Timeline t = on_days({day(2020, 1, 1), day(2020, 1, 2), day(2020, 1, 31), day(2020, 3, 1)});
  for (const char* style : {"vertical", "horizontal"}) {
    INFO(style);
    const Layout layout = drawn(t, style, Spacing::proportional);
    std::vector<double> places;  // of the lines that lead from the axis to the marks
    for (int i = 1; i <= 4; ++i) {
      const std::string id = fmt::format("way-mark-e-{}-1", i);
      const auto way = std::find_if(layout.strokes.begin(), layout.strokes.end(),
                                    [&](const Stroke& stroke) { return stroke.id == id; });
      REQUIRE(way != layout.strokes.end());
      places.push_back(std::string(style) == "vertical" ? way->points[0].y : way->points[0].x);
    }
    const double a_day = places[1] - places[0];
    CHECK(a_day > 0);
    CHECK(places[2] - places[0] == Approx(30 * a_day));
    CHECK(places[3] - places[0] == Approx(60 * a_day));
  }
}

TEST_CASE("even: from event to event it is as far after a day as after a year", "[render][styles]") {
  const Timeline t = on_days({day(2020, 1, 1), day(2020, 1, 2), day(2021, 1, 31), day(2021, 2, 1)});
  for (const char* style : {"vertical", "horizontal"}) {
    INFO(style);
    const Layout layout = drawn(t, style, Spacing::even);
    const double first = centre(layout, "mark-e-2-1") - centre(layout, "mark-e-1-1");
    CHECK(first > 0);
    CHECK(centre(layout, "mark-e-3-1") - centre(layout, "mark-e-2-1") == Approx(first));
    CHECK(layout.axis.breaks.empty());
  }
}

TEST_CASE("even: a month stands before its events, not beside those of the month before",
          "[render][styles]") {
  const Timeline t = on_days({day(2020, 1, 1), day(2020, 1, 2), day(2021, 1, 31), day(2021, 2, 1)});
  for (const char* style : {"vertical", "lanes"}) {
    INFO(style);
    const Layout layout = drawn(t, style, Spacing::even);
    const double last = layout.marks[1].box.centre_y(), next = layout.marks[2].box.centre_y();
    for (const Tick& tick : layout.ticks) {
      if (tick.id != "tick-2021-01") continue;
      CHECK(tick.y - last > 12);
      CHECK(next - tick.y == Approx(16));
    }
  }
}

TEST_CASE("lanes: what is vague is no surer than the dates that it fits", "[render][styles][lanes]") {
  const Layout layout = drawn(fixtures::undecided(), "lanes");
  for (const Mark& mark : layout.marks)
    if (mark.event == "e-04") CHECK(mark.standing == Standing::open);
}

TEST_CASE("compressed: a longer time is farther, but not as much, and gaps are shown", "[render][styles]") {
  const Layout layout = drawn(fixtures::story(), "horizontal");
  const auto is_break = [](const Stroke& stroke) { return stroke.id.starts_with("break-"); };
  CHECK(std::count_if(layout.strokes.begin(), layout.strokes.end(), is_break) >= 2);
}

TEST_CASE("horizontal: time runs to the right, cards stand above and below", "[render][styles]") {
  const Layout layout = drawn(fixtures::story(), "horizontal");
  CHECK(layout.width > layout.height);
  std::map<std::string, double> x;
  for (const Mark& mark : layout.marks)
    if (mark.standing == Standing::sure) x[mark.event] = mark.box.x;
  double before = 0;
  for (const TimelineEvent& told : fixtures::story().events) {
    CHECK(x[told.event.id] > before);
    before = x[told.event.id];
  }
  double top = 1e9, bottom = 0;
  for (const Panel& panel : layout.panels)
    if (panel.id.starts_with("ribbon")) top = panel.box.y, bottom = panel.box.bottom();
  const auto above = std::count_if(layout.cards.begin(), layout.cards.end(),
                                   [&](const Card& card) { return card.box.bottom() < top; });
  const auto below = std::count_if(layout.cards.begin(), layout.cards.end(),
                                   [&](const Card& card) { return card.box.y > bottom; });
  CHECK(above == 5);
  CHECK(below == 5);
}

TEST_CASE("horizontal: a rival date is hollow on the axis and tied to the line of the preferred one",
          "[render][styles]") {
  const Layout layout = drawn(fixtures::story(), "horizontal");
  REQUIRE(mark_named(layout, "mark-e-04-2"));
  CHECK(mark_named(layout, "mark-e-04-2")->standing == Standing::rival);
  const auto tie_of = [&](const std::string& mark) {
    return *std::find_if(layout.ties.begin(), layout.ties.end(),
                         [&](const Tie& tie) { return tie.mark == mark; });
  };
  const Tie own = tie_of("mark-e-04-1"), rival = tie_of("mark-e-04-2");
  CHECK(rival.standing == Standing::rival);
  CHECK(rival.points.back().x == Approx(own.points[0].x));
  CHECK(rival.points.back().y > std::min(own.points[0].y, own.points[1].y));
  CHECK(rival.points.back().y < std::max(own.points[0].y, own.points[1].y));
}

TEST_CASE("a year is a bar over all that happened in it", "[render][styles]") {
  const Timeline t = on_days({range_of_year(2020), day(2020, 2, 1), day(2020, 12, 30)});
  for (const Spacing spacing : spacing_list) {
    const Layout layout = drawn(t, "horizontal", spacing);
    REQUIRE(layout.bars.size() == 1);
    const Box& year = layout.bars[0].box;
    if (spacing == Spacing::proportional) continue;  // marks stand beside their places
    CHECK(year.x < centre(layout, "mark-e-2-1"));
    CHECK(year.right() > centre(layout, "mark-e-3-1"));
  }
}

TEST_CASE("lanes: each source tells an event at the date that it gives", "[render][styles][lanes]") {
  const Layout layout = drawn(fixtures::story(), "lanes");
  CHECK(lane_names(layout) ==
        std::vector<std::string>{"courier", "mercury", "observer", "herald", "sentinel"});
  const Mark* courier = mark_named(layout, "mark-e-04-1-in-1");
  const Mark* observer = mark_named(layout, "mark-e-04-1-in-3");
  const Mark* mercury = mark_named(layout, "mark-e-04-2-in-2");
  REQUIRE((courier && observer && mercury));
  CHECK(courier->box.y == observer->box.y);
  CHECK(courier->box.x < observer->box.x);
  CHECK(courier->standing == Standing::sure);
  CHECK(mercury->standing == Standing::rival);
  CHECK(mercury->box.y > courier->box.y);
  CHECK(mercury->tooltip == "30 September 2020 – mercury");

  std::map<std::string, const Stroke*> joins;
  for (const Stroke& stroke : layout.strokes) joins[stroke.id] = &stroke;
  REQUIRE(joins.count("join-e-04-1-2"));  // from courier to mercury: they differ
  CHECK(joins["join-e-04-1-2"]->dashed);
  REQUIRE(joins.count("join-e-09-1-2"));  // both told of the tribute on one day
  CHECK_FALSE(joins["join-e-09-1-2"]->dashed);
  CHECK(joins["join-e-09-1-2"]->points.front().y == joins["join-e-09-1-2"]->points.back().y);
}

TEST_CASE("lanes: the legend explains the lines between them", "[render][styles][lanes]") {
  const auto says = [](const Layout& layout, const std::string& words) {
    return std::any_of(layout.texts.begin(), layout.texts.end(),
                       [&](const TextBlock& text) { return text.lines.front() == words; });
  };
  const std::string alike = "one event in two sources, their dates fit",
                    apart = "the same, but one date must be wrong";
  CHECK(says(drawn(fixtures::story(), "lanes"), alike));
  CHECK(says(drawn(fixtures::story(), "lanes"), apart));
  CHECK_FALSE(says(drawn(told_by(3), "lanes"), alike));
  CHECK_FALSE(says(drawn(fixtures::story(), "vertical"), apart));
}

TEST_CASE("lanes: a vague date is a bar in its lane", "[render][styles][lanes]") {
  const Layout layout = drawn(fixtures::story(), "lanes");
  CHECK(std::any_of(layout.bars.begin(), layout.bars.end(),
                    [](const DateBar& bar) { return bar.runs_down && bar.box.height > bar.box.width; }));
}

TEST_CASE("lanes: a thirteenth source makes that two share the last lane", "[render][styles][lanes]") {
  CHECK(lane_names(drawn(told_by(12), "lanes")).back() == "paper-11");
  const Layout layout = drawn(told_by(15), "lanes");
  const std::vector<std::string> names = lane_names(layout);
  CHECK(names.size() == 12);
  CHECK(names.back() == "4 other sources");
  const Card& last = layout.cards.back();
  REQUIRE(last.badges.size() == 1);  // in the shared lane a card says whose it is
  CHECK(last.badges[0].text == "paper-14");
}

TEST_CASE("lanes by type: one card an event, in the lane of its widest kind", "[render][styles][lanes]") {
  Timeline t = told_by(3);
  for (TimelineEvent& told : t.events) {
    told.event.type = "capsizing";
    told.event.claims[0].mention.type = "capsizing";
    told.event.claims[0].mention.kinds = {"capsizing", "loss-at-sea"};
  }
  t.events[2].event.type = "event";
  t.events[2].event.claims[0].mention = {};
  const Layout layout = drawn(t, "lanes-by-type");
  CHECK(lane_names(layout) == std::vector<std::string>{"Loss at sea", "Not classified"});
  CHECK(layout.cards.size() == 3);

  t.phrases.texts["type-loss-at-sea"] = "Ships lost";  // rules may name a type
  CHECK(lane_names(drawn(t, "lanes-by-type")).front() == "Ships lost");
}

TEST_CASE("lanes by type: rival dates are tied to their line in the card", "[render][styles][lanes]") {
  const Layout layout = drawn(fixtures::story(), "lanes-by-type");
  std::size_t ties = 0;
  for (const Tie& tie : layout.ties) ties += tie.event == "e-04" ? 1 : 0;
  CHECK(ties == 2);
}

TEST_CASE("the same timeline gives the same picture", "[render][styles]") {
  for (const std::string& style : style_list) {
    const Timeline t = fixtures::random_timeline(5, 40);
    const Layout a = drawn(t, style), b = drawn(t, style);
    REQUIRE(a.cards.size() == b.cards.size());
    for (std::size_t i = 0; i < a.cards.size(); ++i)
      CHECK(text_of(a.cards[i].box) == text_of(b.cards[i].box));
  }
}

TEST_CASE("what needs room is moved as little as can be", "[render][spread]") {
  CHECK(spread({10, 11, 50}, {8, 8}) == std::vector<double>{6.5, 14.5, 50});
  CHECK(spread({}, {}).empty());
  CHECK(spread({3}, {}) == std::vector<double>{3});
  CHECK(spread({0, 100}, {8}) == std::vector<double>{0, 100});
  CHECK(spread({5, 5, 5}, {2, 4}) == std::vector<double>{5 - 8.0 / 3, 7 - 8.0 / 3, 11 - 8.0 / 3});
}

TEST_CASE("flags that would cover each other are stacked, the earliest outermost", "[render][flags]") {
  const Flags flags = place_flags({{0, 40}, {30, 50}, {400, 60}}, 200, 3);
  REQUIRE(flags.flags.size() == 3);
  CHECK(flags.flags[0].near == Approx(50 + flag_gap));
  CHECK(flags.flags[1].near == 0);
  CHECK(flags.flags[2].near == 0);
  CHECK(flags.flags[2].pole == 400);
  CHECK(flags.reach == Approx(40 + 50 + flag_gap));
}

TEST_CASE("beside an even axis the finest unit that has room is written", "[render][ticks]") {
  const auto units = [](Day from, Day to, double points) {
    std::map<TickUnit, int> count;
    const Moment a = from * seconds_per_day, b = to * seconds_per_day;
    for (const CalendarTick& tick : calendar_ticks(a, b, points / static_cast<double>(b - a), 12))
      ++count[tick.unit];
    return count;
  };
  using Count = std::map<TickUnit, int>;
  CHECK(units(day_of({2010, 1, 1}), day_of({2020, 1, 1}), 400) ==
        Count{{TickUnit::decade, 2}, {TickUnit::year, 9}});
  CHECK(units(day_of({2020, 9, 28}), day_of({2020, 10, 2}), 100) ==
        Count{{TickUnit::day, 4}, {TickUnit::month, 1}});
  CHECK(units(day_of({-120, 1, 1}), day_of({130, 1, 1}), 40) == Count{{TickUnit::century, 3}});
}

TEST_CASE("styles and spacings are known by their names", "[render][styles]") {
  LayoutOptions options;
  CHECK(style_name(options) == "vertical");
  CHECK(set_style(options, "lanes-by-type"));
  CHECK(options.lanes_by == LanesBy::type);
  CHECK(style_name(options) == "lanes-by-type");
  CHECK_FALSE(set_style(options, "spiral"));
  CHECK(style_names() == "vertical, horizontal, lanes or lanes-by-type");
  CHECK(spacing_from("even") == Spacing::even);
  CHECK_FALSE(spacing_from("odd"));
}
