#include "calendar/holiday.h"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <stdexcept>

#include "calendar/easter.h"
#include "calendar/iso_text.h"
#include "calendar/julian.h"

namespace fasti {
namespace {

namespace greg = boost::gregorian;

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

// ---- the same in the years of the Julian calendar, which Boost does not know ----

// The numbers of a Julian date as they are; 29 February 1500 has none in the calendar that dates everything
// here.
std::optional<Day> as_written(Day julian) {
  const Civil c = julian_civil_of(julian);
  return is_valid(c) ? std::optional(day_of(c)) : std::nullopt;
}

Day on_or_after(Day day, int weekday) { return day + (weekday - weekday_of(day) + 7) % 7; }
Day on_or_before(Day day, int weekday) { return day - (weekday_of(day) - weekday + 7) % 7; }

std::optional<Day> julian_day_in(const FixedDay& f, int year) { return day_in(f, year); }

std::optional<Day> julian_day_in(const NthWeekday& f, int year) {
  const Civil next{f.month == 12 ? year + 1 : year, f.month % 12 + 1, 1};
  if (f.nth == last) return as_written(on_or_before(julian_day_of(next) - 1, f.weekday));
  const Day day = on_or_after(julian_day_of({year, f.month, 1}), f.weekday) + 7 * (f.nth - 1);
  return day < julian_day_of(next) ? as_written(day) : std::nullopt;
}

std::optional<Day> julian_day_in(const FromEaster& f, int year) {
  if (year < 1) return std::nullopt;
  return as_written(julian_day_of(julian_easter(year)) + f.days);
}

// nullopt for 29 February of a common year.
std::optional<Day> julian_date(int year, int month, int day) {
  const Civil date{year, month, day};
  const Day number = julian_day_of(date);
  return julian_civil_of(number) == date ? std::optional(number) : std::nullopt;
}

std::optional<Day> julian_day_in(const WeekdayBefore& f, int year) {
  const auto date = julian_date(year, f.month, f.day);
  return date ? as_written(on_or_before(*date, f.weekday)) : std::nullopt;
}

std::optional<Day> julian_day_in(const WeekdayAfter& f, int year) {
  const auto date = julian_date(year, f.month, f.day);
  return date ? as_written(on_or_after(*date, f.weekday)) : std::nullopt;
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
  if (!is_valid(Civil{year, 1, 1}) || !is_good(formula)) return std::nullopt;
  if (year <= last_julian_year)
    return std::visit([&](const auto& f) { return julian_day_in(f, year); }, formula);
  try {
    return std::visit([&](const auto& f) { return day_in(f, year); }, formula);
  } catch (const std::out_of_range&) {  // Boost, for a day in 10000
    return std::nullopt;
  }
}

}  // namespace fasti
