#include "calendar/julian.h"

namespace fasti {
namespace {

constexpr Day days_of_four_years = 1461;
constexpr Day julian_first_of_march_in_year_zero = -719'470;  // as a day number: the Gregorian 28 February

Day floor_divided(Day a, Day b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

Day julian_day_of(const Civil& c) {
  const int months_from_march = (c.month + 9) % 12;
  const Day year = c.year - (c.month <= 2 ? 1 : 0);
  return julian_first_of_march_in_year_zero + floor_divided(year * days_of_four_years, 4) +
         (153 * months_from_march + 2) / 5 + c.day - 1;
}

Civil julian_civil_of(Day day) {
  const Day since = day - julian_first_of_march_in_year_zero;
  const Day year = floor_divided(4 * since + 3, days_of_four_years);
  const auto day_of_year = static_cast<int>(since - floor_divided(year * days_of_four_years, 4));
  const int months_from_march = (5 * day_of_year + 2) / 153;
  const int month = (months_from_march + 2) % 12 + 1;
  return {static_cast<int>(year) + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * months_from_march + 2) / 5 + 1};
}

bool may_fall_on(Day date, int weekday) {
  const bool ours = weekday_of(date) == weekday;
  if (date > day_of({1752, 12, 31})) return ours;
  const bool julian = weekday_of(julian_day_of(civil_of(date))) == weekday;
  return julian || (ours && date >= day_of({1582, 10, 15}));
}

}  // namespace fasti
