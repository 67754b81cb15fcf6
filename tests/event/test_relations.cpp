// How events belong together. An event is told as "id date who,who type"; a relation as "kind event of".
#include <algorithm>
#include <random>
#include <sstream>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "event/relations.h"

#include "catch.h"

using namespace fasti;

namespace {

struct Told {
  std::vector<Event> events;
  std::vector<Settled> settled;
};

Told told(const std::vector<std::string>& lines) {
  Told all;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    std::string date, who;
    Event event;
    words >> event.id >> date >> who >> event.type;
    Claim claim;
    claim.range = from_edtf(date);
    claim.mention.once = event.type == "death";
    std::istringstream names(who);
    for (std::string name; std::getline(names, name, ',');) claim.mention.participants.push_back(name);
    event.claims = {claim};
    all.events.push_back(event);
  }
  for (const Event& event : all.events) all.settled.push_back({&event, event.claims.front().range, false});
  return all;
}

std::string shown(const std::vector<Settled>& events) {
  std::string text;
  for (const Relation& relation : find_relations(events)) {
    text += fmt::format("{}{} {} {}", text.empty() ? "" : "; ", to_string(relation.kind), relation.event,
                        relation.of);
    if (!relation.every.empty()) text += " " + relation.every;
  }
  return text;
}

void check(const std::vector<std::string>& lines, const std::string& expected) {
  CAPTURE(lines);
  CHECK(shown(told(lines).settled) == expected);
}

void check_order(const std::string& a, const std::string& b, std::string_view expected,
                 std::string_view turned) {
  CAPTURE(a, b);
  CHECK(to_string(order_of(*from_edtf(a), *from_edtf(b))) == expected);
  CHECK(to_string(order_of(*from_edtf(b), *from_edtf(a))) == turned);
}

}  // namespace

TEST_CASE("how two dates stand in time", "[event]") {
  check_order("2020-05-03", "2020-05-04", "before", "after");
  check_order("2020-05-03", "2020-05-03", "same-day", "same-day");
  check_order("2020-05-03T10:00", "2020-05-03T12:00", "same-day", "same-day");
  check_order("2020-05-03", "2020-05-01/2020-05-09", "during", "around");
  check_order("2020-05-03/2020-05-12", "2020-05-01/2020-05-09", "overlapping", "overlapping");
  check_order("2020-05-03", "2020-05", "unknown", "unknown");
  check_order("2020-05-03", "2020-06", "before", "after");
  check_order("2020-05-03", "2020-05-01/..", "unknown", "unknown");
}

TEST_CASE("parts of a longer event", "[event]") {
  check({"siege 2020-05-03/2020-05-20 Tolbury siege", "fight 2020-05-09 Tolbury,Orr attack"},
        "part-of fight siege");
  check({"siege 2020-05-03/2020-05-20 Tolbury siege", "fight 2020-05-09 Orr attack"}, "");
  check({"siege 2020-05-03/2020-05-20 Tolbury siege", "fight 2020-05-21 Tolbury attack"}, "");
  check({"siege 2020-05 Tolbury siege", "fight 2020-05-09 Tolbury attack"}, "");
  check({"died 2020-05-03/2020-05-05 Orr death", "fight 2020-05-04 Orr attack"}, "");
  check({"war 2020-01-03/2020-12-20 Tolbury war", "siege 2020-05-03/2020-05-20 Tolbury siege",
         "fight 2020-05-09 Tolbury attack"},
        "part-of siege war; part-of fight siege");
}

TEST_CASE("events of one day", "[event]") {
  check({"a 2020-05-03 Orr x", "b 2020-05-03 Orr,Fell y", "c 2020-05-03 Fell z", "d 2020-05-03 Moll z"},
        "same-day b a; same-day c b");
  check({"a 2020-05-03 Orr x", "b 2020-05-04 Orr y"}, "");
  check({"a 2020-05 Orr x", "b 2020-05 Orr y"}, "");
}

TEST_CASE("what recurs", "[event]") {
  check({"a 2017-05-06 Tolbury fair", "b 2018-05-05 Tolbury fair", "c 2019-05-04 Tolbury fair"},
        "recurring b a year; recurring c b year");
  check({"a 2017-05-06 Tolbury fair", "b 2018-05-05 Tolbury fair"}, "");
  check({"a 2017-05 Tolbury fair", "b 2018-05 Tolbury fair", "c 2019-05 Tolbury fair"},
        "recurring b a year; recurring c b year");
  check({"a 2017-05-06 Tolbury fair", "b 2018-05-05 Wick fair", "c 2019-05-04 Tolbury fair"}, "");
  check({"a 2017-05-01 Orr rally", "b 2017-05-08 Orr rally", "x 2017-05-10 Orr rally",
         "c 2017-05-15 Orr rally"},
        "recurring b a week; recurring c b week");
  check({"a 2017-01-31 Orr rally", "b 2017-02-28 Orr rally", "c 2017-03-31 Orr rally"},
        "recurring b a month; recurring c b month");
  check({"a 2017-05-06 Orr death", "b 2018-05-05 Orr death", "c 2019-05-04 Orr death"}, "");
}

TEST_CASE("whom all events have tells nothing", "[event]") {
  std::vector<std::string> lines;
  for (int i = 0; i < 20; ++i) lines.push_back(fmt::format("e{} 2020-05-03 Orr t{}", i, i));
  check(lines, "");
}

TEST_CASE("relations hold whatever the order of the events", "[event]") {
  std::mt19937 random(11);
  std::vector<std::string> lines;
  for (int i = 0; i < 300; ++i) {
    const auto month = 1 + random() % 6, day = 1 + random() % 20;
    const std::string to =
        random() % 4 == 0 ? fmt::format("/2020-{:02}-{:02}", month, day + 1 + random() % 7) : "";
    lines.push_back(fmt::format("e{:03} 2020-{:02}-{:02}{} p{},p{} t{}", i, month, day, to, random() % 40,
                                random() % 40, random() % 3));
  }
  const Told all = told(lines);
  const std::string expected = shown(all.settled);
  CHECK(expected.find("part-of") != std::string::npos);
  CHECK(expected.find("same-day") != std::string::npos);
  std::vector<Settled> shuffled = all.settled;
  for (int round = 0; round < 5; ++round) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    CHECK(shown(shuffled) == expected);
  }
}

TEST_CASE("a crowd of events in one stretch of time comes to an end", "[event]") {
  std::vector<std::string> lines;
  for (int i = 0; i < 50'000; ++i)
    lines.push_back(fmt::format("e{} 2020-05-{:02}/2020-06-{:02} p{} t", i, 1 + i % 28, 1 + i % 28, i % 10));
  CHECK(find_relations(told(lines).settled).size() <= 3 * lines.size());
}
