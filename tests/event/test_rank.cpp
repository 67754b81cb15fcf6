// How much events matter, and in what order they are shown. An event is told as "id date: doc doc …", with
// marks behind the date: ! disputed, * known to a rule, ~ only planned.
#include <algorithm>
#include <random>
#include <sstream>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "event/rank.h"

#include "catch.h"

using namespace fasti;

namespace {

struct Told {
  std::vector<Event> events;
  std::vector<Settled> settled;
};

Event event_told(const std::string& id, const std::string& date, const std::string& marks,
                 std::istringstream& docs) {
  Event event;
  event.id = id;
  for (std::string doc; docs >> doc;) {
    Claim claim;
    claim.doc = doc;
    claim.range = from_edtf(date);
    claim.rule = marks.find('*') == std::string::npos ? "" : "sank";
    claim.role = marks.find('~') == std::string::npos ? Role::occurrence : Role::plan;
    event.claims.push_back(claim);
  }
  return event;
}

Told told(const std::vector<std::string>& lines) {
  Told all;
  std::vector<bool> disputed;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    std::string id, date, marks;
    words >> id >> date;
    for (; date.find_first_of(":!*~") != std::string::npos; date.pop_back()) marks += date.back();
    all.events.push_back(event_told(id, date, marks, words));
    disputed.push_back(marks.find('!') != std::string::npos);
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    all.settled.push_back({&all.events[i], all.events[i].claims.front().range, disputed[i]});
  return all;
}

// The ids by their places.
std::string order_of(const std::vector<Settled>& events, const SourceOf& sources = {}) {
  const std::vector<Rank> ranks = rank_events(events, sources);
  std::vector<std::string> ids(events.size(), "missing");
  for (std::size_t i = 0; i < events.size(); ++i) ids.at(ranks[i].place - 1) = events[i].event->id;
  std::string order;
  for (const std::string& id : ids) order += (order.empty() ? "" : " ") + id;
  return order;
}

void check(const std::vector<std::string>& lines, const std::string& expected, const SourceOf& sources = {}) {
  CAPTURE(lines);
  CHECK(order_of(told(lines).settled, sources) == expected);
}

}  // namespace

TEST_CASE("what makes an event matter", "[event]") {
  check({"one 2020-05-01: a", "two 2020-05-01: a b"}, "two one");
  check({"vague 2020-05: a", "sharp 2020-05-09: a"}, "sharp vague");
  check({"vague 2020: a", "less 2020-05: a"}, "less vague");
  check({"known 2020-05-02*: a", "unknown 2020-05-01: a"}, "known unknown");
  check({"disputed 2020-05-02!: a", "plain 2020-05-01: a"}, "disputed plain");
  check({"planned 2020-05-01~: a", "done 2020-05-02: a"}, "done planned");
  check({"once 2020-05-01: a", "often 2020-05-02: a a a"}, "often once");
  check({"often 2020-05-01: a a a", "shared 2020-05-02: a b"}, "shared often");
}

TEST_CASE("articles of one source are one voice", "[event]") {
  const std::vector<std::string> lines{"copied 2020-05-01: a1 a2", "shared 2020-05-02: a1 b"};
  check(lines, "copied shared");
  check(lines, "shared copied", {{"a1", "A"}, {"a2", "A"}, {"b", "B"}});
}

TEST_CASE("of equal events the earlier comes first, then the lower id", "[event]") {
  check({"b 2020-05-01: a", "a 2020-05-01: a", "c 2020-04-01: a"}, "c a b");
}

TEST_CASE("a quiet year does not vanish", "[event]") {
  std::vector<std::string> lines{"quiet 1911: z"};
  for (int day = 10; day < 30; ++day) lines.push_back(fmt::format("busy{} 2020-05-{}*: a b c", day, day));
  const Told all = told(lines);
  const std::vector<Rank> ranks = rank_events(all.settled, {});
  CHECK(ranks[0].weight < ranks[1].weight / 2);
  CHECK(ranks[0].place <= 4);
}

TEST_CASE("how many a level holds", "[event]") {
  const auto check_levels = [](std::size_t events, std::size_t main, std::size_t normal) {
    CAPTURE(events);
    CHECK(places_in_levels(1, events) == main);
    CHECK(places_in_levels(2, events) == normal);
    CHECK(places_in_levels(3, events) == events);
  };
  check_levels(0, 0, 0);
  check_levels(3, 3, 3);
  check_levels(40, 5, 40);
  check_levels(41, 5, 40);
  check_levels(200, 15, 50);
  check_levels(100'000, 15, 100);
}

TEST_CASE("places hold whatever the order of the events", "[event]") {
  std::mt19937 random(5);
  std::vector<std::string> lines;
  for (int i = 0; i < 200; ++i)
    lines.push_back(fmt::format("e{:03} {}-{:02}: a{}", i, 2000 + random() % 9, 1 + random() % 12,
                                random() % 3 == 0 ? " b" : ""));
  const Told all = told(lines);
  const std::string expected = order_of(all.settled);
  CHECK(expected.find("missing") == std::string::npos);
  std::vector<Settled> shuffled = all.settled;
  for (int round = 0; round < 5; ++round) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    CHECK(order_of(shuffled) == expected);
  }
}

TEST_CASE("each period has its share of the first places", "[event]") {
  std::mt19937 random(7);
  std::vector<std::string> lines;
  for (int i = 0; i < 300; ++i)
    lines.push_back(fmt::format("e{} {}-05-{:02}{}: a{}", i, random() % 10 == 0 ? 2001 + random() % 9 : 2010,
                                1 + random() % 28, random() % 2 == 0 ? "*" : "",
                                random() % 3 == 0 ? " b c" : ""));
  const Told all = told(lines);
  const std::vector<Rank> ranks = rank_events(all.settled, {});
  for (const std::size_t most : {20U, 40U, 80U}) {  // two decades, of nine years and one
    std::map<std::string, std::size_t> shown, there;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string decade = to_edtf(*all.settled[i].date).substr(0, 3);
      ++there[decade];
      if (ranks[i].place <= most) ++shown[decade];
    }
    const std::size_t share = (most - 1) / 2 / there.size();
    for (const auto& [decade, events] : there) CHECK(shown[decade] >= std::min(share, events));
  }
}

TEST_CASE("ranking hundred thousand events comes to an end", "[event]") {
  std::vector<std::string> lines;
  for (int i = 0; i < 100'000; ++i) lines.push_back(fmt::format("e{} {}-05: a", i, 1000 + i % 1000));
  CHECK(rank_events(told(lines).settled, {}).size() == lines.size());
}

TEST_CASE("an open start stands at its end, and no event at all is no error", "[event]") {
  check({"until ../2020-05: a", "in 2020-05: a"}, "in until");
  check({}, "");
}
