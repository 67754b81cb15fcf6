// Dates in words, for pictures and reports. The words are data (rules/*/wording.yaml); this file only fills them in.
//
//   in_words(day, english) == "28 September 2020"    in_words(year, english) == "2020"
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_range.h"

namespace fasti {

struct DateWording {
  std::string language;                   // "en"
  std::vector<std::string> months;        // twelve
  std::vector<std::string> months_short;  // twelve, for axes
  std::vector<std::string> weekdays;      // seven, Monday first
  std::vector<std::string> seasons;       // four, spring first
  // Patterns by name: day "{day} {month} {year}", month, year, season, quarter, half-year, decade, century,
  // week "week of {day} …", span "{from} to {to}", about "about {date}", since, until, minute "{date}, {time}",
  // bc "{year} BC". Placeholders in braces; a pattern that is missing falls back to the EDTF text.
  std::map<std::string, std::string, std::less<>> patterns;
};

std::string in_words(const DateRange&, const DateWording&);
std::string in_few_words(const DateRange&, const DateWording&);  // months short, no weekday: for an axis or a badge

}  // namespace fasti
