// Is a text a value that time expressions can have? So a slip in a rule is told when the rule is read, and
// not when, one day, a text meets it. The forms are those of timex/partial.h, which gives them their meaning;
// a test holds the two together. What cannot be known here is taken for right.
#pragma once

#include <functional>
#include <string_view>

namespace fasti {

//   is_value("XXXX-09-28")   is_value("@-1Y-(easter)")   is_value("2021-09-29TMO")   is_value("P10D")
//   not: "2020-13-45"   "2020-May"   "@-1X"   "hello"
// Holidays are accepted by name: `knows_holiday` is asked.
bool is_value(std::string_view, const std::function<bool(std::string_view)>& knows_holiday);

// Which weekday of a month it is, in place of a holiday's name: "05/1/1", "11/last/5".
bool is_nth_weekday(std::string_view name_in_brackets);

// The name in the brackets of a value: "2020-(easter)" -> "easter"; empty where there are none.
std::string_view holiday_named(std::string_view value);

}  // namespace fasti
