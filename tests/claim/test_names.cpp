// Who is spoken of. The words in order; after "=" the fuller name where it is another.
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  CHECK(names_of({text}) == expected);
}

}  // namespace

TEST_CASE("names are runs of capitalised words with what joins them", "[claim]") {
  check("On Monday Ned Orr met Mary-Ann Fell in May.", "Ned Orr, Mary-Ann Fell");
  check("There J. R. Pell and Anne O'Neil sang.", "J. R. Pell, Anne O'Neil");
  check("At noon Jean-Luc de la Tour and Ada van der Berg left.", "Jean-Luc de la Tour, Ada van der Berg");
  check("The river Ash flooded Upper Marrow.", "Ash, Upper Marrow");
  check("He told Ned, Ann and Tom Pell.", "Ned, Ann, Tom Pell");
  check("He lay in St. Brannock Hospital.", "St. Brannock Hospital");
}

TEST_CASE("names of any script", "[claim]") {
  check("Yesterday José Álvarez met Zoë Ng. Álvarez left.", "José Álvarez, Zoë Ng, Álvarez=José Álvarez");
  check("Николай Орлов left.", "Николай Орлов");
  check("王小明 left.", "");  // no capitals: nothing shows that it is a name
}

TEST_CASE("a word that is capitalised by its place is no name", "[claim]") {
  check("Divers reached the wreck. However nobody spoke.", "");
  check("\"Rubbish,\" said Ann Pell. “Nonsense,” she added.", "Ann Pell");
  check("He shouted: \"Rubbish and nonsense!\"", "");
  check("Jack died. Jack's wife left.", "Jack, Jack");
  check("Orr and Fell's son Miles was born.", "Orr, Fell, Miles");
  check("Ash fell on the town. The ash lay deep.", "");
}

TEST_CASE("headlines in capitals show no names of their own", "[claim]") {
  check("COUNCIL CHIEF NED ORR RESIGNS\n\nOn Monday Ned Orr resigned.", "NED ORR=Ned Orr, Ned Orr");
  check("Mill Owner Charged After Fire\n\nOn Monday Ned Orr resigned.", "Ned Orr");
  check("Photo: Ann Lee\n\nAnn Lee", "Ann Lee, Ann Lee");
}

TEST_CASE("dates and titles are no part of names", "[claim]") {
  check("On Sunday, May 3, Mr. Orr met Dr. Ada Finch.", "Orr=Mr Orr, Ada Finch");
  check("There Lord Pell met President Ann Fell.", "Pell, Ann Fell");
}

TEST_CASE("short names stand for the fuller ones of the article", "[claim]") {
  check("On Monday Ned Orr left. Mr Orr fell. Orr died.", "Ned Orr, Orr=Ned Orr, Orr=Ned Orr");
  check("Here Ann Lee Photo. Then Ann Lee sang. Lee left. Ann Lee slept.",
        "Ann Lee Photo, Ann Lee, Lee=Ann Lee, Ann Lee");
  check("Then Ada Pell and Ada Fell met. Fell left, then Ada left.",
        "Ada Pell, Ada Fell, Fell=Ada Fell, Ada=Ada Fell");
}

TEST_CASE("titles tell a woman from a man of one surname", "[claim]") {
  check("There Ann Pell met her brother Tom Pell. Mr Pell fell. Mrs Pell helped him.",
        "Ann Pell, Tom Pell, Pell=Tom Pell, Pell=Ann Pell");
  check("On Monday Tom Pell died. His wife, Ingrid, wept. Mrs Pell seldom speaks.",
        "Tom Pell, Ingrid, Pell=Mrs Pell");
  check("On Monday Tom Pell and Ann Pell met. Mr Pell left.", "Tom Pell, Ann Pell, Pell=Mr Pell");
}

TEST_CASE("a name is the same where the shorter one's words stand in the longer in order", "[claim]") {
  CHECK(may_be_same_name("Pell", "Tom Pell"));
  CHECK(may_be_same_name("Tom Alan Pell", "tom pell"));
  CHECK(may_be_same_name("Mary Ann Fell", "Mary-Ann Fell"));
  CHECK(may_be_same_name("J.R. Pell", "J. R. Pell"));
  CHECK_FALSE(may_be_same_name("Pell Tom", "Tom Pell"));
  CHECK_FALSE(may_be_same_name("Ann Pell", "Tom Pell"));
  CHECK_FALSE(may_be_same_name("", "Tom Pell"));
  CHECK_FALSE(may_be_same_name("-", "Tom Pell"));
}
