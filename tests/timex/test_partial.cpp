#include "timex/partial.h"

#include "catch.h"
#include "timex/english.h"

using namespace fasti;
using fasti::testing::english;

namespace {

std::string readings_of(const std::string& missing, const Civil& day) {
  std::string list;
  for (const DateReading& reading : readings_near(missing, day_of(day), english()))
    list += (list.empty() ? "" : " ") + reading.value;
  return list;
}

}  // namespace

TEST_CASE("a partial value is complete, missing something, or counted", "[timex]") {
  CHECK(parse_partial("2020-09-27").kind == Partial::Kind::complete);
  CHECK(parse_partial("P10D").kind == Partial::Kind::complete);
  CHECK(parse_partial("PRESENT_REF").kind == Partial::Kind::complete);
  CHECK(parse_partial("XXXX-09-28").kind == Partial::Kind::missing);
  CHECK(parse_partial("<XXXX-09").direction == '<');
  CHECK(parse_partial("<XXXX-09").value == "XXXX-09");
  const Partial shift = parse_partial("@-14Y");
  CHECK(shift.kind == Partial::Kind::shifted);
  CHECK(shift.count == -14);
  CHECK(shift.unit == "Y");
  const Partial in_year = parse_partial("@+0Y-(christmas)");
  CHECK(in_year.count == 0);
  CHECK(in_year.inside == "-(christmas)");
}

TEST_CASE("a time of day, and the week of a day, stand behind a partial value", "[timex]") {
  const Partial night = parse_partial("XXXX-WXX-5TNI");
  CHECK(night.value == "XXXX-WXX-5");
  CHECK(with_ending("2021-10-01", night) == "2021-10-01TNI");
  CHECK(with_ending("2021-10", night) == "2021-10");
  CHECK(parse_partial("@-1DT0735").time == "T07:35");
  CHECK(parse_partial("@+3TH").unit == "TH");
  CHECK(parse_partial("XXXX-(st thomas)TEV").value == "XXXX-(st thomas)");
  const Partial week = parse_partial("XXXX-03-06~W");
  CHECK(week.value == "XXXX-03-06");
  CHECK(with_ending("2000-03-06", week) == "2000-W10");
  CHECK(parse_partial("2000-03-06~W").value == "2000-03-06");
  CHECK(parse_partial("2000-03-06~W").week_of == "W");
  CHECK(parse_partial("XXXX-(03/1/6)~WE").week_of == "WE");
}

TEST_CASE("a count that is no date is left alone", "[timex]") {
  for (const char* text : {"@", "@+", "@-Y", "@99999999999999999999Y", "@-30000Y"})
    CHECK(parse_partial(text).kind == Partial::Kind::complete);
}

TEST_CASE("a year makes a missing value complete, if it has such a day", "[timex]") {
  CHECK(value_in_year("XXXX-09-28", 2020, english()) == "2020-09-28");
  CHECK(value_in_year("XXXX-02-29", 2020, english()) == "2020-02-29");
  CHECK(value_in_year("XXXX-02-29", 2021, english()) == std::nullopt);
  CHECK(value_in_year("XXXX-SU", 2021, english()) == "2021-SU");
  CHECK(value_in_year("XXXX-(thanksgiving)", 2019, english()) == "2019-11-28");
  CHECK(value_in_year("XXXX-(no such holiday)", 2019, english()) == std::nullopt);
  CHECK(value_in_year("XXXX-WXX-3", 2019, english()) == std::nullopt);
}

TEST_CASE("readings stand in the order of time around the day", "[timex]") {
  CHECK(readings_of("XXXX-WXX-3", {2021, 9, 29}) == "2021-09-15 2021-09-22 2021-09-29 2021-10-06 2021-10-13");
  CHECK(readings_of("XXXX-WXX-WE", {2021, 9, 29}) ==
        "2021-W37-WE 2021-W38-WE 2021-W39-WE 2021-W40-WE 2021-W41-WE");
  CHECK(readings_of("XX60", {2021, 9, 29}) == "1860 1960 2060 2160 2260");
  CHECK(readings_of("XX6", {1998, 9, 29}) == "176 186 196 206 216");
  CHECK(readings_of("BC?0490", {-480, 1, 1}) == "BC0490 0490");
  CHECK(readings_of("XXXX-XX-30", {2021, 2, 10}) ==
        "2020-08-30 2020-09-30 2020-10-30 2020-11-30 2020-12-30 2021-01-30 2021-03-30 2021-04-30 2021-05-30 "
        "2021-06-30 2021-07-30 2021-08-30");
  const std::string leap_days = readings_of("XXXX-02-29", {2021, 9, 29});
  CHECK(leap_days == "2016-02-29 2020-02-29 2024-02-29 2028-02-29");
}

TEST_CASE("units are counted over the ends of months, years and eras", "[timex]") {
  struct Row {
    Civil from;
    long count;
    const char* unit;
    const char* expected;
  };
  for (const Row& row : {Row{{2021, 9, 29}, -1, "D", "2021-09-28"}, Row{{2021, 1, 1}, -1, "D", "2020-12-31"},
                         Row{{2021, 9, 29}, -1, "W", "2021-W38"}, Row{{2021, 1, 15}, -1, "M", "2020-12"},
                         Row{{2021, 12, 15}, 1, "M", "2022-01"}, Row{{2021, 2, 1}, -1, "Q", "2020-Q4"},
                         Row{{2021, 9, 29}, -14, "Y", "2007"}, Row{{2021, 9, 29}, -1, "DE", "201"},
                         Row{{2021, 9, 29}, -1, "CE", "19"}, Row{{2021, 9, 29}, 0, "WE", "2021-W39-WE"},
                         Row{{2021, 9, 29}, -1, "H1", "2021-H1"}, Row{{2021, 9, 29}, 1, "?", ""}}) {
    CAPTURE(row.count, row.unit);
    CHECK(shifted_value(day_of(row.from), row.count, row.unit) == row.expected);
  }
}

TEST_CASE("a count may name a place inside its unit", "[timex]") {
  struct Row {
    const char* partial;
    const char* expected;
  };
  for (const Row& row :
       {Row{"@-1W-5", "2021-09-24"}, Row{"@+1M-05", "2021-10-05"}, Row{"@+1M-31", "2021-10-31"},
        Row{"@-3M-31", ""}, Row{"@-1Y-09-30", "2020-09-30"}, Row{"@+0Y-(christmas)", "2021-12-25"},
        Row{"@+1W-WE", "2021-W40-WE"}, Row{"@+0Y-Q4", "2021-Q4"}}) {
    CAPTURE(row.partial);
    CHECK(shifted_value(day_of({2021, 9, 29}), parse_partial(row.partial), english()) == row.expected);
  }
}

TEST_CASE("hours are counted over the end of the day", "[timex]") {
  const Moment evening = start_of(day_of({2021, 12, 31})) + 23 * 3600;
  CHECK(shifted_moment(evening, 2, "TH") == "2022-01-01T01:00");
  CHECK(shifted_moment(evening, -30, "TM") == "2021-12-31T22:30");
  CHECK(shifted_moment(evening, 5, "TS") == "2021-12-31T23:00:05");
}
