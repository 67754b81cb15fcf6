#include "calendar/civil.h"

#include <cstdint>
#include <limits>

#include "calendar/iso_text.h"
#include "catch.h"

using namespace fasti;

namespace {
constexpr auto huge = std::numeric_limits<std::int64_t>::max();
constexpr auto tiny = std::numeric_limits<std::int64_t>::min();
}  // namespace

TEST_CASE("day numbers of known dates", "[calendar]") {
  CHECK(day_of({1970, 1, 1}) == 0);
  CHECK(day_of({1970, 1, 2}) == 1);
  CHECK(day_of({1969, 12, 31}) == -1);
  CHECK(day_of({2000, 2, 29}) == 11'016);
  CHECK(day_of({-9999, 1, 1}) == least_day);
  CHECK(day_of({9999, 12, 31}) == greatest_day);
}

TEST_CASE("which dates there are", "[calendar]") {
  CHECK(is_valid(Civil{2020, 2, 29}));
  CHECK(is_valid(Civil{0, 2, 29}));  // 1 BC is a leap year of the proleptic calendar
  CHECK(is_valid(Civil{-4, 2, 29}));
  for (const Civil& c : {Civil{2015, 2, 29},
                         {1900, 2, 29},
                         {2020, 4, 31},
                         {2020, 13, 1},
                         {2020, 0, 1},
                         {2020, 1, 0},
                         {2020, 1, -1},
                         {10'000, 1, 1},
                         {-10'000, 1, 1},
                         {std::numeric_limits<int>::max(), 1, 1},
                         {2020, std::numeric_limits<int>::min(), 1}})
    CHECK_FALSE(is_valid(c));
  CHECK(days_in_month(2020, 2) == 29);
  CHECK(days_in_month(2100, 2) == 28);
  CHECK(days_in_month(2020, 13) == 0);
}

TEST_CASE("every day of the calendar goes to its date and back, in order", "[calendar]") {
  Civil previous{-10'000, 12, 31};
  bool same = true;
  bool in_order = true;
  for (Day day = least_day; day <= greatest_day; ++day) {
    const Civil c = civil_of(day);
    same &= is_valid(c) && day_of(c) == day;
    in_order &= c.day == 1 ? c.day < previous.day : (c.day == previous.day + 1 && c.month == previous.month);
    previous = c;
  }
  CHECK(same);
  CHECK(in_order);
}

TEST_CASE("weekdays and ISO weeks of known days", "[calendar]") {
  CHECK(weekday_of(day_of({1970, 1, 1})) == 4);
  CHECK(weekday_of(day_of({2020, 9, 28})) == 1);
  CHECK(weekday_of(day_of({1582, 10, 15})) == 5);  // the first day of the Gregorian calendar was a Friday
  CHECK(weekday_of(day_of({1, 1, 1})) == 1);
  CHECK(iso_week_of(day_of({2021, 1, 1})) == IsoWeek{2020, 53});
  CHECK(iso_week_of(day_of({2018, 12, 31})) == IsoWeek{2019, 1});
  CHECK(iso_week_of(day_of({2021, 9, 22})) == IsoWeek{2021, 38});
  CHECK(monday_of({2021, 38}) == day_of({2021, 9, 20}));
  CHECK(is_valid(IsoWeek{2020, 53}));
  CHECK_FALSE(is_valid(IsoWeek{2021, 53}));
  CHECK_FALSE(is_valid(IsoWeek{2021, 0}));
}

TEST_CASE("a day is in the week that begins on the Monday before it", "[calendar]") {
  bool good = true;
  for (Day day = least_day; day <= greatest_day; day += 5) {
    const IsoWeek week = iso_week_of(day);
    if (week.year < -9999) continue;  // the first days belong to a week of -10000
    good &= is_valid(week) && monday_of(week) + weekday_of(day) - 1 == day;
  }
  CHECK(good);
}

TEST_CASE("months are added with the day kept, or the last one taken", "[calendar]") {
  const auto check = [](Civil from, int months, Civil to) {
    CHECK(civil_of(add_months(day_of(from), months)) == to);
  };
  check({2020, 1, 31}, 1, {2020, 2, 29});
  check({2020, 2, 29}, 1, {2020, 3, 29});  // Boost would say 31 March
  check({2020, 2, 29}, 12, {2021, 2, 28});
  check({2020, 3, 31}, -1, {2020, 2, 29});
  check({2020, 1, 15}, -1, {2019, 12, 15});
  check({1, 1, 1}, -1, {0, 12, 1});
  check({0, 1, 1}, -13, {-2, 12, 1});
  check({9999, 12, 1}, 1, {9999, 12, 31});
  check({2020, 1, 1}, std::numeric_limits<int>::max(), {9999, 12, 31});
  check({2020, 1, 1}, std::numeric_limits<int>::min(), {-9999, 1, 1});
}

TEST_CASE("moments round down to their day", "[calendar]") {
  CHECK(day_of_moment(0) == 0);
  CHECK(day_of_moment(86'399) == 0);
  CHECK(day_of_moment(86'400) == 1);
  CHECK(day_of_moment(-1) == -1);
  CHECK(day_of_moment(-86'400) == -1);
  CHECK(day_of_moment(-86'401) == -2);
}

TEST_CASE("numbers beyond the calendar stop at its ends", "[calendar]") {
  CHECK(civil_of(huge) == Civil{9999, 12, 31});
  CHECK(civil_of(tiny) == Civil{-9999, 1, 1});
  CHECK(day_of_moment(huge) == greatest_day);
  CHECK(day_of_moment(tiny) == least_day);
  CHECK(start_of(huge) == start_of(greatest_day));
  CHECK(end_of(huge) == greatest_moment);
  CHECK(iso_week_of(huge) == IsoWeek{9999, 52});
  CHECK(weekday_of(tiny) >= 1);
  CHECK(weekday_of(huge) <= 7);
}

TEST_CASE("dates as digits", "[calendar]") {
  CHECK(iso_year(2020) == "2020");
  CHECK(iso_year(33) == "0033");
  CHECK(iso_year(0) == "0000");
  CHECK(iso_year(-206) == "-0206");
  CHECK(iso_day(day_of({-43, 3, 15})) == "-0043-03-15");
  CHECK(iso_second(86'399) == "1970-01-01T23:59:59");
  CHECK(iso_minute(-1) == "1969-12-31T23:59");
}
