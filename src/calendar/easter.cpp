#include "calendar/easter.h"

#include "calendar/julian.h"

namespace fasti {

// The anonymous algorithm printed in Nature 13 (20 April 1876), as given by J. Meeus, Astronomical
// Algorithms, 2nd ed. 1998, chapter 8 (also known by Jones and Butcher). His letters are kept, to be compared
// with.
Day easter_sunday(int year) {
  if (year <= last_julian_year) return day_of(julian_easter(year));
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of({year, n / 31, n % 31 + 1});
}

// Meeus, the same chapter: Easter of the Julian calendar, by which the Orthodox churches reckon.
Civil julian_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19;
  const int d = (19 * c + 15) % 30;
  const int e = (2 * a + 4 * b - d + 34) % 7;
  const int f = d + e + 114;
  return {year, f / 31, f % 31 + 1};
}

Day orthodox_easter_sunday(int year) {
  if (year <= last_julian_year) return day_of(julian_easter(year));
  return limited_day(julian_day_of(julian_easter(year)));
}

}  // namespace fasti
