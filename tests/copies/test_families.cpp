// Which texts are copies, and of what. A text is invented words; "gazette: echo copy" is what comes out.
#include "copies/families.h"

#include <algorithm>
#include <random>

#include "catch.h"
#include "copies/invented.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string found(const std::vector<PrintedText>& texts) { return told(families(texts)); }

const WordList wire = invented(1, 100);
const WordList story = invented(2, 300);
const WordList other = invented(3, 300);

}  // namespace

TEST_CASE("texts written apart are no family", "[copies]") {
  CHECK(found({}) == "none");
  CHECK(found({printed("a", story)}) == "none");
  CHECK(found({printed("a", story), printed("b", other)}) == "none");
  CHECK(found({printed("a", ""), printed("b", ""), printed("c", "Mo")}) == "none");
}

TEST_CASE("the same text in several houses is a family, whatever was done to it", "[copies]") {
  const auto with = [](const WordList& text) {
    return found({printed("a", story, 1), printed("b", text, 2)});
  };
  CHECK(with(story) == "a: b copy");
  CHECK(with(invented(9, 8) + part_of(story, 8, 300)) == "a: b copy");  // another headline
  CHECK(with(edited(story, 5, 7)) == "a: b copy");
  CHECK(with(edited(story, 10, 7)) == "a: b copy");
  CHECK(with(edited(story, 20, 7)) == "a: b copy");
  CHECK(with(part_of(story, 0, 120) + part_of(story, 170, 280)) == "a: b copy");  // a paragraph cut
  CHECK(with(part_of(story, 0, 100)) == "a: b borrows");                          // the first third
  CHECK(with(part_of(story, 150, 300) + part_of(story, 0, 150)) == "a: b copy");  // turned round
  CHECK(with(edited(story, 70, 7)) == "none");                                    // retold
}

TEST_CASE("case, punctuation and line breaks make no other text", "[copies]") {
  const std::string text = joined(wire);
  std::string loud = text;
  std::transform(loud.begin(), loud.end(), loud.begin(),
                 [](char c) { return c == ' ' ? '\n' : static_cast<char>(std::toupper(c)); });
  const auto all = families({printed("a", text), printed("b", loud + "!")});
  REQUIRE(told(all) == "a: b copy");
  CHECK(all[0].members[0].resemblance == 1);
  CHECK(all[0].members[0].borrowed == 1);
  CHECK(all[0].members[0].words == 100);
}

TEST_CASE("an article that holds a wire story borrows from it", "[copies]") {
  const WordList article = part_of(story, 0, 40) + wire + part_of(story, 40, 200);
  const auto all = families({printed("wire", wire, 1), printed("article", article, 2)});
  REQUIRE(told(all) == "wire: article borrows");
  CHECK(all[0].members[0].borrowed == Approx(1.0 / 3).epsilon(0.02));
  CHECK(all[0].members[0].resemblance == Approx(1.0 / 3).epsilon(0.04));
  CHECK(all[0].members[0].words == 100);
  CHECK(all[0].reason == "wire was published first, on 1970-01-02.");

  // Had the long one come first, the short one would be what was cut from it.
  CHECK(found({printed("wire", wire, 3), printed("article", article, 2)}) == "article: wire borrows");
}

TEST_CASE("two texts merged into one stay two families", "[copies]") {
  CHECK(found({printed("a", story, 1), printed("a2", story, 2), printed("b", other, 1),
               printed("both", story + other, 3)}) == "a: a2 copy, both borrows | b: both borrows");
}

TEST_CASE("two articles that hold one wire story are copies of it, and not of each other", "[copies]") {
  CHECK(found({printed("wire", wire, 1), printed("x", wire + story, 2), printed("y", other + wire, 2)}) ==
        "wire: x borrows, y borrows");
}

TEST_CASE("the origin: named by others, else the earliest, else the longest", "[copies]") {
  const std::string text = joined(wire);
  CHECK(found({printed("b", text, 5), printed("a", text, 6)}) == "b: a copy");
  CHECK(found({printed("b", text), printed("a", text, 6)}) == "a: b copy");  // an unknown date comes last
  CHECK(found({printed("b", text + " kalo", 5), printed("a", text, 5)}) == "b: a copy");
  CHECK(found({printed("b", text, 5), printed("a", text, 5)}) == "a: b copy");

  const auto credited =
      families({printed("late", text, 9, "North Wire"), printed("x", "(North Wire) " + text, 7),
                printed("y", text + " From the North Wire.", 8)});
  CHECK(told(credited) == "late: x copy, y copy");
  CHECK(credited[0].reason == "2 of the others name North Wire.");
  // A house that names itself, or a word that is only spelled like a house, is no credit.
  CHECK(found({printed("late", "Echo: " + text, 9, "Echo"), printed("x", "an echo " + text, 7)}) ==
        "x: late copy");
}

TEST_CASE("short texts are no evidence", "[copies]") {
  std::vector<PrintedText> three;
  for (int i = 0; i < 1000; ++i) three.push_back(printed("t" + std::to_string(i), "The Wren sank"));
  CHECK(found(three) == "none");
  CHECK(found({printed("a", part_of(wire, 0, 19)), printed("b", part_of(wire, 0, 19))}) == "none");
  CHECK(found({printed("a", part_of(wire, 0, 20)), printed("b", part_of(wire, 0, 20))}) == "a: b copy");
}

TEST_CASE("what all articles bear at their foot makes no families", "[copies]") {
  const WordList foot = invented(77, 25);
  std::vector<PrintedText> texts;
  for (unsigned i = 0; i < 400; ++i)
    texts.push_back(printed("t" + std::to_string(1000 + i), invented(100 + i, i % 3 == 0 ? 8 : 60) + foot));
  CHECK(found(texts) == "none");
  // A copy among them is found, and the foot does not make it more alike than it is.
  texts.push_back(printed("x", edited(invented(101, 60), 10, 5) + foot));
  const auto all = families(texts);
  CHECK(told(all) == "t1001: x copy");
  CHECK(all[0].members[0].words <= 60);
}

TEST_CASE("ten thousand copies of one text are one family, found at once", "[copies]") {
  std::vector<PrintedText> equal, edits;
  for (unsigned i = 0; i < 10'000; ++i) {
    equal.push_back(printed("t" + std::to_string(10'000 + i), story, 10'000 - i));
    if (i < 2'000) edits.push_back(printed("t" + std::to_string(10'000 + i), edited(story, 5, i)));
  }
  const auto all = families(equal);
  REQUIRE(all.size() == 1);
  CHECK(all[0].origin == "t19999");
  CHECK(all[0].members.size() == 9'999);
  const auto edited_ones = families(edits);
  REQUIRE(edited_ones.size() == 1);
  CHECK(edited_ones[0].members.size() == 1'999);
}

TEST_CASE("families do not depend on the order of the texts", "[copies]") {
  std::vector<PrintedText> texts;
  for (unsigned i = 0; i < 60; ++i) {
    texts.push_back(printed("t" + std::to_string(i), invented(i, 150), i % 7));
    texts.push_back(printed("c" + std::to_string(i), edited(invented(i, 150), i % 30, i), i % 5));
    texts.push_back(printed("m" + std::to_string(i), invented(i, 150) + invented((i + 1) % 60, 150), i % 3));
  }
  const std::string expected = found(texts);
  CHECK(expected.size() > 1000);
  std::mt19937 chance(4);
  for (int pass = 0; pass < 5; ++pass) {
    std::shuffle(texts.begin(), texts.end(), chance);
    CHECK(found(texts) == expected);
  }
}

TEST_CASE("a text without blanks between words is compared by characters", "[copies]") {
  const std::string report =
      "昨天下午三点左右，托尔伯里市的旧石桥突然倒塌，桥上的一辆公共汽车掉入河中，造成七人受伤，其中两人伤势严"
      "重。"
      "市长在现场表示，这座桥三年前曾经过检查，当时没有发现任何问题。";
  const std::string cut =
      "昨天下午三点左右，托尔伯里市的旧石桥突然倒塌，桥上的一辆公共汽车掉入河中，造成七人受伤。"
      "市长在现场表示，这座桥三年前曾经过检查，当时没有发现任何问题。";
  const std::string apart =
      "托尔伯里市议会星期二通过了新的预算案，反对党批评说，用于修理道路和桥梁的钱太少。议长表示，明年春天将再"
      "次讨论这个问题，"
      "在此之前不会有任何改变。";
  CHECK(found({printed("a", report, 1), printed("b", cut, 2), printed("c", apart, 2)}) == "a: b copy");
}
