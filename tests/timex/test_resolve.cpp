#include "timex/resolve.h"

#include "calendar/edtf.h"
#include "catch.h"
#include "timex/english.h"

using namespace fasti;
using namespace fasti::testing;

namespace {

void check(const std::string& text, const std::string& published, const std::string& expected,
           const std::string& profile = "news") {
  CAPTURE(text, published, profile);
  CHECK(values_of(document_of(text, published, profile)) == expected);
}

const Timex& last_of(const Document& document) { return document.timexes.back(); }

}  // namespace

TEST_CASE("a date goes on with the story, not with publication", "[timex]") {
  check("He fell ill on Sept. 27, 2020. He died on Sept. 30.", "2021-11-05",
        "Sept. 27, 2020 = 2020-09-27; Sept. 30 = 2020-09-30");
  check("The mine fell in on December 30, 2018, and on January 2 the last man was found.", "2020-06-01",
        "December 30, 2018 = 2018-12-30; January 2 = 2019-01-02");
}

TEST_CASE("in news another paragraph is another story, in narrative it is the same", "[timex]") {
  const std::string text = "The well was dug in May 2013.\n\nOn March 3 the pump broke down and nobody came.";
  check(text, "2021-09-29", "May 2013 = 2013-05; March 3 = 2021-03-03");
  check(text, "2021-09-29", "May 2013 = 2013-05; March 3 = 2013-03-03", "narrative");
}

TEST_CASE("a month told with its year is meant when it is named again", "[timex]") {
  check("They lost the farm in September last year.\n\nA sale in September brought little.", "2021-10-05",
        "September last year = 2020-09; September = 2020-09");
}

TEST_CASE("a weekday beside a date chooses the year", "[timex]") {
  const Document document = document_of("It is thirty days since Saturday, September 26.", "2021-09-29");
  CHECK(last_of(document).value == "2020-09-26");
  CHECK_FALSE(last_of(document).alternatives.empty());
  check("It is thirty days since Sunday, September 26.", "2021-09-29",
        "thirty days = P30D; Sunday, September 26 = 2021-09-26");
}

TEST_CASE("a weekday that no year can give is told, and the date stays", "[timex]") {
  const Document document = document_of("The hall burned on Monday, September 27, 2020.", "2021-09-29");
  CHECK(last_of(document).value == "2020-09-27");
  CHECK(last_of(document).weekday_disagrees);
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == "weekday-mismatch");
  CHECK(document.diagnostics[0].message == "\"Monday, September 27, 2020\": 2020-09-27 was a Sunday");
}

TEST_CASE("a day that does not exist is one expression and a warning", "[timex]") {
  const Document document = document_of("The letter of February 30, 2015 is a forgery.", "2021-09-29");
  REQUIRE(document.timexes.size() == 1);
  CHECK_FALSE(document.timexes[0].range);
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == "impossible-date");
}

TEST_CASE("a coarser expression just before a date holds it", "[timex]") {
  check("As late as last week, on December 29, she sang.", "2021-01-06",
        "last week = 2020-W53; December 29 = 2020-12-29");
}

TEST_CASE("relative dates count from publication, or from the story", "[timex]") {
  check("They met 14 years ago.", "2021-09-29", "14 years ago = 2007");
  check("It sank on June 12, 2021. Divers came two days later.", "2022-06-13",
        "June 12, 2021 = 2021-06-12; two days later = 2021-06-14");
  check("She resigned on September 30th of last year.", "2021-09-29",
        "September 30th of last year = 2020-09-30");
  check("The band signed earlier this year in February.", "2019-11-30",
        "earlier this year in February = 2019-02");
}

TEST_CASE("what is said in a quotation counts from the day on which it was said", "[timex]") {
  check("“We broke with them a year ago,” he wrote on May 3, 2015.", "2021-09-29",
        "a year ago = 2014; May 3, 2015 = 2015-05-03");
  check("“We broke with them a year ago,” he wrote.", "2021-09-29", "a year ago = 2020");
}

TEST_CASE("holidays take their year from publication or from the words", "[timex]") {
  check("The picture went up on National Sons Day.", "2021-09-29", "National Sons Day = 2021-09-28");
  check("He came home for Thanksgiving.", "2021-09-29", "Thanksgiving = 2020-11-26");
  check("He came home for Thanksgiving 2019.", "2021-09-29", "Thanksgiving 2019 = 2019-11-28");
}

TEST_CASE("a sentence that looks ahead means the next such date", "[timex]") {
  check("The court will sit on March 3.", "2021-09-29", "March 3 = 2022-03-03");
  check("“Nobody will believe it,” he said on March 3.", "2021-09-29", "March 3 = 2021-03-03");
}

TEST_CASE("without publication and without a story the year stays open", "[timex]") {
  check("She sang on March 3.", "", "March 3 = XXXX-03-03");
  check("She sang last week.", "", "last week = XXXX");
  CHECK_FALSE(last_of(document_of("She sang last week.")).range);
}

TEST_CASE("days counted up to a date give their beginning", "[timex]") {
  const Document counted =
      document_of("He has been dry for 70 days since Sunday, September 26, his wife said.", "2021-09-29");
  CHECK(to_edtf(counted.timexes.front().range.value()) == "2021-07-18/2021-09-26");
  const Document plain =
      document_of("He has been dry for 3 days since Sunday, September 26, his wife said.", "2021-09-29");
  CHECK_FALSE(plain.timexes.front().range);
}

TEST_CASE("numbers that only look like dates are none", "[timex]") {
  for (const char* text :
       {"IMG 190314 Ferry-1552567890123", "It won 2020 votes.", "He may leave; they march at last.",
        "Call 555-0142.", "It cost $1999 then.", "The team won 12-6.", "A one-way seat is $6.75."})
    check(text, "2021-09-29", "");
}

TEST_CASE("every expression is the text at its place, and none overlap", "[timex]") {
  const Document document = document_of(
      "On Sept. 27, 2020, a Sunday, and again last week, on September 18, they met; 14 years ago they had "
      "not.",
      "2021-09-29");
  std::size_t end = 0;
  for (const Timex& timex : document.timexes) {
    CHECK(timex.span.begin >= end);
    CHECK(document.article.text.substr(timex.span.begin, timex.span.size()) == timex.text);
    end = timex.span.end;
  }
  CHECK(document.timexes.size() == 5);
}

TEST_CASE("a weekday that fits only in far years is told as wrong", "[timex]") {
  const Document document = document_of("He was sentenced on Friday, March 22.", "2022-06-13");
  CHECK(last_of(document).value == "2022-03-22");
  CHECK(last_of(document).weekday_disagrees);
}

TEST_CASE("a weekday goes on from the day that its sentence told", "[timex]") {
  check("On June 8 the governor came, and on Sunday the bell was rung.", "2022-06-30",
        "June 8 = 2022-06-08; Sunday = 2022-06-12");
  check("The governor came on June 8. On Sunday the bell was rung.", "2022-06-30",
        "June 8 = 2022-06-08; Sunday = 2022-06-26");
}

TEST_CASE("the verb nearest to a weekday tells past from future", "[timex]") {
  check("He said Sunday that the yard will close.", "2022-06-30", "Sunday = 2022-06-26");
  check("The yard will close Sunday, he said.", "2022-06-30", "Sunday = 2022-07-03");
  check("The court is due to sit on Monday.", "2022-06-30", "Monday = 2022-07-04");
}

TEST_CASE("a history tells one winter after the other", "[timex]") {
  check("In October 1940 the river froze. The ice broke in February.\n\nIn August the mill burned.",
        "2009-12-19", "October 1940 = 1940-10; February = 1941-02; August = 1941-08", "narrative");
}

TEST_CASE("a day that is in no year is told", "[timex]") {
  const Document document = document_of("They left on June 31.", "2021-09-29");
  REQUIRE(document.timexes.size() == 1);
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].code == "impossible-date");
}

TEST_CASE("which weekday, weekend or week of a month", "[timex]") {
  check("They met on the first Monday in May 2020.", "", "the first Monday in May 2020 = 2020-05-04");
  check("They met on the last Friday of July.", "2021-09-29", "the last Friday of July = 2021-07-30");
  check("He came in 1911. They met on the fifth Sunday of December 1911.", "",
        "1911 = 1911; the fifth Sunday of December 1911 = 1911-12-31");
  check("It came in the second week of March 2019.", "", "the second week of March 2019 = 2019-W11");
  check("They met on the third weekend of June 2018.", "", "the third weekend of June 2018 = 2018-W24-WE");
  check("They met on the first Monday of next month.", "2021-09-29",
        "the first Monday of next month = 2021-10-04");
  check("They met on the second Saturday of October 1066.", "",
        "the second Saturday of October 1066 = 1066-10-14");
  CHECK(document_of("They met on the first Monday in May 2020.").timexes.front().basis == Basis::explicit_);
}

TEST_CASE("decades are counted from a decade or a year", "[timex]") {
  check("In the 1920s he built boats; the following decade he sold them.", "2021-09-29",
        "the 1920s = 192; the following decade = 193");
  check("He was born in 1911. The decade before had been poor.", "2021-09-29",
        "1911 = 1911; The decade before = 190");
  check("The 18th century was hard. The following century was worse.", "2021-09-29",
        "The 18th century = 17; The following century = 18");
  // What is finer is not counted from a decade.
  check("He sang in the 1920s. Two years later he left.", "2021-09-29",
        "the 1920s = 192; Two years later = 2023");
}

TEST_CASE("a clock time keeps its clock", "[timex]") {
  check("The bell rang at 14:30.", "", "14:30 = XXXX-XX-XXT14:30");
  check("The bell rang at 9 a.m. on Tuesday.", "", "9 a.m. on Tuesday = XXXX-WXX-2T09:00");
  check("The bell rang at 06:00 on 3 May.", "", "06:00 on 3 May = XXXX-05-03T06:00");
  check("It is held on the first Sunday in May.", "", "the first Sunday in May = XXXX-05");
  check("He sang on Christmas Day.", "", "Christmas Day = XXXX-12-25");
  check("He sang at Easter.", "", "Easter = XXXX");
  check("It happened in the night.", "", "the night = XXXX-XX-XXTNI");
  check("It sank on June 12, 2021. The bell rang at 14:30.", "",
        "June 12, 2021 = 2021-06-12; 14:30 = 2021-06-12T14:30");
  check("The bell rang at 14:30.", "2021-09", "14:30 = XXXX-XX-XXT14:30");
}

TEST_CASE("in news a clock time belongs to the day that its paragraph told", "[timex]") {
  check("It sank on June 12. The bell rang at 14:30.", "2021-09-29",
        "June 12 = 2021-06-12; 14:30 = 2021-06-12T14:30");
  check("It sank on June 12.\n\nThe bell rang at 14:30.", "2021-09-29",
        "June 12 = 2021-06-12; 14:30 = 2021-09-29T14:30");
}

TEST_CASE("weekdays of old are those of the Julian calendar", "[timex]") {
  CHECK(document_of("They fought on Saturday, 14 October 1066.").diagnostics.empty());
  CHECK(document_of("They fought on Friday, 14 October 1066.").diagnostics.size() == 1);
  CHECK(document_of("He came on Tuesday, 30 January 1649.").diagnostics.empty());   // in London
  CHECK(document_of("He came on Saturday, 30 January 1649.").diagnostics.empty());  // in Paris
}

TEST_CASE("a count beside a date may say the same date again", "[timex]") {
  check("In 1802 it flooded. In 1983, 181 years later, divers found a pump.", "2021-09-29",
        "1802 = 1802; 1983 = 1983; 181 years later = 1983");
  check("In 1802 it flooded. In 1983, two years later than planned, it opened.", "2021-09-29",
        "1802 = 1802; 1983 = 1983; two years later = 1985");
  check("He came on June 3, 2019. On June 5, two days later, he left.", "2021-09-29",
        "June 3, 2019 = 2019-06-03; June 5 = 2019-06-05; two days later = 2019-06-05");
}

TEST_CASE("decades of which the century is open", "[timex]") {
  check("He was born in 1888. He sailed in the summer of '27.", "2021-09-29",
        "1888 = 1888; the summer of '27 = 1927-SU");
  check("She grew up in the 1860s and '70s.", "2021-09-29", "the 1860s = 186; '70s = 187");
  check("By the thirties they were common.", "2021-09-29", "the thirties = 193");
  check("Rents rose in the nineties.", "2021-09-29", "the nineties = 199");
  check("A show about the 1980s runs through 9 January.", "2021-09-29",
        "the 1980s = 198; 9 January = 2022-01-09");
}

TEST_CASE("a flashback moves no day back, and that night is one of a day", "[timex]") {
  check("They met on October 3, 2019. It had been asked for the previous evening. They left at 12.30 p.m.",
        "2021-09-29",
        "October 3, 2019 = 2019-10-03; the previous evening = 2019-10-02TEV; 12.30 p.m. = 2019-10-03T12:30");
  check("It sank on June 12, 2021. In August that year she spoke of that night.", "2021-09-29",
        "June 12, 2021 = 2021-06-12; August that year = 2021-08; that night = 2021-06-12TNI");
}
