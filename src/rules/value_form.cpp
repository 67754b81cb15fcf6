#include "rules/value_form.h"

#include <algorithm>
#include <array>
#include <string>

#include "calendar/holiday.h"
#include "calendar/timex_value.h"

namespace fasti {

namespace {

using KnowsHoliday = std::function<bool(std::string_view)>;

// Any day will do for what a value leaves open, but it should have all that a value may ask for: 2020 is a
// leap year with a week 53, and May has 31 days.
constexpr std::string_view some_year = "2020";
constexpr std::string_view some_day = "2020-05-05";

// Values that stand for themselves; "@=" is the anchor itself.
constexpr std::array<std::string_view, 4> references{"PRESENT_REF", "PAST_REF", "FUTURE_REF", "@="};

// Longer names first, where one begins another.
constexpr std::array<std::string_view, 24> duration_units{"ML", "L", "CE", "C",  "DE", "DT", "D",  "EV",
                                                          "E",  "Y", "Q",  "MO", "MI", "M",  "WE", "WI",
                                                          "W",  "H", "SP", "SU", "S",  "NI", "AF", "FA"};

struct Unit {
  std::string_view name;
  std::string_view example;  // what it is counted in
};
constexpr std::array<Unit, 12> shift_units{{{"DE", "202"},
                                            {"D", some_day},
                                            {"WE", "2020-W20-WE"},
                                            {"W", "2020-W20"},
                                            {"M", "2020-05"},
                                            {"Q", "2020-Q2"},
                                            {"H1", "2020-H1"},
                                            {"Y", some_year},
                                            {"CE", "20"},
                                            {"TH", ""},
                                            {"TM", ""},
                                            {"TS", ""}}};

bool take(std::string_view& text, std::string_view begin) {
  if (!text.starts_with(begin)) return false;
  text.remove_prefix(begin.size());
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t take_while(std::string_view& text, bool (*belongs)(char)) {
  const auto* end = std::find_if_not(text.begin(), text.end(), belongs);
  const auto length = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(length);
  return length;
}

// "P10D", "PT1H30M", "PXW", "P1.5Y"; "PXX" is a while
bool is_duration(std::string_view text) {
  if (!take(text, "P")) return false;
  if (text == "XX") return true;
  bool measured = false;
  while (!text.empty()) {
    take(text, "T");
    const std::size_t count = take_while(text, [](char c) { return is_digit(c) || c == '.' || c == 'X'; });
    const auto* unit = std::find_if(duration_units.begin(), duration_units.end(),
                                    [&](std::string_view name) { return take(text, name); });
    if (count == 0 || unit == duration_units.end()) return false;
    measured = true;
  }
  return measured;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// "XXXX-WXX-3" -> "2020-W20-3", "XX60-09" -> "2060-09", "BC?0490" -> "BC0490"
std::string without_gaps(std::string_view value) {
  std::string text(value);
  if (text.starts_with("XXXX")) text.replace(0, some_year.size(), some_year);
  if (text.starts_with("XX")) text.replace(0, 2, some_year.substr(0, 2));
  if (text.starts_with("BC?")) text.erase(2, 1);
  replace_all(text, "-WXX", "-W20");
  replace_all(text, "-XX", "-05");
  replace_all(text, "-QX", "-Q1");
  replace_all(text, "-HX", "-H1");
  return text;
}

// "03?04": month and day, or day and month
bool is_date_in_some_order(std::string value) {
  const std::size_t mark = value.find('?');
  if (mark == std::string::npos) return value_range(value).has_value();
  if (mark < 2 || mark + 3 != value.size()) return false;
  value[mark] = '-';
  if (value_range(value)) return true;
  std::swap_ranges(value.begin() + static_cast<std::ptrdiff_t>(mark) - 2,
                   value.begin() + static_cast<std::ptrdiff_t>(mark),
                   value.begin() + static_cast<std::ptrdiff_t>(mark) + 1);
  return value_range(value).has_value();
}

// "T10:30", "TMO", "T0735"
bool is_time(std::string_view text) {
  std::string time(text);
  std::replace(time.begin(), time.end(), 'X', '0');
  if (time.size() >= 5 && std::all_of(time.begin() + 1, time.begin() + 5, is_digit)) time.insert(3, ":");
  return value_range(std::string(some_day) + time).has_value();
}

// "@-1Y-09-30" -> "2020-09-30"; empty where it is none.
std::string without_shift(std::string_view text) {
  if (!take(text, "@")) return "";
  if (!take(text, "-")) take(text, "+");
  if (take_while(text, is_digit) == 0) return "";
  for (const Unit& unit : shift_units)
    if (take(text, unit.name)) return std::string(unit.example) + std::string(text);
  return "";
}

bool is_shift_of_clock(std::string_view text) {
  return text.starts_with('@') && (text.ends_with("TH") || text.ends_with("TM") || text.ends_with("TS"));
}

bool is_date(std::string_view value, const KnowsHoliday& knows_holiday) {
  std::string text = value.starts_with('@') ? without_shift(value) : without_gaps(value);
  if (const std::string_view name = holiday_named(text); !name.empty()) {
    const std::string before = text.substr(0, text.find('('));
    const bool in_month = before.size() > some_year.size() + 1;  // "2020-05-"
    if (in_month ? !parse_holiday("05/" + std::string(name)) : !knows_holiday(name) && !is_nth_weekday(name))
      return false;
    text = before + (in_month ? "05" : "05-05") + text.substr(text.find(')') + 1);
  }
  return is_date_in_some_order(std::move(text));
}

}  // namespace

bool is_nth_weekday(std::string_view name) {
  return name.find('/') != std::string_view::npos && parse_holiday(name).has_value();
}

std::string_view holiday_named(std::string_view value) {
  const std::size_t open = value.find('(');
  const std::size_t close = value.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  return value.substr(open + 1, close - open - 1);
}

bool is_value(std::string_view text, const KnowsHoliday& knows_holiday) {
  if (std::find(references.begin(), references.end(), text) != references.end()) return true;
  if (text.starts_with('P')) return is_duration(text);
  if (is_shift_of_clock(text)) {
    text.remove_suffix(2);
    return is_date(std::string(text) + "Y", knows_holiday);
  }
  if (text.starts_with('<') || text.starts_with('=') || text.starts_with('>')) text.remove_prefix(1);
  for (const std::string_view week : {"~W", "~WE"})
    if (text.ends_with(week)) text.remove_suffix(week.size());
  // A name in brackets may hold a T too.
  const std::size_t bracket = text.rfind(')');
  const std::size_t time = text.find('T', bracket == std::string_view::npos ? 0 : bracket);
  if (time != std::string_view::npos && !is_time(text.substr(time))) return false;
  return time == 0 || is_date(text.substr(0, time), knows_holiday);
}

}  // namespace fasti
