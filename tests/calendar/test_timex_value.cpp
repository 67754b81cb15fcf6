#include "calendar/timex_value.h"

#include <limits>
#include <string>

#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "catch.h"

using namespace fasti;

namespace {

// "2020-09-01..2020-09-30 month"; clock times are written where the range is not of whole days.
std::string shown(const std::optional<DateRange>& r) {
  if (!r) return "none";
  const bool days = r->earliest == start_of(first_day(*r)) && r->latest == end_of(last_day(*r));
  const std::string from = r->open_start ? "" : days ? iso_day(first_day(*r)) : iso_second(r->earliest);
  const std::string to = r->open_end ? "" : days ? iso_day(last_day(*r)) : iso_second(r->latest);
  return from + ".." + to + " " + std::string(to_string(r->granularity)) + (r->approximate ? " about" : "");
}

void check(std::string_view value, std::string_view expected, std::string_view mod = "") {
  INFO("value " << value << " mod " << mod);
  CHECK(shown(value_range(value, mod)) == expected);
}

void check_nothing(std::string_view value) { check(value, "none"); }

}  // namespace

TEST_CASE("a TIMEX3 value names a stretch of time", "[calendar]") {
  check("2020-09-30", "2020-09-30..2020-09-30 day");
  check("2020-09", "2020-09-01..2020-09-30 month");
  check("2020-02", "2020-02-01..2020-02-29 month");
  check("2020", "2020-01-01..2020-12-31 year");
  check("202", "2020-01-01..2029-12-31 decade");
  check("19", "1900-01-01..1999-12-31 century");
  check("1", "1000-01-01..1999-12-31 millennium");
  check("FY1998", "1998-01-01..1998-12-31 year");
  check("FY1998-Q1", "1998-01-01..1998-03-31 quarter");
}

TEST_CASE("weeks, weekends and days of the week", "[calendar]") {
  check("2021-W38", "2021-09-20..2021-09-26 week");
  check("2021-W38-WE", "2021-09-25..2021-09-26 weekend");
  check("2021-W38-5", "2021-09-24..2021-09-24 day");
  check("2020-W53", "2020-12-28..2021-01-03 week");
  check("2021-W01", "2021-01-04..2021-01-10 week");
  for (const auto* none : {"2021-W53", "2021-W00", "2021-W38-8", "2021-W38-0", "2021-W", "2021-W3",
                           "2021-W38-", "2021-W38-W", "2021-W38-WEX", "9999-W52", "9999-W52-7"})
    check_nothing(none);
}

TEST_CASE("seasons, quarters, halves", "[calendar]") {
  check("2021-SP", "2021-03-01..2021-05-31 season");
  check("2021-SU", "2021-06-01..2021-08-31 season");
  check("2021-FA", "2021-09-01..2021-11-30 season");
  check("1988-WI", "1988-12-01..1989-02-28 season");
  check("1987-WI", "1987-12-01..1988-02-29 season");
  check("2021-Q1", "2021-01-01..2021-03-31 quarter");
  check("2021-Q4", "2021-10-01..2021-12-31 quarter");
  check("2021-H1", "2021-01-01..2021-06-30 half-year");
  check("2021-H2", "2021-07-01..2021-12-31 half-year");
  for (const auto* none :
       {"2021-Q0", "2021-Q5", "2021-H0", "2021-H3", "2021-Q", "2021-QX", "2021-su", "9999-WI"})
    check_nothing(none);
}

TEST_CASE("parts of a day and clock times", "[calendar]") {
  check("2020-09-30TMO", "2020-09-30T00:00:00..2020-09-30T11:59:59 day-part");
  check("2020-09-30TMI", "2020-09-30T11:00:00..2020-09-30T13:59:59 day-part");
  check("2020-09-30TAF", "2020-09-30T12:00:00..2020-09-30T17:59:59 day-part");
  check("2020-09-30TEV", "2020-09-30T17:00:00..2020-09-30T23:59:59 day-part");
  check("2020-09-30TNI", "2020-09-30T18:00:00..2020-09-30T23:59:59 day-part");
  check("2020-09-30TDT", "2020-09-30T06:00:00..2020-09-30T17:59:59 day-part");
  check("2020-09-30T14", "2020-09-30T14:00:00..2020-09-30T14:59:59 hour");
  check("2020-09-30T14:30", "2020-09-30T14:30:00..2020-09-30T14:30:59 minute");
  check("2020-09-30T14:30:15", "2020-09-30T14:30:15..2020-09-30T14:30:15 second");
  check("2020-09-30T14:30:15.123456789012345678901", "2020-09-30T14:30:15..2020-09-30T14:30:15 second");
  check("2020-W40-3T14:30", "2020-09-30T14:30:00..2020-09-30T14:30:59 minute");
  check("2003-03-19T21:34-05", "2003-03-19T21:34:00..2003-03-19T21:34:59 minute");
  check("2003-03-19T21:34Z", "2003-03-19T21:34:00..2003-03-19T21:34:59 minute");
  check("2003-03-19T21:34:00+05:30", "2003-03-19T21:34:00..2003-03-19T21:34:00 second");
  check("2020-09-30T24:00", "2020-10-01T00:00:00..2020-10-01T00:00:59 minute");
  for (const auto* none :
       {"2020-09-30T", "2020-09-30T25", "2020-09-30T14:60", "2020-09-30T25:61:61", "2020-09-30T14:3",
        "2020-09-30T1", "2020-09-30T14:30+", "2020-09-30T14:30+25", "2020-09-30T14:30+02:60",
        "2020-09-30T14:30x", "2020-09-30TXX", "2020-09-30TMO ", "2020-09TMO", "2020T14:30", "T14:30",
        "2020-09-30T24:01", "9999-12-31T24:00", "2020-09-30T14:30:15.", "2020-02-30T14:30"})
    check_nothing(none);
}

TEST_CASE("years before our era", "[calendar]") {
  check("BC0490", "-0489-01-01..-0489-12-31 year");
  check("-0489", "-0489-01-01..-0489-12-31 year");
  check("BC0001", "0000-01-01..0000-12-31 year");
  check("0000", "0000-01-01..0000-12-31 year");
  check("BC0480-09-20", "-0479-09-20..-0479-09-20 day");
  check("BC0480-WI", "-0479-12-01..-0478-02-28 season");
  check("BC048", "-0488-01-01..-0479-12-31 decade");
  check("BC03", "-0398-01-01..-0299-12-31 century");
  check("-048", "-0489-01-01..-0480-12-31 decade");
  check("BC10000", "-9999-01-01..-9999-12-31 year");
  for (const auto* none : {"BC0000", "-0000", "BC", "-", "BC10001", "BC99999", "--489", "BC-0489", "-BC0489"})
    check_nothing(none);
}

TEST_CASE("values without a place in time have no range", "[calendar]") {
  for (const auto* none : {"", "PXW", "P10D", "PT3H", "XXXX-09-28", "2020-XX", "2020-WXX", "198X",
                           "PRESENT_REF", "PAST_REF", "FUTURE_REF", "1998-QX", "XXXX-WXX-5", "BC0480-08-XX"})
    check_nothing(none);
}

TEST_CASE("malformed and impossible values have no range", "[calendar]") {
  for (const auto* none : {"2020-02-30",
                           "2021-02-29",
                           "2020-13",
                           "2020-00",
                           "2020-09-00",
                           "2020-09-31",
                           "20200930",
                           "202005011",
                           "2020-9-3",
                           "2020-09-30 ",
                           " 2020",
                           "2020-",
                           "2020--09",
                           "2023-05--1",
                           "+2020",
                           "10000",
                           "20-09",
                           "202-09",
                           "99999999999999999999999999999999999999",
                           "2020-99999999999999999999",
                           "2020-09-99999999999999",
                           "FY",
                           "FYFY1998",
                           "２０２０",
                           "2020-09-30T99999999999999999999"})
    check_nothing(none);
  check_nothing(std::string(1'000'000, '9'));
  check_nothing("2020-09-30T" + std::string(1'000'000, '1'));
  check_nothing(std::string("2020\0", 5));
}

TEST_CASE("modifiers take a third, mark, or open an end", "[calendar]") {
  check("2020-09", "2020-09-01..2020-09-10 span", "START");
  check("2020-09", "2020-09-11..2020-09-20 span", "MID");
  check("2020-09", "2020-09-21..2020-09-30 span", "END");
  check("2020-05", "2020-05-21..2020-05-31 span", "END");
  check("2020", "2020-01-01..2020-04-30 span", "START");
  check("2020", "2020-05-01..2020-08-31 span", "MID");
  check("2020", "2020-09-01..2020-12-31 span", "END");
  check("2021-Q3", "2021-07-01..2021-07-31 span", "START");
  check("198", "1980-01-01..1983-04-30 span", "START");
  check("2021-W38", "2021-09-24..2021-09-26 span", "END");
  check("2020-09-30", "2020-09-30T00:00:00..2020-09-30T07:59:59 day-part", "START");
  check("2020-09-30T14:30:15", "2020-09-30T14:30:15..2020-09-30T14:30:15 second", "START");
  check("1850", "1850-01-01..1850-12-31 year about", "APPROX");
  check("2010-05", "..2010-04-30 month", "BEFORE");
  check("2010-05", "..2010-05-31 month", "ON_OR_BEFORE");
  check("2010-05", "2010-06-01.. month", "AFTER");
  check("2010-05", "2010-05-01.. month", "ON_OR_AFTER");
  check("2010", "2010-01-01..2010-12-31 year", "MORE_THAN");
  check("9999", "9999-12-31T23:59:59.. year", "AFTER");
  check("-9999", "..-9999-01-01T00:00:00 year", "BEFORE");
  check("PXW", "none", "START");
}

TEST_CASE("the three thirds of a range cover it without a gap", "[calendar]") {
  for (const auto* value : {"2020", "2020-02", "2021-W07", "19", "2021-WI", "2020-09-30", "2020-09-30T14"}) {
    INFO(value);
    const auto all = *value_range(value);
    const auto a = modified(all, "START"), b = modified(all, "MID"), c = modified(all, "END");
    CHECK(a.earliest == all.earliest);
    CHECK(a.latest + 1 == b.earliest);
    CHECK(b.latest + 1 == c.earliest);
    CHECK(c.latest == all.latest);
  }
}

TEST_CASE("the value that names a unit", "[calendar]") {
  CHECK(value_of_day(day_of({2020, 9, 28})) == "2020-09-28");
  CHECK(value_of_month(2020, 9) == "2020-09");
  CHECK(value_of_year(476) == "0476");
  CHECK(value_of_year(0) == "BC0001");
  CHECK(value_of_year(-489) == "BC0490");
  CHECK(value_of_week({2021, 38}) == "2021-W38");
  CHECK(value_of_year(std::numeric_limits<int>::min()) == "BC2147483649");  // no overflow, though no year
  for (Day day = least_day; day <= greatest_day; day += 997) {
    const Civil c = civil_of(day);
    const IsoWeek w = iso_week_of(day);
    CHECK(value_range(value_of_day(day)) == range_of_day(day));
    CHECK(value_range(value_of_month(c.year, c.month)) == range_of_month(c.year, c.month));
    CHECK(value_range(value_of_year(c.year)) == range_of_year(c.year));
    if (day > least_day + 7) CHECK(covers(*value_range(value_of_week(w)), range_of_day(day)));
  }
}

TEST_CASE("the length of a duration", "[calendar]") {
  const auto check_length = [](std::string_view value, Length expected) {
    INFO(value);
    const auto length = length_of(value);
    REQUIRE(length);
    CHECK(length->months == expected.months);
    CHECK(length->days == expected.days);
    CHECK(length->seconds == expected.seconds);
  };
  check_length("P10D", {0, 10, 0});
  check_length("P2W", {0, 14, 0});
  check_length("P3M", {3, 0, 0});
  check_length("P1Y", {12, 0, 0});
  check_length("P2Y6M", {30, 0, 0});
  check_length("P1Q", {3, 0, 0});
  check_length("P1DE", {120, 0, 0});
  check_length("P2E", {240, 0, 0});
  check_length("P1CE", {1200, 0, 0});
  check_length("P.5CE", {600, 0, 0});
  check_length("P2L", {24'000, 0, 0});
  check_length("PT3H", {0, 0, 10'800});
  check_length("PT1M30S", {0, 0, 90});
  check_length("PT36H", {0, 0, 129'600});
  check_length("P1DT12H", {0, 1, 43'200});
  check_length("P1.5D", {0, 1, 43'200});
  check_length("P0.5Y", {6, 0, 0});
  check_length("P1.5M", {1, 15, 0});
  check_length("P22.8Y", {274, 0, 0});
  check_length("P0D", {0, 0, 0});
  for (const auto* none :
       {"",    "P",    "PT",   "PXW", "PXX", "P1",   "PD",           "P-1D",         "P1DT", "P1D1Y", "P1D2D",
        "P1H", "PT1D", "P1.D", "P.D", "10D", "P1D ", "P9999999999D", "P999999999ML", "2020", "P1Z"}) {
    INFO(none);
    CHECK_FALSE(length_of(none));
  }
  CHECK_FALSE(length_of("P" + std::string(1'000'000, '9') + "D"));
  CHECK(length_of("P1." + std::string(1'000'000, '9') + "D"));
}

TEST_CASE("a range moves by a length", "[calendar]") {
  const auto check_shift = [](std::string_view value, std::string_view by, int sign,
                              std::string_view expected) {
    INFO(value << " by " << by << " times " << sign);
    CHECK(shown(shifted(*value_range(value), *length_of(by), sign)) == expected);
  };
  check_shift("2020-09-28", "P10D", 1, "2020-10-08..2020-10-08 day");
  check_shift("2020-09-28", "P2W", -1, "2020-09-14..2020-09-14 day");
  check_shift("2020-02", "P1M", 1, "2020-03-01..2020-03-31 month");
  check_shift("2020-03", "P1M", -1, "2020-02-01..2020-02-29 month");
  check_shift("2020-01-30", "P1M", 1, "2020-02-29..2020-02-29 day");
  check_shift("2020-01-31", "P1M", 1, "2020-02-29..2020-02-29 day");
  check_shift("2020", "P1Y", -1, "2019-01-01..2019-12-31 year");
  check_shift("9999", "P1Y", -1, "9998-01-01..9998-12-31 year");
  check_shift("1", "P1Y", -1, "0999-01-01..1998-12-31 millennium");
  check_shift("2020-09-28T14:30", "PT36H", 1, "2020-09-30T02:30:00..2020-09-30T02:30:59 minute");
  check_shift("2020-09-28", "P999999999D", 1, "9999-12-31T23:59:59..9999-12-31T23:59:59 day");
  check_shift("2020-09-28", "P999999999W", -1, "-9999-01-01..-9999-01-01 day");
  check_shift("2020-09", "P99999999Y", 1, "9999-12-31..9999-12-31 month");
  CHECK(shown(shifted(since(*value_range("2010")), *length_of("P1Y"), 1)) == "2011-01-01.. year");
  CHECK(shown(shifted(until(*value_range("2010-02")), *length_of("P1M"), 1)) == "..2010-03-31 month");
  const Length extreme{std::numeric_limits<int>::min(), std::numeric_limits<std::int64_t>::min(),
                       std::numeric_limits<std::int64_t>::min()};
  CHECK(first_day(shifted(*value_range("2010"), extreme, 1)) == least_day);
  CHECK(last_day(shifted(*value_range("2010"), extreme, -1)) == greatest_day);
}
