// Dates in words, for pictures and reports. The words are data (rules/*/wording.yaml); these functions only
// fill them in. No word of any language is in the code.
//
//   in_words(2020-09-28, english) == "28 September 2020"      in_few_words(…) == "28 Sep 2020"
//   in_words(2020-09-21/2020-09-30, english) == "21 to 30 September 2020"
//   in_words(1850~, english) == "about 1850"
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_range.h"

namespace fasti {

// Patterns by name, with placeholders in braces; what is no placeholder of its pattern stays as it is.
//
//   day              {day} {month} {year} {weekday}     "{day} {month} {year}"
//   month            {month} {year}                     "{month} {year}"
//   year             {year}                             "{year}"
//   minute, second   {date} {time}, and those of day    "{date}, {time}"
//   hour             {date} {hour}, and those of day    "{date}, {hour}:00 to {hour}:59"
//   week, weekend    {date}, and those of day, of its   "week of {date}"
//                    first day; {from} {to}, its ends
//   season           {season} {year}                    "{season} {year}"
//   season-across    {season} {from} {to}, two years    "{season} {from}–{to}"       a winter
//   quarter          {quarter} {year}                   "quarter {quarter} of {year}"
//   half-year        {half} {year}                      "half {half} of {year}"
//   decade           {decade}, such as 1980             "{decade}s"
//   century          {century}, such as 20              "{century}th century"
//   millennium       {millennium}, such as 2            "{millennium}nd millennium"
//   span             {from} {to}                        "{from} to {to}"             2010 to 2013
//   span-in-year     {from} {to} {year}                 "{from} to {to} {year}"      May to July 2010
//   day-in-year      {day} {month} {weekday}            "{day} {month}"              its ends: 28 April …
//   span-in-month    {from} {to} {month} {year}         "{from} to {to} {month} {year}"
//   span-in-day      {date} {from} {to}, two times      "{date}, {from} to {to}"
//   about            {date}                             "about {date}"
//   since, until     {date}                             "since {date}"
//   bc               {year}, or decade, or century      "{year} BC"
//
// A numbered unit looks for its own pattern first: "quarter-3", "half-year-1", "century-21", "millennium-2",
// "season-4". in_few_words looks for each of these names with "-short" behind it before the plain one.
// A missing pattern gives way to a plainer one (second → minute; season-across → season; span-in-… → span;
// hour, week, weekend, season, quarter, half-year, decade, century, millennium → the span of its minutes,
// days, months or years), and at last to the EDTF text. So does a name that is missing from the lists.
struct DateWording {
  std::string language;                   // "en"
  std::vector<std::string> months;        // twelve
  std::vector<std::string> months_short;  // twelve, for axes
  std::vector<std::string> weekdays;      // seven, Monday first
  std::vector<std::string> seasons;       // four, spring first
  std::map<std::string, std::string, std::less<>> patterns;
};

std::string in_words(const DateRange&, const DateWording&);

// For an axis or a badge: short months, "-short" patterns, and no weekday ({weekday} and the comma and space
// behind it are left out).
std::string in_few_words(const DateRange&, const DateWording&);

}  // namespace fasti
