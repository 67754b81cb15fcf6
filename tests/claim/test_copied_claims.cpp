// Which claims only repeat what another article of the family says: "courier < gazette".
#include "claim/copied_claims.h"

#include <algorithm>

#include "calendar/edtf.h"
#include "catch.h"
#include "claim/english.h"
#include "claim/find_claims.h"

using namespace fasti;
using namespace fasti::test;

namespace {

// "echo 2021-04-30 < gazette" for a copied claim, "echo 2021-04-29" for one that speaks for itself.
std::string found(const std::vector<Text>& texts) {
  const std::vector<Document> documents = documents_of(texts);
  std::vector<PrintedText> printed;
  std::vector<Claim> claims;
  for (const Document& document : documents) {
    printed.push_back(printed_text_of(document));
    for (Claim& claim : find_claims(document, english()).dated) claims.push_back(std::move(claim));
  }
  std::vector<Claim*> pointers;
  for (Claim& claim : claims) pointers.push_back(&claim);
  mark_copies(pointers, families(printed), documents);
  std::string all;
  for (const Claim& claim : claims)
    all += (all.empty() ? "" : ", ") + claim.doc + " " + to_edtf(*claim.range) +
           (claim.copy_of.empty() ? "" : " < " + claim.copy_of);
  return all;
}

const std::string rest =
    " Nobody was on it, the harbour master said, since it had been closed to walkers after a survey of its "
    "piles "
    "showed that most of them were rotten below the water.";
const std::string pier = "The old pier of Tolbury collapsed on April 30 after a night of storm." + rest;

}  // namespace

TEST_CASE("a copied sentence is its origin's, also edited", "[claim]") {
  CHECK(found({{pier, "2021-05-01", "gazette"}, {pier, "2021-05-02", "echo"}}) ==
        "echo 2021-04-30 < gazette, gazette 2021-04-30");
  CHECK(found({{pier, "2021-05-01", "gazette"},
               {"The rotten old pier of Tolbury collapsed on April 30, after a long night of storm." + rest,
                "2021-05-02", "echo"}}) == "echo 2021-04-30 < gazette, gazette 2021-04-30");
}

TEST_CASE("an article in no family speaks for itself, even in the same sentence", "[claim]") {
  CHECK(found({{"The old pier of Tolbury collapsed on April 30.", "2021-05-01", "gazette"},
               {"The old pier of Tolbury collapsed on April 30.", "2021-05-02", "echo"}}) ==
        "echo 2021-04-30, gazette 2021-04-30");
}

TEST_CASE("what a copy adds or changes is its own", "[claim]") {
  CHECK(found({{pier, "2021-05-01", "gazette"},
               {pier + " A barge sank beside it on April 28.", "2021-05-02", "echo"}}) ==
        "echo 2021-04-30 < gazette, echo 2021-04-28, gazette 2021-04-30");
  CHECK(found({{pier, "2021-05-01", "gazette"},
               {"The old pier of Tolbury collapsed on April 29 after a night of storm." + rest, "2021-05-02",
                "echo"}}) == "echo 2021-04-29, gazette 2021-04-30");
  // Another word for the same day is no other date.
  CHECK(found({{pier, "2021-05-01", "gazette"},
               {"The old pier of Tolbury collapsed on 30 April 2021 after a night of storm." + rest,
                "2021-05-02", "echo"}}) == "echo 2021-04-30 < gazette, gazette 2021-04-30");
}

TEST_CASE("the same words read a day later are a copy all the same", "[claim]") {
  const std::string yesterday = "The old pier of Tolbury collapsed yesterday after a night of storm." + rest;
  CHECK(found({{yesterday, "2021-05-01", "gazette"}, {yesterday, "2021-05-02", "echo"}}) ==
        "echo 2021-05-01 < gazette, gazette 2021-04-30");
}

TEST_CASE("a copy of a copy is its first origin's", "[claim]") {
  const std::string longer =
      pier +
      " A barge sank beside it on April 28, and its crew of three was saved by walkers."
      " The owner of the barge, who lives in Larkham, had left it there for repairs.";
  CHECK(found({{pier, "2021-05-01", "wire"},
               {longer, "2021-05-02", "gazette"},
               {longer, "2021-05-03", "echo"}}) ==
        "echo 2021-04-30 < wire, echo 2021-04-28 < gazette, gazette 2021-04-30 < wire, gazette 2021-04-28, "
        "wire 2021-04-30");
}
