#include "calendar/holiday.h"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <stdexcept>

#include "calendar/easter.h"
#include "calendar/iso_text.h"

namespace fasti {
namespace {

namespace greg = boost::gregorian;

constexpr int boost_first_year = 1400;
constexpr int boost_last_year = 9999;
constexpr int leap_year = 2000;  // the most that a month can hold
constexpr int most_days_from_easter = 366;
constexpr int last = -1;

// ---- to Boost and back; everything is checked before Boost sees it ----

unsigned short boost_number(int n) { return static_cast<unsigned short>(n); }
greg::greg_weekday boost_weekday(int weekday) { return greg::greg_weekday(boost_number(weekday % 7)); }
greg::date boost_date(int year, int month, int day) {
  return {boost_number(year), boost_number(month), boost_number(day)};
}
Day day_number(const greg::date& d) { return (d - greg::date(1970, 1, 1)).days(); }

// ---- the checks ----

bool is_weekday(int weekday) { return weekday >= 1 && weekday <= 7; }
bool is_formula(const FixedDay& f) { return is_valid(Civil{leap_year, f.month, f.day}); }
bool is_formula(const NthWeekday& f) {
  return days_in_month(leap_year, f.month) > 0 && is_weekday(f.weekday) &&
         (f.nth == last || (f.nth >= 1 && f.nth <= 5));
}
bool is_formula(const FromEaster& f) {
  return f.days >= -most_days_from_easter && f.days <= most_days_from_easter;
}
bool is_formula(const WeekdayBefore& f) {
  return is_formula(FixedDay{f.month, f.day}) && is_weekday(f.weekday);
}
bool is_formula(const WeekdayAfter& f) {
  return is_formula(FixedDay{f.month, f.day}) && is_weekday(f.weekday);
}

// ---- the day in a year; the formula and the year are good ----

std::optional<Day> day_in(const FixedDay& f, int year) {
  const Civil c{year, f.month, f.day};
  if (!is_valid(c)) return std::nullopt;  // 29 February
  return day_of(c);
}

std::optional<Day> day_in(const NthWeekday& f, int year) {
  const greg::greg_month month(boost_number(f.month));
  if (f.nth == last)
    return day_number(greg::last_kday_of_month(boost_weekday(f.weekday), month).get_date(boost_number(year)));
  const auto nth = static_cast<greg::nth_kday_of_month::week_num>(f.nth);
  const Day day =
      day_number(greg::nth_kday_of_month(nth, boost_weekday(f.weekday), month).get_date(boost_number(year)));
  // Where a month has no fifth such day, Boost gives the fourth.
  if (civil_of(day).day <= 7 * (f.nth - 1)) return std::nullopt;
  return day;
}

std::optional<Day> day_in(const FromEaster& f, int year) {
  return limited_day((f.orthodox ? orthodox_easter_sunday(year) : easter_sunday(year)) + f.days);
}

// Boost's generators exclude the date itself, ours include it.
std::optional<Day> day_in(const WeekdayBefore& f, int year) {
  const auto date = day_in(FixedDay{f.month, f.day}, year);
  if (!date || weekday_of(*date) == f.weekday) return date;
  return day_number(
      greg::first_kday_before(boost_weekday(f.weekday)).get_date(boost_date(year, f.month, f.day)));
}

std::optional<Day> day_in(const WeekdayAfter& f, int year) {
  const auto date = day_in(FixedDay{f.month, f.day}, year);
  if (!date || weekday_of(*date) == f.weekday) return date;
  return day_number(
      greg::first_kday_after(boost_weekday(f.weekday)).get_date(boost_date(year, f.month, f.day)));
}

// ---- reading ----

std::optional<int> take_one_or_two_digits(std::string_view& text) {
  const auto two = take_digits(text, 2);
  return two ? two : take_digits(text, 1);
}

std::optional<HolidayFormula> read_from_easter(std::string_view text, bool orthodox) {
  if (text.empty()) return FromEaster{0, orthodox};
  const bool earlier = take(text, "-");
  if (!earlier && !take(text, "+")) return std::nullopt;
  if (text.empty() || text.size() > 3) return std::nullopt;
  const auto days = take_digits(text, text.size());
  if (!days) return std::nullopt;
  return FromEaster{earlier ? -*days : *days, orthodox};
}

std::optional<HolidayFormula> read_nth_weekday(std::string_view text) {
  const auto month = take_one_or_two_digits(text);
  if (!month || !take(text, "/")) return std::nullopt;
  const auto nth = take(text, "last") ? std::optional(last) : take_digits(text, 1);
  if (!nth || !take(text, "/")) return std::nullopt;
  const auto weekday = take_digits(text, 1);
  if (!weekday || !text.empty()) return std::nullopt;
  return NthWeekday{*month, *weekday, *nth};
}

std::optional<HolidayFormula> read_from_date(std::string_view text) {
  const auto month = take_digits(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  if (text.empty()) return FixedDay{*month, *day};
  const bool before = take(text, "<");
  if (!before && !take(text, ">")) return std::nullopt;
  const auto weekday = take_digits(text, 1);
  if (!weekday || !text.empty()) return std::nullopt;
  if (before) return WeekdayBefore{*month, *day, *weekday};
  return WeekdayAfter{*month, *day, *weekday};
}

std::optional<HolidayFormula> read_formula(std::string_view text) {
  if (take(text, "easter")) return read_from_easter(text, false);
  if (take(text, "orthodox")) return read_from_easter(text, true);
  if (text.find('/') != std::string_view::npos) return read_nth_weekday(text);
  return read_from_date(text);
}

bool is_good(const HolidayFormula& formula) {
  return std::visit([](const auto& f) { return is_formula(f); }, formula);
}

}  // namespace

std::optional<HolidayFormula> parse_holiday(std::string_view text) {
  const auto formula = read_formula(text);
  if (!formula || !is_good(*formula)) return std::nullopt;
  return formula;
}

std::optional<Day> holiday_in(const HolidayFormula& formula, int year) {
  if (year < boost_first_year || year > boost_last_year || !is_good(formula)) return std::nullopt;
  try {
    return std::visit([&](const auto& f) { return day_in(f, year); }, formula);
  } catch (const std::out_of_range&) {  // Boost, for a day in 1399 or 10000
    return std::nullopt;
  }
}

}  // namespace fasti
