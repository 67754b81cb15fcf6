// Why sources differ: short articles on one matter, and the causes that are found, the strongest first. Each
// article is written "source", the day on which it appeared, and its text.
#include "reconcile/articles.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

// The reason of the only conflict's cause.
void check_reason(const std::vector<ShortArticle>& articles, const std::string& expected) {
  const Read all = read(articles);
  REQUIRE(all.result.conflicts.size() == 1);
  CHECK(all.result.conflicts.front().cause_reason == expected);
}

const ShortArticle gazette{"gazette", "2020-12-01",
                           "The singer Ned Orr died on September 27, 2020. Ann Fell left."};
ShortArticle post(const std::string& text, const std::string& published = "2020-12-02") {
  return {"post", published, text + " Ann Fell left."};
}

}  // namespace

TEST_CASE("nothing explains the difference", "[causes]") {
  check({gazette, post("Ned Orr died on September 24, 2020.")}, "contradiction: 2020-09-24 2020-09-27");
}

TEST_CASE("cause weekday-mismatch: the weekday may speak for a rival", "[causes]") {
  const std::vector<ShortArticle> sunday{gazette, post("Ned Orr died on Sunday, September 28, 2020.")};
  check(sunday, "weekday-mismatch: 2020-09-27* 2020-09-28");
  check_reason(
      sunday,
      "post writes «Sunday, September 28, 2020», but that day was another weekday; 27 September 2020 "
      "falls on the weekday that it names");
  const std::vector<ShortArticle> friday{gazette, post("Ned Orr died on Friday, September 28, 2020.")};
  check(friday, "weekday-mismatch: 2020-09-27* 2020-09-28");
  check_reason(friday, "post writes «Friday, September 28, 2020», but that day was another weekday");
  // A third source gives the date itself: then the weekday is wrong, and the date keeps its weight.
  check({gazette,
         post("Ned Orr died on Friday, September 28, 2020."),
         {"echo", "2020-12-03", "Ned Orr died on September 28, 2020. Ann Fell left."}},
        "weekday-mismatch: 2020-09-27 2020-09-28*");
}

TEST_CASE("cause anniversary-for-occurrence", "[causes]") {
  const ShortArticle first{"gazette", "2020-09-29",
                           "The singer Ned Orr died on September 27, 2020. Ann Fell left."};
  const std::vector<ShortArticle> looks_back{first,
                                             {"post", "2021-09-28",
                                              "Ned Orr died on September 27, 2021. Ann Fell left. The family "
                                              "commemorated Ned Orr on September 27, 2021."}};
  check(looks_back,
        "anniversary-for-occurrence, wrong-year, order-violated, maybe-two-events: 2020-09-27* 2021-09-27");
  check_reason(
      looks_back,
      "27 September 2021 is a year after 27 September 2020, and post speaks of the anniversary on that "
      "day");
  check({first, {"post", "2021-09-27", "Ned Orr died on September 27, 2021. Ann Fell left."}},
        "anniversary-for-occurrence, wrong-year, order-violated, maybe-two-events: 2020-09-27* 2021-09-27");
}

TEST_CASE("cause wrong-year: who made the mistake", "[causes]") {
  const std::vector<ShortArticle> written{gazette, post("Ned Orr died on September 27, 2019.")};
  check(written, "wrong-year, maybe-two-events: 2019-09-27 2020-09-27");
  // In January people write the year that they are used to.
  const std::vector<ShortArticle> january{
      {"gazette", "2021-02-20", "The singer Ned Orr died on January 4, 2021. Ann Fell left."},
      {"post", "2021-01-10", "Ned Orr died on January 4, 2020. Ann Fell left."}};
  check(january, "wrong-year, maybe-two-events: 2020-01-04 2021-01-04");
  check_reason(
      january,
      "4 January 2020 and 4 January 2021 are the same day of two years; post appeared at the turn of a "
      "year, on 10 January 2021, and post writes the year itself, «January 4, 2020»");
  // A death that is told as past, and dated to a day that is still to come.
  check({{"gazette", "2021-02-20", "The singer Ned Orr died on December 28, 2020. Ann Fell left."},
         {"post", "2021-01-10", "Ned Orr died on December 28, 2021. Ann Fell left."}},
        "wrong-year, order-violated, maybe-two-events: 2020-12-28* 2021-12-28");
}

TEST_CASE("cause day-month-order: only where a date was written in numbers", "[causes]") {
  const ShortArticle march{"gazette", "2020-12-01",
                           "The singer Ned Orr died on 4 March 2020. Ann Fell left."};
  const std::vector<ShortArticle> numbers{march, post("Ned Orr died on 04/03/2020.")};
  check(numbers, "day-month-order: 2020-03-04* 2020-04-03");
  check_reason(numbers, "post writes «04/03/2020», which is 3 April 2020 or 4 March 2020");
  check({march, post("Ned Orr died on 3 April 2020.")}, "contradiction: 2020-03-04 2020-04-03");
}

TEST_CASE("cause relative-misreading: the day from which words count", "[causes]") {
  // The day after the concert, or the day after publication's eve: the post counts from another date.
  const std::vector<ShortArticle> next_day{
      {"gazette", "2020-09-30", "The singer Ned Orr died on September 21, 2020. Ann Fell left."},
      post("On September 14, 2020 Ned Orr was taken to hospital. On September 20, 2020 Ann Fell resigned. On "
           "September 23, 2020 Ned Orr returned. The next day Ned Orr died.",
           "2020-10-02")};
  check(next_day, "relative-misreading: 2020-09-21* 2020-09-24");
  check_reason(
      next_day,
      "post writes «The next day», read as 24 September 2020; counted from 20 September 2020, which it "
      "tells before, it would be 21 September 2020");
  const std::vector<ShortArticle> friday{
      {"gazette", "2020-09-30", "The singer Ned Orr died on September 18, 2020. Ann Fell left."},
      {"post", "2020-09-29", "Ned Orr died on Friday. Ann Fell left."}};
  check(friday, "relative-misreading: 2020-09-18* 2020-09-25");
  check_reason(
      friday,
      "post writes «Friday», read as 25 September 2020; a week earlier it would be 18 September 2020");
}

TEST_CASE("cause typing-slip", "[causes]") {
  check({gazette, post("Ned Orr died on September 17, 2020.")}, "typing-slip: 2020-09-17 2020-09-27");
  check({{"gazette", "2020-12-01", "The singer Ned Orr died on September 12, 2020. Ann Fell left."},
         post("Ned Orr died on September 21, 2020.")},
        "typing-slip: 2020-09-12 2020-09-21");
  check({gazette, post("Ned Orr died on October 27, 2020.")}, "typing-slip: 2020-09-27 2020-10-27");
  check({gazette, post("Ned Orr died on September 26, 2020.")}, "contradiction: 2020-09-26 2020-09-27");
}

TEST_CASE("cause old-style-calendar", "[causes]") {
  const std::vector<ShortArticle> russian{
      {"gazette", "2001-02-01", "The singer Ned Orr died on October 25, 1917. Ann Fell left."},
      {"post", "2001-02-02", "Ned Orr died on November 7, 1917. Ann Fell left."}};
  check(russian, "old-style-calendar: 1917-10-25 1917-11-07");
  check_reason(russian,
               "25 October 1917 of the Julian calendar is 7 November 1917 of the Gregorian, 13 days later");
  check({{"gazette", "2001-02-01", "The singer Ned Orr died on March 4, 1750. Ann Fell left."},
         {"post", "2001-02-02", "Ned Orr died on March 15, 1750. Ann Fell left."}},
        "old-style-calendar: 1750-03-04 1750-03-15");
  check({{"gazette", "2001-02-01", "The singer Ned Orr died on March 4, 1950. Ann Fell left."},
         {"post", "2001-02-02", "Ned Orr died on March 17, 1950. Ann Fell left."}},
        "contradiction: 1950-03-04 1950-03-17");
}

TEST_CASE("cause overnight-or-timezone", "[causes]") {
  const ShortArticle sank{"gazette", "2020-12-01",
                          "The ferry Wren sank on May 4, 2020. Ann Fell and Ned Orr left."};
  const std::vector<ShortArticle> night{
      sank, post("The ferry Wren sank at 11:40 p.m. on May 3, 2020. Ned Orr stayed.")};
  check(night, "overnight-or-timezone: 2020-05-03T23:40 2020-05-04");
  check_reason(night,
               "3 May 2020, 23:40 and 4 May 2020 are neighbours, and post gives an hour of the night between "
               "them, 3 May 2020, 23:40");
  check({sank, post("The ferry Wren sank at 2:40 p.m. on May 3, 2020. Ned Orr stayed.")},
        "contradiction: 2020-05-03T14:40 2020-05-04");
}

TEST_CASE("cause publication-for-occurrence: a weekday that is named was meant", "[causes]") {
  const ShortArticle first{"gazette", "2020-12-01",
                           "The singer Ned Orr died on September 28, 2020. Ann Fell left."};
  check({first, {"post", "2020-09-30", "Ned Orr died on September 30, 2020. Ann Fell left."}},
        "publication-for-occurrence: 2020-09-28* 2020-09-30");
  check({first, {"post", "2020-09-30", "Ned Orr died on Wednesday. Ann Fell left."}},
        "contradiction: 2020-09-28 2020-09-30");
}
