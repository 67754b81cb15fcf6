// Whom to believe: rings of copies, camps, trust from what is settled and from being borne out, and what to
// ask.
#include <algorithm>
#include <numeric>

#include "trust/ask.h"
#include "trust/invented.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

// "0 1|2|3": the rings, by numbers of sources.
std::string shown(const Rings& rings) {
  std::string text;
  for (const auto& members : rings.members) {
    if (!text.empty()) text += "|";
    for (std::size_t i = 0; i < members.size(); ++i) text += (i == 0 ? "" : " ") + std::to_string(members[i]);
  }
  return text;
}

double mean_accuracy(const Habits& habits, int events, Method method) {
  double sum = 0;
  for (unsigned seed = 1; seed <= 5; ++seed) sum += accuracy(invent(habits, events, seed), method);
  return sum / 5;
}

// Copy-aware beats the vote by at least `gain`; a negative one says how much it may lose.
void check_gain(const Habits& habits, int events, double gain) {
  const double vote = mean_accuracy(habits, events, Method::vote);
  const double aware = mean_accuracy(habits, events, Method::copy_aware);
  CAPTURE(events, vote, aware);
  CHECK(aware - vote >= gain);
}

// One dispute: the sources with an even number say the first candidate, the others the second.
Ballot even_against_odd(std::uint32_t sources, int day = 0) {
  Ballot ballot;
  ballot.candidates = {invented_day(day), invented_day(day + 2)};
  for (std::uint32_t s = 0; s < sources; ++s) ballot.says.push_back({s, s % 2, 1});
  return ballot;
}

Ballots of_sources(std::uint32_t count) {
  Ballots ballots;
  ballots.kinds = {"sinking"};
  for (std::uint32_t s = 0; s < count; ++s) ballots.sources.push_back("s" + std::to_string(s));
  return ballots;
}

}  // namespace

TEST_CASE("sources that share their errors are one ring", "[trust]") {
  const Habits habits{.independent = {0.8, 0.8, 0.8, 0.8}, .ring = 4, .feed = 0.5};
  CHECK(shown(find_rings(invent(habits, 300, 1).ballots)) == "0|1|2|3|4 5 6 7");
  SECTION("a ring that is larger than all others together, too") {
    const Habits large{.independent = {0.8, 0.8, 0.8}, .ring = 9, .feed = 0.2};
    CHECK(shown(find_rings(invent(large, 300, 1).ballots)) == "0|1|2|3 4 5 6 7 8 9 10 11");
  }
  SECTION("being right together makes no ring") {
    const Habits careful{.independent = {0.95, 0.95, 0.95, 0.6, 0.6, 0.6}};
    CHECK(shown(find_rings(invent(careful, 300, 1).ballots)) == "0|1|2|3|4|5");
  }
  SECTION("a few cases prove nothing") {
    CHECK(shown(find_rings(invent(habits, 15, 1).ballots)) == "0|1|2|3|4|5|6|7");
  }
}

TEST_CASE("where a ring is wrong, copy-aware beats the vote by ten points", "[trust][synthetic]") {
  for (const int events : {100, 300}) {
    check_gain({.independent = {0.8, 0.8, 0.8, 0.8}, .ring = 4, .feed = 0.5}, events, 0.1);
    check_gain({.independent = {0.8, 0.8, 0.8, 0.8, 0.8}, .ring = 6, .feed = 0.4}, events, 0.1);
    check_gain({.independent = {0.95, 0.95, 0.95, 0.95, 0.95}, .ring = 6, .feed = 0.3}, events, 0.1);
    check_gain({.independent = {0.9, 0.9, 0.9}, .ring = 3, .feed = 0.5}, events, 0.1);
    check_gain({.independent = {0.8, 0.8, 0.8}, .ring = 9, .feed = 0.2}, events, 0.1);
  }
}

TEST_CASE("where all are independent, copy-aware never loses by more than a point", "[trust][synthetic]") {
  for (const int events : {30, 100, 300}) {
    check_gain({.independent = {0.8, 0.8, 0.8}}, events, -0.01);
    check_gain({.independent = {0.9, 0.8, 0.7, 0.6, 0.5}}, events, -0.01);
    check_gain({.independent = std::vector<double>(8, 0.7)}, events, -0.01);
    check_gain({.independent = {0.95, 0.9, 0.9, 0.8, 0.8, 0.7, 0.7, 0.6, 0.6, 0.5, 0.5, 0.4}}, events, -0.01);
  }
}

TEST_CASE("what a person has settled beats a ring that nobody else can outvote", "[trust][synthetic]") {
  const Habits habits{.independent = {0.9}, .ring = 3, .feed = 0.2, .speaks = 1};
  Invented invented = invent(habits, 200, 3);
  const double before = accuracy(invented, Method::copy_aware);
  for (std::size_t e = 0; e < 10; ++e) {
    Ballot& ballot = invented.ballots.events[e];
    ballot.settled = static_cast<std::uint32_t>(
        invented.truth[e] < 0 ? static_cast<int>(ballot.candidates.size()) : invented.truth[e]);
  }
  CHECK(before < 0.6);
  CHECK(accuracy(invented, Method::copy_aware) >= 0.85);
}

TEST_CASE("sources that differ to one side as a rule are camps", "[trust]") {
  const Habits habits{.independent = {0.9, 0.9, 0.9}, .biased = {2, 2}};
  const Invented invented = invent(habits, 200, 1);
  const Learned learned = learn(invented.ballots, Method::copy_aware);
  const std::vector<Camp>& camps = learned.camps[0];
  REQUIRE(camps.size() == 2);
  CHECK(divided(camps));
  CHECK(camps[0].rings == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(camps[1].rings == std::vector<std::uint32_t>{3, 4});
  CHECK(camps[1].after_first == 2 * 24 * 3600);
  SECTION("errors to both sides make none") {
    const Invented plain = invent({.independent = {0.8, 0.7, 0.6, 0.6, 0.5}}, 200, 1);
    CHECK_FALSE(divided(learn(plain.ballots, Method::copy_aware).camps[0]));
  }
  SECTION("nor does one that errs alone") {
    const Invented alone = invent({.independent = {0.9, 0.9, 0.9}, .biased = {2}}, 200, 1);
    CHECK_FALSE(divided(learn(alone.ballots, Method::copy_aware).camps[0]));
  }
}

TEST_CASE("a tie is a tie", "[trust]") {
  for (const Method method : {Method::vote, Method::weighted, Method::copy_aware}) {
    Ballots ballots = of_sources(4);
    ballots.events = {even_against_odd(4)};
    const auto weights = weigh(learn(ballots, method), ballots.events[0]);
    CAPTURE(to_string(method));
    CHECK(weights[0] == Approx(0.5));
    CHECK(weights[1] == Approx(0.5));
  }
}

TEST_CASE("what is said of an event does not make itself believed", "[trust]") {
  // 0 and 2 say the one, 1 the other; nothing else is known of them. Their agreement here counts once.
  Ballots ballots = of_sources(3);
  ballots.events = {even_against_odd(3)};
  const auto weights = weigh(learn(ballots, Method::copy_aware), ballots.events[0]);
  CHECK(weights[0] == Approx(2.0 / 3));
}

TEST_CASE("one more source that agrees never lowers a candidate", "[trust][property]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Invented invented = invent({.independent = {0.9, 0.7, 0.6, 0.5}, .ring = 2, .feed = 0.5}, 40, seed);
    const auto newcomer = static_cast<std::uint32_t>(invented.ballots.sources.size());
    for (std::size_t e = 0; e < invented.ballots.events.size(); e += 7) {
      Ballots more = invented.ballots;
      more.sources.push_back("newcomer");
      const auto before = weigh(learn(more, Method::copy_aware), more.events[e]);
      for (std::uint32_t c = 0; c < more.events[e].candidates.size(); ++c) {
        Ballots agreeing = more;
        agreeing.events[e].says.push_back({newcomer, c, 1});
        const auto after = weigh(learn(agreeing, Method::copy_aware), agreeing.events[e]);
        CAPTURE(seed, e, c);
        CHECK(after[c] >= before[c] - 1e-9);
      }
    }
  }
}

TEST_CASE("the order of events and sources changes nothing", "[trust][property]") {
  const Invented invented =
      invent({.independent = {0.9, 0.8, 0.7}, .ring = 3, .feed = 0.5, .biased = {2, 2}}, 120, 5);
  const Learned learned = learn(invented.ballots, Method::copy_aware);
  Ballots reversed = invented.ballots;
  std::reverse(reversed.events.begin(), reversed.events.end());
  std::reverse(reversed.sources.begin(), reversed.sources.end());
  const auto last = static_cast<std::uint32_t>(reversed.sources.size() - 1);
  for (Ballot& ballot : reversed.events) {
    for (Say& say : ballot.says) say.source = last - say.source;
    put_in_order(ballot.says);
  }
  const Learned again = learn(reversed, Method::copy_aware);
  const std::size_t events = invented.ballots.events.size();
  for (std::size_t e = 0; e < events; ++e) {
    const auto a = weigh(learned, invented.ballots.events[e]);
    const auto b = weigh(again, reversed.events[events - 1 - e]);
    REQUIRE(a.size() == b.size());
    for (std::size_t c = 0; c < a.size(); ++c) CHECK(a[c] == Approx(b[c]).margin(1e-9));
  }
}

TEST_CASE("asked first is what sets the sources apart that differ most often", "[trust]") {
  // 0 and 1 differ in ten events, 2 and 3 in three; all four in the last one.
  Ballots ballots = of_sources(4);
  const auto dispute = [](std::uint32_t a, std::uint32_t b, int day) {
    Ballot ballot;
    ballot.candidates = {invented_day(day), invented_day(day + 1)};
    ballot.says = {{a, 0, 1}, {b, 1, 1}};
    return ballot;
  };
  for (int e = 0; e < 10; ++e) ballots.events.push_back(dispute(0, 1, 10 * e));
  for (int e = 10; e < 13; ++e) ballots.events.push_back(dispute(2, 3, 10 * e));
  ballots.events.push_back(even_against_odd(4, 200));
  const Learned learned = learn(ballots, Method::copy_aware);
  const auto questions = ask(ballots, learned, 3);
  REQUIRE(questions.size() == 3);
  CHECK(questions[0].event == 13);
  CHECK(questions[0].open_between == 11);
  CHECK(questions[1].event == 0);
  SECTION("what is settled or agreed is not asked") {
    for (Ballot& ballot : ballots.events) ballot.settled = 0;
    ballots.events[4].settled.reset();
    const auto open = ask(ballots, learned, 10);
    REQUIRE(open.size() == 1);
    CHECK(open[0].event == 4);
  }
}

TEST_CASE("methods by name", "[trust]") {
  for (const Method method : {Method::vote, Method::weighted, Method::copy_aware})
    CHECK(method_from(to_string(method)) == method);
  CHECK_FALSE(method_from("mean"));
}
