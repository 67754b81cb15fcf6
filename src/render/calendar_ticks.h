// The hours, days, months, years … that are written beside an axis on which time passes evenly: the finest
// unit that has room, and all coarser ones.
//
//   three days on 200 points, 12 points a label   ->  each hour and each day
//   ten years on 400 points, 12 points a label    ->  each year
#pragma once

#include <vector>

#include "calendar/civil.h"

namespace fasti {

enum class TickUnit { hour, day, month, year, decade, century };

struct CalendarTick {
  Moment at = 0;
  TickUnit unit = TickUnit::day;  // the coarsest unit that begins then
};

// From `from` to `to`, inclusive; ascending.
std::vector<CalendarTick> calendar_ticks(Moment from, Moment to, double points_per_second,
                                         double points_per_label);

}  // namespace fasti
