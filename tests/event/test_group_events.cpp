// Which claims tell one event. Each event is its type and its claims, article:date; events stand between |.
#include <algorithm>
#include <random>

#include "calendar/edtf.h"
#include "claim/english.h"
#include "event/group_events.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

struct Told {
  std::vector<Claim> claims;
  NamesByDocument names;
};

Told told_in(const std::vector<Text>& texts) {
  Told told;
  for (const Document& document : documents_of(texts)) {
    Claims claims = find_claims(document, english());
    told.names[document.article.id] = claims.names;
    std::move(claims.dated.begin(), claims.dated.end(), std::back_inserter(told.claims));
  }
  return told;
}

// Texts are a, b, c … in their order, all published on one day.
std::vector<Text> articles(const std::vector<std::string>& texts) {
  std::vector<Text> list;
  for (const std::string& text : texts)
    list.push_back({text, "2021-09-29", std::string(1, static_cast<char>('a' + list.size()))});
  return list;
}

std::string shown(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const Event& event : events) {
    std::string line = event.type;
    for (const Claim& claim : event.claims) line += " " + claim.doc + ":" + to_edtf(*claim.range);
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : " | ") + line;
  return all;
}

void check(const std::vector<std::string>& texts, const std::string& expected) {
  const Told told = told_in(articles(texts));
  CAPTURE(texts);
  CHECK(shown(group_events(told.claims, told.names)) == expected);
}

std::string with_ids(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const Event& event : events) {
    std::string line = event.id + " " + event.label + ":";
    for (const Claim& claim : event.claims) line += " " + claim.doc + claim.quote;
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

const std::vector<std::string> busy{
    "Ned Orr was born in 1951. He died on June 3, 2019. On June 4, 2019 Ann Fell announced the death. The "
    "mill "
    "burned down in 2018.",
    "The death of Ned Orr on June 5, 2019 shocked Ann Fell. He had bought the mill in May 2017, and sold it "
    "in "
    "2018.",
    "In June 2019 Ned Orr passed away. Ann Fell said on June 4, 2019 that he had died. The mill burned down "
    "on "
    "May 3, 2018.",
    "Ned Orr resigned on May 1, 2018. Ann Fell resigned on May 3, 2018. They married in 1980. The mill "
    "burned."};

}  // namespace

TEST_CASE("one event told in other words by several articles", "[event]") {
  check({"Ned Orr died on June 3, 2019.", "On June 3, 2019, Ned Orr passed away."},
        "death a:2019-06-03 b:2019-06-03");
  check({"Ned Orr died on June 3, 2019. Ann Fell left.",
         "The death of Orr on June 5, 2019 shocked Ann Fell. Ned Orr left."},
        "death a:2019-06-03 b:2019-06-05");
  check({"Ned Orr and Ann Fell lost their baby on June 3, 2019.",
         "Ann Fell had a miscarriage in June 2019. Ned Orr left."},
        "bereavement b:2019-06 a:2019-06-03");
}

TEST_CASE("different people are different events", "[event]") {
  check({"Ned Orr died on June 3, 2019 in Marrow Bay.", "Ann Fell died on June 3, 2019 in Marrow Bay."},
        "death a:2019-06-03 | death b:2019-06-03");
  check(
      {"Ned Orr resigned on June 3, 2019 in Marrow Bay.", "Ann Fell resigned on June 4, 2019 in Marrow Bay."},
      "resignation a:2019-06-03 | resignation b:2019-06-04");
}

TEST_CASE("different things that happened are different events", "[event]") {
  check({"Ned Orr was arrested on June 3, 2019.", "Ned Orr was charged on June 3, 2019."},
        "arrest a:2019-06-03 | charge b:2019-06-03");
  check({"Ned Orr crossed the lake on June 3, 2019.", "Ned Orr washed the car on June 3, 2019."},
        "event a:2019-06-03 | event b:2019-06-03");
}

TEST_CASE("an article that gives two dates tells two events", "[event]") {
  check({"The ferry Wren sank on June 3, 2018. The ferry Wren sank on June 3, 2019."},
        "sinking a:2018-06-03 | sinking a:2019-06-03");
  check(
      {"Ned Orr resigned on June 3, 2019. He resigned on June 9, 2019.", "Ned Orr resigned on June 9, 2019."},
      "resignation a:2019-06-03 | resignation a:2019-06-09 b:2019-06-09");
}

TEST_CASE("what happens once may be dated far apart, other things not", "[event]") {
  check({"The ferry Wren sank on June 3, 2018 near Marrow Bay.",
         "The ferry Wren sank on June 3, 2019 near Marrow Bay."},
        "sinking a:2018-06-03 b:2019-06-03");
  check({"Ned Orr was arrested on June 3, 2018.", "Ned Orr was arrested on June 3, 2019."},
        "arrest a:2018-06-03 | arrest b:2019-06-03");
}

TEST_CASE("a vague claim goes to the event that it fits best", "[event]") {
  check({"Ned Orr died on June 3, 2019. Ann Fell died on July 9, 2019.", "Ann Fell died in 2019."},
        "death a:2019-06-03 | death b:2019 a:2019-07-09");
}

TEST_CASE("announcements of different matters stay apart", "[event]") {
  check({"Ann Fell announced the death of Ned Orr on June 3, 2019.",
         "Ann Fell announced the wedding on June 3, 2019. Ned Orr left."},
        "announcement a:2019-06-03 | announcement b:2019-06-03");
  check({"Ann Fell announced on June 3, 2019 that Ned Orr had died.",
         "On June 3, 2019 Ann Fell revealed the death of Ned Orr."},
        "announcement a:2019-06-03 b:2019-06-03");
  check({"Ned Orr died on June 3, 2019.", "Ann Fell announced the death of Ned Orr on June 3, 2019."},
        "announcement b:2019-06-03 | death a:2019-06-03");
}

TEST_CASE("plans are no occurrences", "[event]") {
  check({"Ned Orr resigned on June 3, 2021.", "Ned Orr will resign on June 3, 2021."},
        "resignation a:2021-06-03 | resignation b:2021-06-03");
}

TEST_CASE("the order of claims changes nothing", "[event]") {
  Told told = told_in(articles(busy));
  REQUIRE(told.claims.size() > 10);
  const std::string first = with_ids(group_events(told.claims, told.names));
  std::mt19937 random(3);
  for (int i = 0; i < 50; ++i) {
    std::shuffle(told.claims.begin(), told.claims.end(), random);
    REQUIRE(with_ids(group_events(told.claims, told.names)) == first);
  }
}

TEST_CASE("ids are unique, and stay when articles are added", "[event]") {
  std::set<std::string> before;
  for (std::size_t size = 1; size <= busy.size(); ++size) {
    const Told told = told_in(articles({busy.begin(), busy.begin() + static_cast<std::ptrdiff_t>(size)}));
    std::set<std::string> ids;
    for (const Event& event : group_events(told.claims, told.names)) CHECK(ids.insert(event.id).second);
    CHECK(std::includes(ids.begin(), ids.end(), before.begin(), before.end()));
    before = ids;
  }
}

TEST_CASE("nothing gives nothing", "[event]") { CHECK(group_events({}, {}).empty()); }

TEST_CASE("every claim is in exactly one event", "[event]") {
  const Told told = told_in(articles(busy));
  std::size_t members = 0;
  for (const Event& event : group_events(told.claims, told.names)) {
    members += event.claims.size();
    CHECK_FALSE(event.label.empty());
    CHECK(std::is_sorted(event.claims.begin(), event.claims.end(), [](const Claim& a, const Claim& b) {
      return a.range->earliest < b.range->earliest;
    }));
  }
  CHECK(members == told.claims.size());
}
