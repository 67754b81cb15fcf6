// Whole claims: date, type, role, ^what it was told with, [who] and <label>; ? undated, ! background.
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text, clauses_of({text}), names_of({text}));
  CHECK(claims_of({text}) == expected);
}

void check_pronouns(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  CHECK(pronouns_of({text}) == expected);
}

}  // namespace

TEST_CASE("pronouns", "[claim]") {
  check_pronouns("Ned Orr left. He died.", "He=Ned Orr");
  check_pronouns("There Ann Pell met her brother Tom Pell. He fell. She helped him.",
                 "her=Ann Pell, He=Tom Pell, She=Ann Pell, him=Tom Pell");
  check_pronouns("After he was arrested, Ned Orr resigned.", "he=Ned Orr");
  check_pronouns("\"He left,\" they said.", "");
  check_pronouns("The mill burned. It fell.", "");
}

TEST_CASE("claims say who, what and when", "[claim]") {
  check("Two passengers died on June 3, 2019.", "2019-06-03 death [] <Two passengers died>");
  check("The Brill family sued the line on June 3, 2019.",
        "2019-06-03 lawsuit [Brill] <The Brill family sued the line>");
  check("The storm, which hit on June 3, 2019, killed nine people.",
        "2019-06-03 event [] <The storm hit>; ? killing [] <The storm killed nine people>");
  check("Then Ned Orr, 52, resigned on June 3, 2019.", "2019-06-03 resignation [Ned Orr] <Ned Orr resigned>");
}

TEST_CASE("labels keep the verb whole and name what a pronoun means", "[claim]") {
  check("The band had a busy year. On June 3, 2019 it signed with Low Tide.",
        "2019-06-03 signing [Low Tide] <The band signed with Low Tide>");
  check("The band, founded in 1990, split up on June 3, 2019.",
        "1990 founding [] <The band, founded>; 2019-06-03 separation [] <The band split up>");
  check("After he was arrested on June 3, 2019, Ned Orr died.",
        "2019-06-03 arrest [Ned Orr] <Ned Orr was arrested>; ? death [Ned Orr] <Ned Orr died>");
  check("The mill went on to close down on June 3, 2019.",
        "2019-06-03 closing [] <The mill went on to close down>");
}

TEST_CASE("labels take no mark from the end of the sentence", "[claim]") {
  check("\"We will open in May.\"", "!2022-05 opening/background [] <We will open>");
  check("He bought it for $2.3 million in 2019.", "2019 purchase [] <He bought it for $2.3 million>");
}

TEST_CASE("roles", "[claim]") {
  check("Ned Orr did not resign on June 3, 2019.",
        "!2019-06-03 resignation/background [Ned Orr] <Ned Orr did not resign>");
  check("Ned Orr will resign on June 3, 2022.",
        "2022-06-03 resignation/plan [Ned Orr] <Ned Orr will resign>");
  check("The band may tour on June 3, 2022.", "!2022-06-03 event/background [] <The band may tour>");
  check("They marked the anniversary on June 3, 2019.",
        "2019-06-03 anniversary/anniversary [] <Anniversary>");
  check("\"I resigned on June 3, 2019,\" Ned Orr said.",
        "2019-06-03 resignation [Ned Orr] <Ned Orr resigned>");
}

TEST_CASE("claims know in whose words they stand", "[claim]") {
  check("Ned Orr announced on June 4, 2019 that his wife had died on June 2.",
        "2019-06-04 announcement/announcement [Ned Orr] <Ned Orr announced that his wife had died>; "
        "2019-06-02 death^announcement [Ned Orr] <His wife had died>");
}
