// Strange texts and numbers: nothing may throw, overflow (the asan preset watches) or leave the calendar.
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "calendar/edtf.h"
#include "calendar/holiday.h"
#include "calendar/timex_value.h"
#include "calendar/units.h"
#include "calendar/wording.h"
#include "catch.h"

using namespace fasti;

namespace {

// Strings that look nearly like dates: pieces of the formats, put together by a fixed sequence of numbers.
std::string nearly_a_date(std::uint32_t& state) {
  static const std::vector<std::string> pieces = {
      "0", "1", "2", "9", "00", "12", "19", "30", "99",     "2020", "9999", "-",  "-", "-",
      "T", ":", "W", "Q", "H",  "X",  "BC", "FY", "WE",     "WI",   "SU",   "MO", "P", "Y",
      "M", "D", ".", "/", "..", "~",  "+",  "Z",  "easter", "last", "<",    ">"};
  std::string text;
  for (int i = 0; i < 8; ++i) {
    state = state * 1'664'525 + 1'013'904'223;  // Numerical Recipes' generator
    if (i > 0 && (state >> 13) % 6 == 0) break;
    text += pieces[(state >> 16) % pieces.size()];
  }
  return text;
}

DateWording wording() {
  DateWording w;
  w.months.assign(12, "m");
  w.months_short.assign(12, "m");
  w.seasons.assign(4, "s");
  for (const auto* name :
       {"day", "month", "year", "minute", "hour", "week", "season", "span", "span-in-year", "span-in-month",
        "span-in-day", "day-in-year", "decade", "century", "millennium", "about", "since", "until", "bc"})
    w.patterns[name] = "{day}{month}{year}{time}{date}{from}{to}";
  return w;
}

bool is_sound(const DateRange& r) {
  return r.earliest <= r.latest && r.earliest >= least_moment && r.latest <= greatest_moment;
}

}  // namespace

TEST_CASE("whatever is read is a sound range, and leaves as EDTF that reads again", "[calendar]") {
  std::uint32_t state = 1;
  int read = 0;
  const DateWording words = wording();
  for (int i = 0; i < 200'000; ++i) {
    const std::string text = nearly_a_date(state);
    for (const auto& range :
         {value_range(text), value_range(text, "MID"), value_range(text, "AFTER"), from_edtf(text)})
      if (range) {
        ++read;
        const bool sound = is_sound(*range) && from_edtf(to_edtf(*range)) && !in_words(*range, words).empty();
        if (!sound) FAIL_CHECK(text);
      }
    if (const auto length = length_of(text))
      for (const int sign : {1, -1})
        if (!is_sound(shifted(range_of_year(2020), *length, sign))) FAIL_CHECK(text);
    if (const auto holiday = parse_holiday(text)) holiday_in(*holiday, 2020);
  }
  CHECK(read > 1000);  // else the texts are too strange to test anything
}

TEST_CASE("ranges beyond all numbers do no harm", "[calendar]") {
  constexpr auto huge = std::numeric_limits<std::int64_t>::max();
  constexpr auto tiny = std::numeric_limits<std::int64_t>::min();
  const DateWording words = wording();
  for (int g = 0; g <= static_cast<int>(Granularity::unknown); ++g)
    for (const auto& [from, to] : {std::pair{tiny, huge}, {tiny, tiny}, {huge, huge}, {huge, tiny}}) {
      const DateRange r{from, to, static_cast<Granularity>(g)};
      for (const DateRange& each :
           {r, since(r), until(r), before(r), after(r), modified(r, "MID"), modified(r, "END"),
            hull(r, range_of_day(0)), shifted(r, {1, 1, 1}, -1)}) {
        CHECK_FALSE(to_edtf(each).empty());
        CHECK_FALSE(in_words(each, words).empty());
        CHECK_NOTHROW(earliest_text(each) + latest_text(each));
        CHECK_NOTHROW(intersection(each, r));
        CHECK(days_apart(each, r) <= greatest_day - least_day);
        CHECK_FALSE((finer(each, r) && finer(r, each)));
      }
    }
}

TEST_CASE("units that are none, or reach out of the calendar", "[calendar]") {
  constexpr int huge = std::numeric_limits<int>::max();
  constexpr int tiny = std::numeric_limits<int>::min();
  for (const int n : {huge, tiny, 0, -1, 14}) {
    CHECK_FALSE(range_of_season(2020, n));
    CHECK_FALSE(range_of_quarter(2020, n));
    CHECK_FALSE(range_of_half_year(2020, n));
    CHECK_FALSE(range_of_months(2020, n, 1, Granularity::month));
    CHECK_FALSE(is_valid(IsoWeek{2020, n == 14 ? 54 : n}));
  }
  for (const int year : {huge, tiny, 10'000, -10'000}) {
    CHECK_FALSE(range_of_season(year, 1));
    CHECK_FALSE(range_of_years(year, year, Granularity::year));
    CHECK_FALSE(range_of_week({year, 1}));
    CHECK_FALSE(range_of_weekend({year, 1}));
  }
  CHECK_FALSE(range_of_months(2020, 1, huge, Granularity::span));
  CHECK_FALSE(range_of_months(9999, 12, 2, Granularity::span));
  CHECK(range_of_months(9999, 12, 1, Granularity::month));
  CHECK_FALSE(range_of_week({-9999, 1}) == std::nullopt);
}
