// The words that tell events: ~ told as possible or denied, - a noun, * an announcement's object, (topic).
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  CHECK(mentions_of({text}) == expected);
}

}  // namespace

TEST_CASE("verbs and nouns that a rule knows, and any verb in the past", "[claim]") {
  check("Ned Orr died.", "died:death");
  check("The death of Ned Orr shocked the town.", "-death:death, shocked:event");
  check("He crossed the lake.", "crossed:event");
  check("The lake is deep.", "");
  check("", "");
}

TEST_CASE("adjectives and participles beside a noun tell nothing", "[claim]") {
  check("The ramp was open.", "");
  check("Her broken arm hurt.", "hurt:event");
  check("The murdered man stood there.", "stood:event");
  check("He won the US Open.", "won:event");
  check("Open letters stood there.", "stood:event");
}

TEST_CASE("words that a determiner does not make nouns", "[claim]") {
  check("The ferry that sank was old.", "sank:sinking");
  check("Both died.", "died:death");
  check("The opening took hours.", "-opening:opening, took:event");
}

TEST_CASE("plain forms tell what may be, or did not happen", "[claim]") {
  check("The band may tour again.", "~tour:event");
  check("He did not resign.", "~resign:resignation");
  check("He never resigned.", "~resigned:resignation");
  check("They had planned to marry.", "planned:event, ~marry:marriage");
  check("He did resign.", "resign:resignation");
  check("They resign today.", "resign:resignation");
}

TEST_CASE("announcements have a topic", "[claim]") {
  check("They announced the death of Ned Orr.", "announced:announcement(death), -*death:death");
  check("They revealed that she had lost her baby.",
        "revealed:announcement(bereavement), lost her baby:bereavement");
  check("They announced it. He died.", "announced:announcement, died:death");
}

TEST_CASE("a clause with a date and no other verb is told by what it has", "[claim]") {
  check("The band has been on the road since Monday.", "been:event");
  check("The tour leaves on May 3, 2022.", "leaves:event");
  check("It was on May 3, 2019 that Ann Orr resigned.", "resigned:resignation");
}
