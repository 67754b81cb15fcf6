#include "article/header_date.h"

#include <charconv>

namespace fasti {

namespace {

// Reads off the front of a text, piece by piece.
struct Cursor {
  std::string_view rest;

  bool take(char wanted) {
    if (!rest.starts_with(wanted)) return false;
    rest.remove_prefix(1);
    return true;
  }

  // Exactly so many digits.
  std::optional<int> number(std::size_t digits) {
    if (rest.size() < digits || rest.substr(0, digits).find_first_not_of("0123456789") != rest.npos)
      return {};
    int value = 0;
    std::from_chars(rest.data(), rest.data() + digits, value);
    rest.remove_prefix(digits);
    return value;
  }

  void skip_digits() {
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') rest.remove_prefix(1);
  }
};

// "Z", "+01:00", "+0100", "-05"; nothing is well too.
bool read_zone(Cursor& cursor) {
  if (cursor.take('Z') || cursor.take('z')) return true;
  if (!cursor.take('+') && !cursor.take('-')) return true;
  const auto hours = cursor.number(2);
  if (!hours || *hours > 14) return false;  // UTC+14 is the greatest there is
  const bool colon = cursor.take(':');
  const auto minutes = cursor.number(2);
  return minutes ? *minutes < 60 : !colon;
}

// "10:31", "10:31:05", "10:31:05.25", with a zone.
bool read_time(Cursor& cursor) {
  const auto hour = cursor.number(2);
  if (!hour || *hour > 23 || !cursor.take(':')) return false;
  const auto minute = cursor.number(2);
  if (!minute || *minute > 59) return false;
  if (cursor.take(':')) {
    const auto second = cursor.number(2);
    if (!second || *second > 60) return false;  // 60 is a leap second
    if (cursor.take('.')) cursor.skip_digits();
  }
  Cursor after_blank = cursor;
  if (after_blank.take(' ') && after_blank.rest.find_first_of("Z+-") == 0) cursor = after_blank;
  return read_zone(cursor);
}

HeaderDate made(DateRange range, std::string_view value, const Cursor& cursor) {
  return {range, true, value.size() - cursor.rest.size()};
}

HeaderDate impossible(std::string_view value, const Cursor& cursor) {
  return {{}, false, value.size() - cursor.rest.size()};
}

HeaderDate with_time(DateRange day, std::string_view value, Cursor cursor) {
  Cursor time = cursor;
  if (time.take('T')) return read_time(time) ? made(day, value, time) : impossible(value, time);
  // Behind a blank, digits may as well be the body's first words: "2021-09-29 10:31 was the hour".
  if (time.take(' ') && read_time(time) && time.rest.empty()) return made(day, value, time);
  return made(day, value, cursor);
}

}  // namespace

std::optional<HeaderDate> read_header_date(std::string_view value) {
  Cursor cursor{value};
  const auto year = cursor.number(4);
  if (!year) return {};
  if (!is_valid(Civil{*year, 1, 1})) return impossible(value, cursor);
  if (!cursor.take('-')) return made(range_of_year(*year), value, cursor);
  const auto month = cursor.number(2);
  if (!month) return {};
  if (*month < 1 || *month > 12) return impossible(value, cursor);
  if (!cursor.take('-')) return made(range_of_month(*year, *month), value, cursor);
  const auto day = cursor.number(2);
  if (!day) return {};
  const Civil civil{*year, *month, *day};
  if (!is_valid(civil)) return impossible(value, cursor);
  return with_time(range_of_day(day_of(civil)), value, cursor);
}

}  // namespace fasti
