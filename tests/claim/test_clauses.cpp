// How sentences are cut. Clauses stand between |, each but a main one with its kind before it.
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  CHECK(clauses_of({text}) == expected);
}

}  // namespace

TEST_CASE("a sentence with one verb is one clause", "[claim]") {
  check("Ned Orr died on May 3, 2019.", "Ned Orr died on May 3, 2019.");
  check("Ned Orr and Ann Fell married in 2013.", "Ned Orr and Ann Fell married in 2013.");
  check("After the fire he left.", "adverbial: After the fire he left.");
  check("", "");
}

TEST_CASE("what somebody says is a complement", "[claim]") {
  check("His wife announced that he had died.", "His wife announced | complement: that he had died.");
  check("\"I resigned,\" he said.", "q: \"I resigned,\" | he said.");
  check("The mill that burned was old.", "The mill that burned was old.");
}

TEST_CASE("relative clauses end at their comma and the sentence goes on", "[claim]") {
  check("Ned Orr, who was born in 1951, died in May.",
        "Ned Orr, | relative: who was born in 1951, | died in May.");
  check("The band, founded in 1990, split up.", "The band, | participial: founded in 1990, | split up.");
  check("His wife, Ingrid, announced the death, and left.",
        "His wife, Ingrid, announced the death, | coordinate: and left.");
}

TEST_CASE("adverbial clauses", "[claim]") {
  check("When he died, the band split up.", "adverbial: When he died, | the band split up.");
  check("He resigned after he was arrested.", "He resigned | adverbial: after he was arrested.");
  check("He has sung since Sunday.", "He has sung since Sunday.");
}

TEST_CASE("verbs that are joined are clauses of their own", "[claim]") {
  check("He was arrested on May 1 and charged on May 2.",
        "He was arrested on May 1 | coordinate: and charged on May 2.");
  check("Two passengers died and nine were hurt.", "Two passengers died | coordinate: and nine were hurt.");
  check("Three died and a dozen were hurt.", "Three died | coordinate: and a dozen were hurt.");
  check("He met Ned and the tall old man.", "He met Ned and the tall old man.");
  check("He bought the mill, sold it and died.",
        "He bought the mill, | coordinate: sold it | coordinate: and died.");
  check("The mill burned down, and two days later the owner was arrested.",
        "The mill burned down, | coordinate: and two days later the owner was arrested.");
  check("He left, sharing a picture.", "He left, | participial: sharing a picture.");
}
