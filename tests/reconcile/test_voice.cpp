// Copies of one text are one voice. A claim is "source date", a copied one "source date < source it has it
// from".
#include "reconcile/voice.h"

#include <sstream>

#include "calendar/edtf.h"
#include "catch.h"
#include "claim/english.h"
#include "reconcile/reconcile.h"

using namespace fasti;
using namespace fasti::test;

namespace {

Reconciled weighed(const std::vector<std::string>& lines) {
  Event event;
  event.id = "e-1";
  event.type = "death";
  std::vector<Voice> voices;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    Claim claim;
    std::string date, from;
    words >> claim.doc >> date >> from >> claim.copy_of;
    claim.range = from_edtf(date);
    claim.mention.type = "death";
    claim.timex = Timex{};
    claim.timex->range = claim.range;
    event.claims.push_back(claim);
    voices.push_back({claim.doc, claim.doc, {}});
    if (!claim.copy_of.empty()) voices.push_back({claim.copy_of, claim.copy_of, {}});
  }
  return reconcile({event}, voices, english().wording);
}

std::string verdict(const std::vector<std::string>& lines) { return weighed(lines).verdicts[0].reason; }

// "2021-04-30 0.667 gazette, post; 2021-04-29 0.333 echo"
std::string shares(const std::vector<std::string>& lines) {
  const Reconciled all = weighed(lines);
  REQUIRE(all.conflicts.size() == 1);
  std::string told;
  for (const Candidate& candidate : all.conflicts[0].candidates) {
    std::ostringstream line;
    line << (told.empty() ? "" : "; ") << to_edtf(candidate.range) << " " << candidate.weight;
    for (std::size_t i = 0; i < candidate.sources.size(); ++i)
      line << (i == 0 ? " " : ", ") << candidate.sources[i];
    told += line.str();
  }
  return told;
}

}  // namespace

TEST_CASE("copies do not make a date agreed", "[reconcile]") {
  CHECK(verdict({"gazette 2021-04-30", "echo 2021-04-30 < gazette", "post 2021-04-30 < gazette"}) ==
        "Only gazette gives a date: 30 April 2021; echo and post copy the text of gazette: one voice.");
  CHECK(weighed({"gazette 2021-04-30", "echo 2021-04-30 < gazette"}).verdicts[0].status == Status::single);
  CHECK(weighed({"gazette 2021-04-30", "echo 2021-04-30"}).verdicts[0].status == Status::agreed);
}

TEST_CASE("five copies do not outweigh two who asked themselves", "[reconcile]") {
  CHECK(shares({"a 2021-04-30", "b 2021-04-30 < a", "c 2021-04-30 < a", "d 2021-04-30 < a",
                "e 2021-04-30 < a", "x 2021-04-28", "y 2021-04-28"}) ==
        "2021-04-28 0.667 x, y; 2021-04-30 0.333 a");
}

TEST_CASE("copies whose origin tells nothing here are one voice, the first of them", "[reconcile]") {
  CHECK(shares({"b 2021-04-30 < a", "c 2021-04-30 < a", "d 2021-04-30 < a", "x 2021-04-28",
                "y 2021-04-28"}) == "2021-04-28 0.667 x, y; 2021-04-30 0.333 b");
}

TEST_CASE("a copy that reads the same words otherwise has no vote", "[reconcile]") {
  CHECK(shares({"a 2021-04-29", "b 2021-04-30 < a", "c 2021-04-30 < a"}) ==
        "2021-04-29 1 a; 2021-04-30 0 b, c");
}
