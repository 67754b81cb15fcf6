#include "calendar/julian.h"

#include "calendar/iso_text.h"
#include "catch.h"

using namespace fasti;

TEST_CASE("Julian dates and the days that we call otherwise", "[calendar]") {
  const auto check = [](const Civil& julian, std::string_view ours) {
    INFO(ours);
    CHECK(iso_day(julian_day_of(julian)) == ours);
    CHECK(julian_civil_of(julian_day_of(julian)) == julian);
  };
  check({1582, 10, 5}, "1582-10-15");  // the day on which the Gregorian calendar began
  check({1917, 10, 25}, "1917-11-07");
  check({1066, 10, 14}, "1066-10-20");
  check({1500, 2, 29}, "1500-03-10");
  check({200, 3, 1}, "0200-03-01");
  check({1, 1, 1}, "0000-12-30");
  check({-43, 3, 15}, "-0043-03-13");
}

TEST_CASE("there and back on every day", "[calendar]") {
  for (Day day = least_day + 100; day <= greatest_day - 100; day += 97)
    if (julian_day_of(julian_civil_of(day)) != day) FAIL_CHECK(day);
}

TEST_CASE("the weekday by which a date may have been called", "[calendar]") {
  constexpr int monday = 1, tuesday = 2, friday = 5, saturday = 6;
  CHECK(may_fall_on(day_of({1066, 10, 14}), saturday));
  CHECK_FALSE(may_fall_on(day_of({1066, 10, 14}), weekday_of(day_of({1066, 10, 14}))));
  CHECK(may_fall_on(day_of({1649, 1, 30}), tuesday));   // in London
  CHECK(may_fall_on(day_of({1649, 1, 30}), saturday));  // in Paris
  CHECK(may_fall_on(day_of({2021, 9, 24}), friday));
  CHECK_FALSE(may_fall_on(day_of({2021, 9, 24}), monday));
}
