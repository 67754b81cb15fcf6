#include "calendar/wording.h"

#include <string>

#include "calendar/edtf.h"
#include "calendar/pattern.h"
#include "calendar/timex_value.h"
#include "catch.h"

using namespace fasti;

namespace {

DateWording english() {
  DateWording w;
  w.language = "en";
  w.months = {"January", "February", "March",     "April",   "May",      "June",
              "July",    "August",   "September", "October", "November", "December"};
  w.months_short = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  w.weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  w.seasons = {"spring", "summer", "autumn", "winter"};
  w.patterns = {{"day", "{day} {month} {year}"},
                {"month", "{month} {year}"},
                {"year", "{year}"},
                {"minute", "{date}, {time}"},
                {"week", "week of {date}"},
                {"weekend", "weekend of {date}"},
                {"season", "{season} {year}"},
                {"season-across", "{season} {from}–{to}"},
                {"quarter-1", "first quarter of {year}"},
                {"quarter", "quarter {quarter} of {year}"},
                {"quarter-short", "Q{quarter} {year}"},
                {"half-year-1", "first half of {year}"},
                {"half-year-2", "second half of {year}"},
                {"decade", "{decade}s"},
                {"century", "{century}th century"},
                {"century-1", "{century}st century"},
                {"century-21", "{century}st century"},
                {"span", "{from} to {to}"},
                {"span-in-year", "{from} to {to} {year}"},
                {"day-in-year", "{day} {month}"},
                {"span-in-month", "{from} to {to} {month} {year}"},
                {"span-in-day", "{date}, {from} to {to}"},
                {"about", "about {date}"},
                {"about-short", "c. {date}"},
                {"since", "since {date}"},
                {"until", "until {date}"},
                {"bc", "{year} BC"}};
  return w;
}

DateWording german() {
  DateWording w;
  w.language = "de";
  w.months = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
              "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
  w.months_short = {"Jan.", "Feb.", "März", "Apr.", "Mai",  "Juni",
                    "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."};
  w.weekdays = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"};
  w.seasons = {"Frühling", "Sommer", "Herbst", "Winter"};
  w.patterns = {{"day", "{weekday}, {day}. {month} {year}"},
                {"month", "{month} {year}"},
                {"year", "{year}"},
                {"minute", "{date}, {time} Uhr"},
                {"hour", "{date}, {hour}-Uhr-Stunde"},
                {"week", "Woche vom {from} bis {to}"},
                {"season", "{season} {year}"},
                {"decade", "{decade}er Jahre"},
                {"century", "{century}. Jahrhundert"},
                {"millennium", "{millennium}. Jahrtausend"},
                {"span", "{from} bis {to}"},
                {"span-in-year", "{from} bis {to} {year}"},
                {"day-in-year", "{day}. {month}"},
                {"span-in-month", "{from}. bis {to}. {month} {year}"},
                {"about", "um {date}"},
                {"since", "seit {date}"},
                {"until", "bis {date}"},
                {"bc", "{year} v. Chr."}};
  return w;
}

void check(std::string_view edtf, std::string_view in_english, std::string_view in_few,
           std::string_view in_german) {
  INFO(edtf);
  const auto range = from_edtf(edtf);
  REQUIRE(range);
  CHECK(in_words(*range, english()) == in_english);
  CHECK(in_few_words(*range, english()) == in_few);
  CHECK(in_words(*range, german()) == in_german);
}

void check_value(std::string_view value, std::string_view in_english, std::string_view in_few,
                 std::string_view in_german) {
  INFO(value);
  const auto range = value_range(value);
  REQUIRE(range);
  CHECK(in_words(*range, english()) == in_english);
  CHECK(in_few_words(*range, english()) == in_few);
  CHECK(in_words(*range, german()) == in_german);
}

}  // namespace

TEST_CASE("units in words", "[calendar]") {
  check("2020-09-28", "28 September 2020", "28 Sep 2020", "Montag, 28. September 2020");
  check("2020-09", "September 2020", "Sep 2020", "September 2020");
  check("2020", "2020", "2020", "2020");
  check("0476", "476", "476", "476");
  check("2011-12-01T20:23", "1 December 2011, 20:23", "1 Dec 2011, 20:23",
        "Donnerstag, 1. Dezember 2011, 20:23 Uhr");
  check("2011-12-01T20:23:07", "1 December 2011, 20:23:07", "1 Dec 2011, 20:23:07",
        "Donnerstag, 1. Dezember 2011, 20:23:07 Uhr");
  check("2011-12-01T20", "1 December 2011, 20:00 to 20:59", "1 Dec 2011, 20:00 to 20:59",
        "Donnerstag, 1. Dezember 2011, 20-Uhr-Stunde");
  check("2021-22", "summer 2021", "summer 2021", "Sommer 2021");
  check("2021-24", "winter 2021–2022", "winter 2021–2022", "Winter 2021");
  check("2021-33", "first quarter of 2021", "Q1 2021", "Januar bis März 2021");
  check("2021-35", "quarter 3 of 2021", "Q3 2021", "Juli bis September 2021");
  check("2021-41", "second half of 2021", "second half of 2021", "Juli bis Dezember 2021");
  check("198X", "1980s", "1980s", "1980er Jahre");
  check("19XX", "20th century", "20th century", "20. Jahrhundert");
  check("20XX", "21st century", "21st century", "21. Jahrhundert");
  check("1XXX", "1000 to 1999", "1000 to 1999", "2. Jahrtausend");
  check_value("2021-W38", "week of 20 September 2021", "week of 20 Sep 2021",
              "Woche vom Montag, 20. September 2021 bis Sonntag, 26. September 2021");
  check_value("2021-W38-WE", "weekend of 25 September 2021", "weekend of 25 Sep 2021",
              "25. bis 26. September 2021");
  check_value("2020-09-28TMO", "28 September 2020", "28 Sep 2020", "Montag, 28. September 2020");
}

TEST_CASE("spans say once what their ends share", "[calendar]") {
  check("2010-05-03/2010-05-05", "3 to 5 May 2010", "3 to 5 May 2010", "3. bis 5. Mai 2010");
  check("2020-09-21/2020-09-30", "21 to 30 September 2020", "21 to 30 Sep 2020",
        "21. bis 30. September 2020");
  check("2010-04-28/2010-05-03", "28 April to 3 May 2010", "28 Apr to 3 May 2010",
        "28. April bis 3. Mai 2010");
  check("2010-05/2010-07", "May to July 2010", "May to Jul 2010", "Mai bis Juli 2010");
  check("2010/2013", "2010 to 2013", "2010 to 2013", "2010 bis 2013");
  check("2010-11/2011-02", "November 2010 to February 2011", "Nov 2010 to Feb 2011",
        "November 2010 bis Februar 2011");
  check("2010-12-30/2011-01-02", "30 December 2010 to 2 January 2011", "30 Dec 2010 to 2 Jan 2011",
        "Donnerstag, 30. Dezember 2010 bis Sonntag, 2. Januar 2011");
  check("2010-05-01/2010-05-31", "May 2010", "May 2010", "Mai 2010");
  check("2010-01/2010-12", "2010", "2010", "2010");
  check("2011-12-01T20:23/2011-12-01T21:00", "1 December 2011, 20:23 to 21:00", "1 Dec 2011, 20:23 to 21:00",
        "Donnerstag, 1. Dezember 2011, 20:23 Uhr bis Donnerstag, 1. Dezember 2011, 21:00 Uhr");
  check("2011-12-01T20:23/2011-12-02T01:00", "1 December 2011, 20:23 to 2 December 2011, 01:00",
        "1 Dec 2011, 20:23 to 2 Dec 2011, 01:00",
        "Donnerstag, 1. Dezember 2011, 20:23 Uhr bis Freitag, 2. Dezember 2011, 01:00 Uhr");
}

TEST_CASE("about, since, until", "[calendar]") {
  check("1850~", "about 1850", "c. 1850", "um 1850");
  check("2010-05/..", "since May 2010", "since May 2010", "seit Mai 2010");
  check("2010-05~/..", "since about May 2010", "since c. May 2010", "seit um Mai 2010");
  check("../2010-04", "until April 2010", "until Apr 2010", "bis April 2010");
  check("../2009", "until 2009", "until 2009", "bis 2009");
  check("2010-09-28/..", "since 28 September 2010", "since 28 Sep 2010", "seit Dienstag, 28. September 2010");
  check("2011-12-01T20:23/..", "since 1 December 2011, 20:23", "since 1 Dec 2011, 20:23",
        "seit Donnerstag, 1. Dezember 2011, 20:23 Uhr");
  check("../..", "../..", "../..", "../..");
}

TEST_CASE("before our era", "[calendar]") {
  check("-0489", "490 BC", "490 BC", "490 v. Chr.");
  check("0000", "1 BC", "1 BC", "1 v. Chr.");
  check("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC", "Freitag, 15. März 44 v. Chr.");
  check("-0489/-0478", "490 BC to 479 BC", "490 BC to 479 BC", "490 v. Chr. bis 479 v. Chr.");
  check("-0043-03-15/-0043-03-17", "15 to 17 March 44 BC", "15 to 17 Mar 44 BC",
        "15. bis 17. März 44 v. Chr.");
  check("-0009/0010", "10 BC to 10", "10 BC to 10", "10 v. Chr. bis 10");
  check_value("BC048", "480s BC", "480s BC", "480er Jahre v. Chr.");
  check_value("BC03", "4th century BC", "4th century BC", "4. Jahrhundert v. Chr.");
  check_value("BC00", "1st century BC", "1st century BC", "1. Jahrhundert v. Chr.");
  check_value("-048", "490 BC to 481 BC", "490 BC to 481 BC", "490 v. Chr. bis 481 v. Chr.");
}

TEST_CASE("what the data lack is told in EDTF", "[calendar]") {
  const DateWording nothing;
  for (const auto* edtf :
       {"2020-09-28", "2020-09", "2020", "2021-22", "2021-35", "198X", "1850~", "2010/..", "2010-05/2010-07",
        "-0489", "2011-12-01T20:23", "2011-12-01T20:23/2011-12-01T21:00"})
    CHECK(in_words(*from_edtf(edtf), nothing) == edtf);
  auto eleven = english();
  eleven.months.pop_back();
  CHECK(in_words(*from_edtf("2020-11-28"), eleven) == "28 November 2020");
  CHECK(in_words(*from_edtf("2020-12-28"), eleven) == "2020-12-28");
  auto plain = english();
  for (const auto* name : {"span-in-month", "span-in-year", "about", "bc", "season-across"})
    plain.patterns.erase(name);
  CHECK(in_words(*from_edtf("2010-05-03/2010-05-05"), plain) == "3 May 2010 to 5 May 2010");
  CHECK(in_words(*from_edtf("1850~"), plain) == "1850~");
  CHECK(in_words(*from_edtf("-0489"), plain) == "-0489");
  CHECK(in_words(*from_edtf("2021-24"), plain) == "winter 2021");
}

TEST_CASE("a range that is not the unit it claims to be is told by its ends", "[calendar]") {
  const auto told = [](Civil first, Civil last, Granularity granularity) {
    return in_words(range_of_days(day_of(first), day_of(last), granularity), english());
  };
  CHECK(told({2020, 9, 3}, {2020, 9, 30}, Granularity::month) == "3 to 30 September 2020");
  CHECK(told({2020, 9, 3}, {2020, 9, 5}, Granularity::day) == "3 to 5 September 2020");
  CHECK(told({2020, 9, 3}, {2020, 9, 9}, Granularity::week) == "3 to 9 September 2020");
  CHECK(told({2020, 2, 1}, {2020, 4, 30}, Granularity::quarter) == "February to April 2020");
  CHECK(told({1981, 1, 1}, {1990, 12, 31}, Granularity::decade) == "1981 to 1990");
  CHECK(in_words(DateRange{0, 7200 + 59, Granularity::minute}, english()) ==
        "1 January 1970, 00:00 to 02:00");
}

TEST_CASE("patterns are filled once and keep what they do not know", "[calendar]") {
  const auto check_filled = [](std::string_view pattern, std::string_view expected) {
    INFO(pattern);
    CHECK(filled(pattern, {{"day", "28"}, {"month", "{day}"}, {"weekday", ""}}) == expected);
  };
  check_filled("{day} {month}", "28 {day}");
  check_filled("{weekday}, {day}", "28");
  check_filled("{weekday}", "");
  check_filled("{nothing} {day}", "{nothing} 28");
  check_filled("{{day}}", "{28}");
  check_filled("{day", "{day");
  check_filled("day}", "day}");
  check_filled("{}", "{}");
  check_filled("", "");
  check_filled("{", "{");
  CHECK(filled(std::string(100'000, '{'), {}).size() == 100'000);
}
