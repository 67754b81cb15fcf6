// Links → groups. Links are a-b:strength in tenths; groups stand between |.
#include <algorithm>
#include <random>
#include <sstream>

#include "event/cluster.h"

#include "catch.h"

using namespace fasti;

namespace {

std::string shown(const std::vector<Group>& groups) {
  std::string text;
  for (const Group& group : groups) {
    if (group.size() == 1) continue;
    text += text.empty() ? "" : " | ";
    for (std::size_t i = 0; i < group.size(); ++i) text += (i > 0 ? " " : "") + std::to_string(group[i]);
  }
  return text;
}

std::vector<Link> links_of(const std::string& text) {
  std::istringstream words(text);
  std::vector<Link> links;
  std::size_t a = 0, b = 0, tenths = 0;
  char sign = 0;
  while (words >> a >> sign >> b >> sign >> tenths) links.push_back({static_cast<double>(tenths) / 10, a, b});
  return links;
}

bool any(const Group&, const Group&) { return true; }

void check(const std::string& links, const std::string& expected) {
  CAPTURE(links);
  CHECK(shown(cluster(6, links_of(links), 0.2, any)) == expected);
}

}  // namespace

TEST_CASE("what is linked strongly enough is one group", "[event]") {
  check("", "");
  check("0-1:2", "0 1");
  check("0-1:1", "");
  check("0-1:9 2-3:9", "0 1 | 2 3");
}

TEST_CASE("a group is joined by what belongs to it on average", "[event]") {
  check("0-1:9 1-2:3", "0 1");              // 2 belongs to them with 0.15
  check("0-1:9 1-2:3 0-2:1", "0 1 2");      // with 0.2
  check("0-1:9 2-3:9 1-2:7", "0 1 | 2 3");  // 0.7 of four pairs
  check("0-1:9 2-3:9 1-2:7 0-3:2", "0 1 2 3");
}

TEST_CASE("the strongest links come first, and of equals the smaller numbers", "[event]") {
  check("0-1:3 1-2:9", "1 2");
  check("0-1:3 1-2:3", "0 1");
}

TEST_CASE("what may not be joined stays apart, with all that joined it", "[event]") {
  const auto not_both = [](const Group& a, const Group& b) {
    const auto has = [&](std::size_t x) {
      return std::find(a.begin(), a.end(), x) != a.end() || std::find(b.begin(), b.end(), x) != b.end();
    };
    return !(has(0) && has(2));
  };
  CHECK(shown(cluster(3, links_of("0-1:9 1-2:8 0-2:8"), 0.2, not_both)) == "0 1");
}

TEST_CASE("the order of the links changes nothing", "[event]") {
  std::mt19937 random(5);
  std::vector<Link> links;
  for (std::size_t a = 0; a < 60; ++a)
    for (std::size_t b = a + 1; b < 60; ++b)
      if (random() % 4 == 0) links.push_back({static_cast<double>(random() % 10) / 10, a, b});
  const std::string first = shown(cluster(60, links, 0.2, any));
  REQUIRE(!first.empty());
  for (int i = 0; i < 5; ++i) {
    std::shuffle(links.begin(), links.end(), random);
    REQUIRE(shown(cluster(60, links, 0.2, any)) == first);
  }
}
