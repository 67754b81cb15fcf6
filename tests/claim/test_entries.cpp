// Chronicles: each sentence under a dated heading is an entry. Its chief word, its date, and the terms it is
// told in.
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string entries_of(const std::string& text) {
  std::string all;
  for (const Claim& claim : find_claims(document_of({text}), english()).dated) {
    if (!all.empty()) all += " | ";
    all += std::string(1, claim.entry ? '+' : '-') + claim.mention.head + " " +
           (claim.timex->basis == Basis::heading ? "heading" : claim.timex->value);
  }
  return all;
}

void check(const std::string& line, const std::string& expected) {
  CAPTURE(line);
  CHECK(entries_of("2011-03-18\n" + line + "\n") == expected);
}

void check_terms(const std::string& line, const std::string& expected) {
  CAPTURE(line);
  std::string all;
  for (const Claim& claim : find_claims(document_of({"2011-03-18\n" + line + "\n"}), english()).dated)
    for (const Term& term : claim.terms) all += (all.empty() ? "" : " ") + term.text;
  CHECK(all == expected);
}

}  // namespace

TEST_CASE("an entry may be told in the present", "[claim]") {
  check("Orr returns to Tolbury.", "+return heading");
  check("The rebels take part in a march of thousands.", "+take heading");
  check("The harbour forces battle the flames in Tolbury.", "+fight heading");
  check("Talks between the two towns are under way.", "+talks heading");
}

TEST_CASE("an entry may have no verb at all", "[claim]") {
  check("Huge crowds at the harbour.", "+huge heading");
  check("Fire on the ferry Wren.", "+fire heading");
}

TEST_CASE("what an entry mainly tells takes the heading's date", "[claim]") {
  check("After two divers are killed, Orr closes the harbour.", "+close heading");
  check("Orr offers to resign by the end of 2011.", "+offer heading | +resign 2011");
  check("Orr opens his campaign for the May 21 election.", "+open heading");
  check("Orr says the harbour will open on May 21.", "+announce heading | +open 2011-05-21");
  check("Orr is flown a day later to Tolbury.", "+fly 2011-03-19");
  check("Orr will not sign the deal.", "+sign heading");
}

TEST_CASE("text before any heading is no entry", "[claim]") {
  CHECK(entries_of("Orr left on May 3, 2010. He was glad.") == "-leave 2010-05-03");
}

TEST_CASE("terms are stems, numbers and names, without dates and small words", "[claim]") {
  check_terms("Guards open fire on the crowd, killing eleven.", "guard open fire crowd kill #11");
  check_terms("The guards opened fire on May 3 on crowds.", "guard open fire crowd");
  check_terms("The leak costs 1,000 barrels in 87 days.", "leak cost #1000 barrel #87 day");
}
