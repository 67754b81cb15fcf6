// The units of the calendar that have no maker in date_range.h, and the question whether a range is made of
// whole ones. A unit that would reach beyond the calendar (winter 9999 ends in 10000) or is none (quarter 5)
// is nullopt.
//
//   range_of_season(1988, 4) is December 1988 to February 1989
//   range_of_quarter(2021, 3) is July to September 2021
#pragma once

#include <optional>

#include "calendar/date_range.h"

namespace fasti {

std::optional<DateRange> range_of_months(int year, int month, int count, Granularity);
std::optional<DateRange> range_of_years(int first, int last, Granularity);
std::optional<DateRange> range_of_season(int year, int season);  // 1 spring (March to May) … 4 winter
std::optional<DateRange> range_of_quarter(int year, int quarter);
std::optional<DateRange> range_of_half_year(int year, int half);
std::optional<DateRange> range_of_week(const IsoWeek&);
std::optional<DateRange> range_of_weekend(const IsoWeek&);  // its Saturday and Sunday

// Hours, minutes and seconds: where the ends of a range are clock times and shall be written as such. Parts
// of a day are not: their hours are our guess, not the source's word.
bool has_clock(const DateRange&);
bool is_whole_days(const DateRange&);
bool is_whole_months(const DateRange&);
bool is_whole_years(const DateRange&);

// The unit in which the ends of a range are best told, by what they fill and by what was meant: year, month,
// day, minute or second. "1 May to 31 July" and "May to July" are both told in months, a week never is.
Granularity end_unit(const DateRange&);

}  // namespace fasti
