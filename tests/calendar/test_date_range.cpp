#include "calendar/date_range.h"

#include <string>
#include <vector>

#include "calendar/edtf.h"
#include "calendar/timex_value.h"
#include "catch.h"

using namespace fasti;

namespace {

DateRange at(std::string_view value, std::string_view mod = "") { return *value_range(value, mod); }

const std::vector<DateRange>& many() {
  static const std::vector<DateRange> ranges = {at("2020-09-28"),
                                                at("2020-09-30"),
                                                at("2020-09"),
                                                at("2020"),
                                                at("202"),
                                                at("20"),
                                                at("2020-W40"),
                                                at("2020-W40-WE"),
                                                at("2020-09", "END"),
                                                at("2020-Q3"),
                                                at("2020-09-28TMO"),
                                                at("2020-09-28T10:30"),
                                                at("2020-09-28", "ON_OR_AFTER"),
                                                at("2020-09-28", "BEFORE"),
                                                at("2019", "APPROX"),
                                                at("2020-H2"),
                                                at("2020", "ON_OR_BEFORE"),
                                                at("BC0490"),
                                                at("2020-WI"),
                                                at("2020", "APPROX")};
  return ranges;
}

}  // namespace

TEST_CASE("granularities have names both ways", "[calendar]") {
  for (int g = 0; g <= static_cast<int>(Granularity::unknown); ++g) {
    const auto granularity = static_cast<Granularity>(g);
    CHECK(granularity_from(to_string(granularity)) == granularity);
  }
  CHECK(to_string(Granularity::day_part) == "day-part");
  CHECK(to_string(Granularity::half_year) == "half-year");
  CHECK_FALSE(granularity_from("fortnight"));
  CHECK_FALSE(granularity_from(""));
}

TEST_CASE("a day, a month and a year from their first second to their last", "[calendar]") {
  CHECK(range_of_day(0) == DateRange{0, 86'399, Granularity::day});
  CHECK(range_of_month(1970, 2) == DateRange{31 * 86'400, 59 * 86'400 - 1, Granularity::month});
  CHECK(range_of_year(1970) == DateRange{0, 365 * 86'400 - 1, Granularity::year});
  CHECK(days_covered(range_of_year(2020)) == 366);
  CHECK(days_covered(at("2020-09-28T14:30")) == 1);
}

TEST_CASE("the ends of a range as text", "[calendar]") {
  const auto check = [](const DateRange& r, std::string_view earliest, std::string_view latest) {
    CHECK(earliest_text(r) == earliest);
    CHECK(latest_text(r) == latest);
  };
  check(at("2020-09"), "2020-09-01", "2020-09-30");
  check(at("2011-12-01T20:23"), "2011-12-01T20:23", "2011-12-01T20:23");
  check(at("2011-12-01T20"), "2011-12-01T20:00", "2011-12-01T20:59");
  check(at("2011-12-01TEV"), "2011-12-01", "2011-12-01");
  check(at("BC0207"), "-0206-01-01", "-0206-12-31");
  check(since(at("2010-05")), "2010-05-01", "");
  check(before(at("2010-05")), "", "2010-04-30");
  check(until(at("2010-05")), "", "2010-05-31");
  check(after(at("2010-05")), "2010-06-01", "");
}

TEST_CASE("late September and 28 September agree, 28 and 30 September do not", "[calendar]") {
  CHECK(meet(at("2020-09", "END"), at("2020-09-28")));
  CHECK_FALSE(meet(at("2020-09-28"), at("2020-09-30")));
  CHECK(days_apart(at("2020-09-28"), at("2020-09-30")) == 2);
  CHECK(days_apart(at("2020-09-30"), at("2020-09-28")) == 2);
  CHECK(days_apart(at("2020-09"), at("2020-09-28")) == 0);
  CHECK(days_apart(at("2020-09-28T10:00"), at("2020-09-28T11:00")) == 0);
  CHECK(covers(at("2020-09"), at("2020-09-28")));
  CHECK_FALSE(covers(at("2020-09-28"), at("2020-09")));
  CHECK(finer(at("2020-09-28"), at("2020-09")));
  CHECK_FALSE(finer(at("2020-09"), at("2020-09")));
  CHECK(meet(at("2020", "ON_OR_AFTER"), at("2525-01-01")));
}

TEST_CASE("what two dates share, and what covers both", "[calendar]") {
  const auto shared = [](const DateRange& a, const DateRange& b) {
    const auto r = intersection(a, b);
    return r ? to_edtf(*r) + " " + std::string(to_string(r->granularity)) : "nothing";
  };
  CHECK(shared(at("2020-09"), at("2020-09-28")) == "2020-09-28 day");
  CHECK(shared(at("2020"), at("2020-W01")) == "2020-01-01/2020-01-05 span");
  CHECK(shared(since(at("2010-05")), until(at("2012-01"))) == "2010-05/2012-01 span");
  CHECK(shared(since(at("2010-05")), at("2012")) == "2012 year");
  CHECK(shared(since(at("2010-05")), since(at("2012-01"))) == "2012-01/.. month");
  CHECK(shared(at("1850", "APPROX"), at("1850-03-02")) == "1850-03-02 day");
  CHECK(shared(at("1850", "APPROX"), at("1850")) == "1850 year");
  CHECK(shared(at("2020-09-28"), at("2020-09-30")) == "nothing");
  CHECK(to_edtf(hull(at("2020-09-28"), at("2020-09-30"))) == "2020-09-28/2020-09-30");
  CHECK(to_edtf(hull(at("2020-09-28"), at("2020-09"))) == "2020-09");
  CHECK(to_edtf(hull(at("2020-09-28"), since(at("2020-09")))) == "2020-09/..");
}

TEST_CASE("laws of ranges hold for every pair", "[calendar]") {
  for (const DateRange& a : many())
    for (const DateRange& b : many()) {
      INFO(to_edtf(a) << " and " << to_edtf(b));
      const auto shared = intersection(a, b);
      CHECK(shared == intersection(b, a));
      CHECK(shared.has_value() == meet(a, b));
      CHECK(meet(a, b) == meet(b, a));
      if (shared) {
        CHECK(covers(a, *shared));
        CHECK(covers(b, *shared));
        CHECK(intersection(*shared, a) == shared);
      }
      CHECK(hull(a, b) == hull(b, a));
      CHECK(covers(hull(a, b), a));
      CHECK(covers(hull(a, b), b));
      CHECK(days_apart(a, b) == days_apart(b, a));
      if (meet(a, b)) CHECK(days_apart(a, b) == 0);
      CHECK_FALSE((finer(a, b) && finer(b, a)));
    }
}

TEST_CASE("a range meets neither what is before nor what is after it", "[calendar]") {
  for (const auto* value : {"2020-09-28", "2020-09", "2020", "2020-09-28T10:30"}) {
    const DateRange r = at(value);
    CHECK_FALSE(meet(r, before(r)));
    CHECK_FALSE(meet(r, after(r)));
    CHECK(covers(since(r), r));
    CHECK(covers(until(r), r));
    CHECK(hull(before(r), after(r)).open_end);
  }
}
