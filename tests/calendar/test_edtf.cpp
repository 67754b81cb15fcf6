#include "calendar/edtf.h"

#include <string>

#include "calendar/timex_value.h"
#include "calendar/units.h"
#include "catch.h"

using namespace fasti;

namespace {

void check(std::string_view value, std::string_view edtf, std::string_view mod = "") {
  INFO("value " << value << " mod " << mod);
  const auto range = value_range(value, mod);
  REQUIRE(range);
  CHECK(to_edtf(*range) == edtf);
}

// What must come back of a range. A week, weekend or part of a day has no form, so its granularity does not.
void check_round_trip(const DateRange& r) {
  const std::string text = to_edtf(r);
  const auto back = from_edtf(text);
  INFO(text << " for granularity " << to_string(r.granularity));
  REQUIRE(back);
  CHECK(back->approximate == r.approximate);
  CHECK(back->open_start == r.open_start);
  CHECK(back->open_end == r.open_end);
  CHECK(to_edtf(*back) == text);
  if (r.granularity == Granularity::day_part) return;
  CHECK(back->earliest == r.earliest);
  CHECK(back->latest == r.latest);
}

void check_exact_round_trip(const DateRange& r) {
  INFO(to_edtf(r));
  CHECK(from_edtf(to_edtf(r)) == r);
}

}  // namespace

TEST_CASE("a range as EDTF", "[calendar]") {
  check("2020-09-28", "2020-09-28");
  check("2020-09", "2020-09");
  check("2020", "2020");
  check("1850", "1850~", "APPROX");
  check("202", "202X");
  check("19", "19XX");
  check("1", "1XXX");
  check("2021-SP", "2021-21");
  check("2021-SU", "2021-22");
  check("2021-FA", "2021-23");
  check("2021-WI", "2021-24");
  check("2021-Q1", "2021-33");
  check("2021-Q3", "2021-35");
  check("2021-Q4", "2021-36");
  check("2021-H1", "2021-40");
  check("2021-H2", "2021-41");
  check("2021-W38", "2021-09-20/2021-09-26");
  check("2021-W38-WE", "2021-09-25/2021-09-26");
  check("2020-09-30TEV", "2020-09-30");
  check("2011-12-01T20:23", "2011-12-01T20:23");
  check("2011-12-01T20:23:07", "2011-12-01T20:23:07");
  check("2011-12-01T20", "2011-12-01T20");
  check("BC0490", "-0489");
  check("BC0480-09-20", "-0479-09-20");
  check("-048", "-048X");
  check("BC048", "-0488/-0479");  // our masks begin at a multiple of ten, the decades before our era do not
  check("2010", "2010/..", "ON_OR_AFTER");
  check("2010", "../2009", "BEFORE");
  check("2010-05", "../2010-05", "ON_OR_BEFORE");
  check("2020-09-28", "2020-09-29/..", "AFTER");
  check("2020-09", "2020-09-21/2020-09-30", "END");
  check("2020", "2020-01/2020-04", "START");
  check("2011-12-01T20:23", "../2011-12-01T20:22", "BEFORE");
}

TEST_CASE("intervals use the coarsest unit that both ends fill, and stay spans", "[calendar]") {
  const auto check_span = [](Civil first, Civil last, std::string_view edtf) {
    CHECK(to_edtf(range_of_days(day_of(first), day_of(last), Granularity::span)) == edtf);
  };
  check_span({2010, 5, 3}, {2010, 5, 5}, "2010-05-03/2010-05-05");
  check_span({2010, 5, 1}, {2010, 7, 31}, "2010-05/2010-07");
  check_span({2010, 1, 1}, {2013, 12, 31}, "2010/2013");
  check_span({2010, 5, 1}, {2010, 5, 31}, "2010-05-01/2010-05-31");
  check_span({2010, 1, 1}, {2010, 12, 31}, "2010-01/2010-12");
}

TEST_CASE("what is no EDTF of ours is not read", "[calendar]") {
  for (const auto* none : {"",
                           "/",
                           "..",
                           "../",
                           "/..",
                           "2020/",
                           "/2020",
                           "2020/2019",
                           "2020-02-30",
                           "2020-13",
                           "2020-00",
                           "2020-25",
                           "2020-37",
                           "2020-42",
                           "20X0",
                           "XXXX",
                           "202x",
                           "-0000",
                           "02020",
                           "2020-9",
                           "2020-09-",
                           "2020-09-28T",
                           "2020-09-28T24:00",
                           "2020-09-28T25:00",
                           "2020-09-28T14:60",
                           "2020~~",
                           "~2020",
                           "2020-09-28T14:30Z",
                           "202X-05",
                           "2020/2021/2022",
                           "9999-24",
                           "2020-21-05",
                           " 2020",
                           "2020 ",
                           "20200928",
                           "Y170000002",
                           "PXW"}) {
    INFO(none);
    CHECK_FALSE(from_edtf(none));
  }
  CHECK_FALSE(from_edtf(std::string(1'000'000, '9')));
  CHECK_FALSE(from_edtf(std::string(1'000'000, '/')));
}

TEST_CASE("what leaves as EDTF comes back the same", "[calendar]") {
  for (int year = -9990; year < 9999; year += 37) {
    const Day day = day_of({year, 3, 17});
    const DateRange minute{start_of(day) + 3600, start_of(day) + 3659, Granularity::minute};
    const DateRange stretch = range_of_days(day, day + 40, Granularity::span);
    for (DateRange r : {range_of_day(day), range_of_month(year, 1 + (day & 7)), range_of_year(year),
                        *range_of_season(year, 1 + (day & 3)), *range_of_quarter(year, 1 + (day & 3)),
                        *range_of_half_year(year, 1 + (day & 1)), minute, stretch}) {
      check_exact_round_trip(r);
      r.approximate = true;
      check_exact_round_trip(r);
      for (const DateRange& open : {since(r), until(r), before(r), after(r)}) check_round_trip(open);
    }
    check_round_trip(*range_of_week(iso_week_of(day)));
    check_round_trip(*range_of_weekend(iso_week_of(day)));
  }
  for (const auto* value :
       {"202", "19", "1", "000", "00", "0", "-048", "-03", "-000", "BC048", "BC03", "BC1", "999"})
    check_round_trip(*value_range(value));
  check_exact_round_trip({least_moment, greatest_moment, Granularity::unknown, false, true, true});
  check_round_trip(DateRange{});
}

TEST_CASE("a clock interval keeps its times", "[calendar]") {
  const DateRange meeting{14 * 3600, 16 * 3600 - 1, Granularity::span};
  CHECK(to_edtf(meeting) == "1970-01-01T14:00/1970-01-01T15:59");
  check_exact_round_trip(meeting);
}
