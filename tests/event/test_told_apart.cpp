// Entries of chronicles that share words and whose days differ by one. A chronicle is written "day: entry".
#include <algorithm>

#include "calendar/edtf.h"
#include "claim/english.h"
#include "event/group_events.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

struct Entry {
  std::string day;
  std::string text;
};

// The events that several articles tell, each as its days.
std::string shared(const std::vector<std::vector<Entry>>& chronicles) {
  std::vector<Text> texts;
  for (const auto& chronicle : chronicles) {
    std::string text;
    for (const Entry& entry : chronicle) text += entry.day + "\n" + entry.text + "\n\n";
    texts.push_back({text, "2021-09-29", std::string(1, static_cast<char>('a' + texts.size()))});
  }
  std::vector<Claim> dated;
  NamesByDocument names;
  for (const Document& document : documents_of(texts)) {
    Claims claims = find_claims(document, english());
    names[document.article.id] = claims.names;
    std::move(claims.dated.begin(), claims.dated.end(), std::back_inserter(dated));
  }
  std::vector<std::string> lines;
  for (const Event& event : group_events(dated, names)) {
    std::string line;
    for (const Claim& claim : event.claims)
      line += (line.empty() ? "" : " ") + claim.doc + ":" + to_edtf(*claim.range);
    if (event.claims.front().doc != event.claims.back().doc) lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : " | ") + line;
  return all;
}

void check(const std::vector<std::vector<Entry>>& chronicles, const std::string& expected) {
  CHECK(shared(chronicles) == expected);
}

const Entry dam{"2019-06-03", "Engineers in Tolbury find a wide crack in the upper dam ."};
const Entry crack{"2019-06-04",
                  "The crack in the dam worries fishermen and farmers along the whole valley ."};
const Entry mill_before{"2019-06-03", "The paper mill sends its workers home ."};
const Entry school_after{"2019-06-04", "Ann Fell opens two new schools ."};

}  // namespace

TEST_CASE("chronicles that each have an entry of the other's day tell two events", "[event]") {
  check({{dam, school_after}, {mill_before, crack}}, "");
  // As soon as one of the two lacks the other's day, it may have put the matter under its own.
  check({{dam}, {mill_before, crack}}, "a:2019-06-03 b:2019-06-04");
  check({{dam, school_after}, {crack}}, "a:2019-06-03 b:2019-06-04");
}

TEST_CASE("the same words under another day remain one event", "[event]") {
  const Entry copy{"2019-06-04", "Engineers in Tolbury find a wide crack in the upper dam ."};
  check({{dam, school_after}, {mill_before, copy}}, "a:2019-06-03 b:2019-06-04");
}

TEST_CASE("a third chronicle that fits holds the two together", "[event]") {
  const Entry third{"2019-06-04", "A crack in the dam alarms engineers and farmers of the valley ."};
  check({{dam, school_after}, {mill_before, crack}, {third}}, "a:2019-06-03 b:2019-06-04 c:2019-06-04");
}

TEST_CASE("dates in running text are not parted", "[event]") {
  const auto told = [](const std::string& day) { return "Ned Orr of Tolbury died on " + day + " ."; };
  check({{{"2019-06-10", told("June 3, 2019")}, {"2019-06-04", "A school opens ."}},
         {{"2019-06-10", told("June 4, 2019")}, {"2019-06-03", "A mill closes ."}}},
        "a:2019-06-03 b:2019-06-04");
}
