#include "calendar/holiday.h"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <limits>
#include <string>

#include "calendar/easter.h"
#include "calendar/iso_text.h"
#include "calendar/julian.h"
#include "catch.h"

using namespace fasti;

namespace {

void check(std::string_view formula, int year, std::string_view expected) {
  INFO(formula << " in " << year);
  const auto parsed = parse_holiday(formula);
  REQUIRE(parsed);
  const auto day = holiday_in(*parsed, year);
  CHECK((day ? iso_day(*day) : "none") == expected);
}

}  // namespace

TEST_CASE("holidays fall on their days", "[calendar]") {
  check("12-25", 2020, "2020-12-25");
  check("11/4/4", 2020, "2020-11-26");  // Thanksgiving
  check("11/4/4", 2018, "2018-11-22");
  check("5/last/1", 2021, "2021-05-31");  // Memorial Day
  check("05/last/1", 2020, "2020-05-25");
  check("1/3/1", 2021, "2021-01-18");  // Martin Luther King Day
  check("9/1/1", 2021, "2021-09-06");  // Labor Day
  check("5/2/7", 2021, "2021-05-09");  // Mother's Day
  check("easter", 2021, "2021-04-04");
  check("easter-2", 2021, "2021-04-02");   // Good Friday
  check("easter+49", 2021, "2021-05-23");  // Pentecost
  check("easter-47", 2021, "2021-02-16");  // Shrove Tuesday
  check("orthodox", 2021, "2021-05-02");
  check("orthodox+1", 2021, "2021-05-03");
  check("05-24<1", 2021, "2021-05-24");  // Victoria Day, on the date itself
  check("05-24<1", 2020, "2020-05-18");
  check("11-27>7", 2021, "2021-11-28");  // Advent Sunday
  check("11-27>7", 2022, "2022-11-27");
  check("12-30>1", 2021, "2022-01-03");
}

TEST_CASE("years that lack the day, or that Boost does not know", "[calendar]") {
  check("12-25", 800, "0800-12-25");
  check("12-25", -48, "-0048-12-25");
  check("easter", 0, "none");
  check("02-29", 1500, "none");  // a Julian day without a Gregorian number
  check("02-29<1", 1501, "none");
  check("02-28<1", 1066, "1066-02-27");
  check("02-29", 2020, "2020-02-29");
  check("02-29", 2021, "none");
  check("02-29<1", 2021, "none");
  check("2/5/6", 2020, "2020-02-29");
  check("2/5/6", 2021, "none");
  check("5/5/1", 2021, "2021-05-31");
  check("5/5/1", 2022, "2022-05-30");
  check("4/5/1", 2021, "none");
  check("12-25", 1399, "1399-12-25");
  check("12-25", 1400, "1400-12-25");
  check("easter", 9999, "9999-03-28");
  check("12-25", 10'000, "none");
  check("12-25", std::numeric_limits<int>::max(), "none");
  check("12-25", std::numeric_limits<int>::min(), "none");
  check("01-01<1", 1400, "1399-12-29");
  check("12-31>1", 9999, "none");  // would be in 10000
  check("12-31>5", 9999, "9999-12-31");
  check("orthodox+366", 9999, "9999-12-31");
}

TEST_CASE("Easter in known years", "[calendar]") {
  const auto check_easter = [](int year, std::string_view western, std::string_view orthodox) {
    CHECK(iso_day(easter_sunday(year)) == western);
    CHECK(iso_day(orthodox_easter_sunday(year)) == orthodox);
  };
  check_easter(1818, "1818-03-22", "1818-04-26");  // the earliest Easter there can be
  check_easter(1943, "1943-04-25", "1943-04-25");  // the latest, and both on one day
  check_easter(1954, "1954-04-18", "1954-04-25");
  check_easter(2000, "2000-04-23", "2000-04-30");
  check_easter(2008, "2008-03-23", "2008-04-27");
  check_easter(2016, "2016-03-27", "2016-05-01");
  check_easter(2017, "2017-04-16", "2017-04-16");
  check_easter(2019, "2019-04-21", "2019-04-28");
  check_easter(2021, "2021-04-04", "2021-05-02");
  check_easter(2024, "2024-03-31", "2024-05-05");
  check_easter(2025, "2025-04-20", "2025-04-20");
}

TEST_CASE("up to 1582 weekdays and Easter are those of the Julian calendar", "[calendar]") {
  check("easter", 1066, "1066-04-16");
  check("easter", 1492, "1492-04-22");
  check("easter", 1582, "1582-04-15");
  check("easter", 1583, "1583-04-10");
  check("orthodox", 1492, "1492-04-22");
  check("easter-47", 1500, "1500-03-03");  // there was a 29 February, which is passed by
  check("10/2/6", 1066, "1066-10-14");     // a Saturday, as the chroniclers say
  check("10/last/6", 1066, "1066-10-28");
  check("4/5/7", 1066, "1066-04-30");
  check("4/5/6", 1066, "1066-04-29");
  check("4/5/5", 1066, "none");
  check("12/last/7", 1399, "1399-12-28");
  check("10-14<6", 1066, "1066-10-14");
  check("10-15>6", 1066, "1066-10-21");
}

TEST_CASE("Easter is a Sunday between 22 March and 25 April", "[calendar]") {
  for (int year = 1; year <= 9999; ++year) {
    const Day day = easter_sunday(year);
    const bool good = may_fall_on(day, 7) && day >= day_of({year, 3, 22}) && day <= day_of({year, 4, 25});
    if (!good) FAIL_CHECK(iso_day(day));
    if (!may_fall_on(orthodox_easter_sunday(year), 7)) FAIL_CHECK("orthodox, " << year);
  }
}

TEST_CASE("what is no formula is refused", "[calendar]") {
  for (const auto* none : {"",           "12",         "12-",        "12-32",
                           "13-01",      "00-10",      "02-30",      "1-1",
                           "12-25 ",     " 12-25",     "12-25<",     "12-25<0",
                           "12-25<8",    "12-25>11",   "12-25=1",    "11/4",
                           "11/4/",      "11/4/8",     "11/0/1",     "11/6/1",
                           "13/1/1",     "0/1/1",      "11/-1/1",    "11//1",
                           "/",          "//",         "easter2",    "easter-",
                           "easter+",    "easter--2",  "easter+367", "easter+9999999999999",
                           "easter -2",  "Easter",     "orthodox-",  "eastern",
                           "12-25-2020", "2020-12-25", "11/4/4/4"}) {
    INFO(none);
    CHECK_FALSE(parse_holiday(none));
  }
  CHECK_FALSE(parse_holiday(std::string(1'000'000, '1')));
}

TEST_CASE("a formula made by hand is checked too", "[calendar]") {
  constexpr int huge = std::numeric_limits<int>::max();
  CHECK_FALSE(holiday_in(FixedDay{huge, 1}, 2020));
  CHECK_FALSE(holiday_in(NthWeekday{5, huge, 1}, 2020));
  CHECK_FALSE(holiday_in(NthWeekday{5, 1, 0}, 2020));
  CHECK_FALSE(holiday_in(FromEaster{huge, false}, 2020));
  CHECK_FALSE(holiday_in(WeekdayAfter{1, 1, 0}, 2020));
  CHECK_FALSE(holiday_in(WeekdayBefore{1, -1, 1}, 2020));
}

TEST_CASE("weekdays, weeks and month ends are Boost's, where Boost knows the year", "[calendar]") {
  for (Day day = day_of({1400, 1, 1}); day <= greatest_day; day += 101) {
    const Civil c = civil_of(day);
    const boost::gregorian::date date(static_cast<unsigned short>(c.year),
                                      static_cast<unsigned short>(c.month),
                                      static_cast<unsigned short>(c.day));
    const bool good = weekday_of(day) % 7 == date.day_of_week().as_number() &&
                      iso_week_of(day).week == date.week_number() &&
                      days_in_month(c.year, c.month) == date.end_of_month().day() &&
                      day == (date - boost::gregorian::date(1970, 1, 1)).days();
    if (!good) FAIL_CHECK(iso_day(day));
  }
}
