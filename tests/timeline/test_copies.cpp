// What the articles of a timeline have from each other, from the texts to timeline.json and back.
#include "timeline/copies.h"

#include "catch.h"
#include "claim/english.h"
#include "timeline/build.h"
#include "timeline/json.h"
#include "timeline/read_timeline.h"

using namespace fasti;
using namespace fasti::test;

namespace {

const std::string pier =
    "The old pier of Tolbury collapsed on April 30 after a night of storm. “It went down like a tired horse, "
    "and "
    "nobody heard it,” said Ned Orr. Nobody was on it, since it had been closed to walkers in March.";
const std::string quoting =
    "Ned Orr has seen many storms. Of the pier, which collapsed on April 29, he says: “It went down like a "
    "tired "
    "horse, and nobody heard it.”";

Timeline timeline_of(const std::vector<Text>& texts) {
  return build_timeline(documents_of(texts), english());
}

}  // namespace

TEST_CASE("copies are told once, and only one of them has a voice", "[timeline]") {
  const Timeline timeline = timeline_of(
      {{pier, "2021-05-01", "gazette"}, {pier, "2021-05-02", "echo"}, {pier, "2021-05-02", "post"}});
  REQUIRE(timeline.families.size() == 1);
  CHECK(timeline.families[0].origin == "gazette");
  CHECK(number_of_copies(timeline) == 2);
  CHECK(timeline.quotations.empty());  // copied with the rest
  for (const TimelineEvent& told : timeline.events) CHECK(told.verdict.status == Status::single);
}

TEST_CASE("a quotation that an article of no family shares is told", "[timeline]") {
  const Timeline timeline = timeline_of(
      {{pier, "2021-05-01", "gazette"}, {pier, "2021-05-02", "echo"}, {quoting, "2021-05-03", "post"}});
  CHECK(timeline.families.size() == 1);
  REQUIRE(timeline.quotations.size() == 1);
  CHECK(timeline.quotations[0].text == "It went down like a tired horse, and nobody heard it");
  CHECK(timeline.quotations[0].places.size() == 3);
}

TEST_CASE("what two have from one third house is one voice", "[timeline]") {
  const auto cited = [](const std::string& day, const std::string& house) {
    return "According to " + house + ", the ferry Wren sank on June " + day + ", 2021.";
  };
  const Text own{"The ferry Wren sank on June 14, 2021.", "2021-06-16", "herald"};
  const Timeline two = timeline_of({{cited("12", "the Lake Echo"), "2021-06-15", "gazette"},
                                    {cited("12", "the Lake Echo"), "2021-06-16", "post"},
                                    own});
  REQUIRE(two.conflicts.size() == 1);
  CHECK_FALSE(two.conflicts[0].preferred);
  CHECK(two.conflicts[0].reason.find("gazette and post cite the Lake Echo: one voice") != std::string::npos);
  const Timeline apart = timeline_of({{cited("12", "the Lake Echo"), "2021-06-15", "gazette"},
                                      {cited("12", "the Lake Post"), "2021-06-16", "post"},
                                      own});
  REQUIRE(apart.conflicts.size() == 1);
  CHECK(apart.conflicts[0].preferred);
}

TEST_CASE("families, quotations and who says it are read back as they were written", "[timeline]") {
  const Timeline timeline = timeline_of(
      {{pier, "2021-05-01", "gazette"}, {pier, "2021-05-02", "echo"}, {quoting, "2021-05-03", "post"}});
  const std::string json = timeline_json(timeline);
  CHECK(json.find("\"copy_of\"") != std::string::npos);
  CHECK(json.find("\"attributed_to\"") != std::string::npos);
  Timeline read = read_timeline("t.json", json);
  read.wording = timeline.wording;  // dates in words are not read but written anew
  CHECK(timeline_json(read) == json);
}
