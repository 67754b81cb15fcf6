// Dates as ISO 8601 digits, and the reading of digits. Everything that writes or reads a date by numbers goes
// through here, so that the sign and the four digits of a year are decided once.
//
//   iso_day(0) == "1970-01-01"    iso_year(-206) == "-0206" (207 BC)    iso_minute(0) == "1970-01-01T00:00"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/civil.h"

namespace fasti {

std::string iso_year(int year);
std::string iso_month(int year, int month);
std::string iso_day(Day);
std::string iso_hour(Moment);
std::string iso_minute(Moment);
std::string iso_second(Moment);

// Readers take what they recognise off the front of the text, and leave it alone where they fail.
std::optional<int> take_digits(std::string_view& text, std::size_t count);  // exactly that many, at most 9
bool take(std::string_view& text, std::string_view prefix);

// "14", "14:30" or "14:30:15", each digit in its place. 24:00 is the end of the day (ISO 8601:2004), so the
// beginning of the next; leap seconds are not known.
struct ClockTime {
  int seconds = 0;  // since midnight
  int width = 1;    // how many seconds were meant: 3600 for an hour, 60 for a minute, 1
};
std::optional<ClockTime> take_clock(std::string_view& text);

}  // namespace fasti
