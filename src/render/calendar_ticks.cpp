#include "render/calendar_ticks.h"

#include <array>
#include <map>

namespace fasti {

namespace {

constexpr Moment hour = 3600;
constexpr int last_year = 9999;

struct Length {
  TickUnit unit;
  Moment seconds;  // at least
  int months;      // 0 for units of fixed length
};

constexpr std::array lengths{Length{TickUnit::century, 36524 * seconds_per_day, 1200},
                             Length{TickUnit::decade, 3652 * seconds_per_day, 120},
                             Length{TickUnit::year, 365 * seconds_per_day, 12},
                             Length{TickUnit::month, 28 * seconds_per_day, 1},
                             Length{TickUnit::day, seconds_per_day, 0},
                             Length{TickUnit::hour, hour, 0}};

int floor_to(int number, int step) {
  const int rest = number % step;
  return number - (rest < 0 ? rest + step : rest);
}

Moment start_of_month(int months) {
  const int year = floor_to(months, 12) / 12;
  return day_of({year, months - year * 12 + 1, 1}) * seconds_per_day;
}

void add_months(std::map<Moment, TickUnit>& ticks, const Length& length, Moment from, Moment to) {
  const Civil first = civil_of(day_of_moment(from));
  for (int month = floor_to(first.year * 12 + first.month - 1, length.months);; month += length.months) {
    if (month < -last_year * 12) continue;
    if (month > last_year * 12) return;
    const Moment at = start_of_month(month);
    if (at > to) return;
    if (at >= from) ticks.try_emplace(at, length.unit);
  }
}

void add_steps(std::map<Moment, TickUnit>& ticks, const Length& length, Moment from, Moment to) {
  const Moment first = day_of_moment(from) * seconds_per_day;
  for (Moment at = first; at <= to; at += length.seconds)
    if (at >= from) ticks.try_emplace(at, length.unit);
}

}  // namespace

std::vector<CalendarTick> calendar_ticks(Moment from, Moment to, double points_per_second,
                                         double points_per_label) {
  std::map<Moment, TickUnit> ticks;
  for (const Length& length : lengths) {
    if (static_cast<double>(length.seconds) * points_per_second < points_per_label) break;
    if (length.months > 0)
      add_months(ticks, length, from, to);
    else
      add_steps(ticks, length, from, to);
  }
  std::vector<CalendarTick> found;
  for (const auto& [at, unit] : ticks) found.push_back({at, unit});
  return found;
}

}  // namespace fasti
