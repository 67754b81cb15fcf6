#include <algorithm>
#include <array>
#include <cstdint>

#include "calendar/iso_text.h"
#include "calendar/timex_value.h"
#include "calendar/units.h"

namespace fasti {
namespace {

// A duration is no longer than this many of any unit: beyond it no date is left to reach, and all sums fit.
constexpr std::size_t longest_number = 9;

struct Unit {
  std::string_view name;
  bool of_clock;  // stands after the T
  std::int64_t months;
  std::int64_t days;
  std::int64_t seconds;
};

// From coarse to fine, the order in which they must follow each other. Two-letter names come from TIMEX2.
constexpr std::array<Unit, 14> units = {{{"ML", false, 12'000, 0, 0},
                                         {"L", false, 12'000, 0, 0},
                                         {"CE", false, 1'200, 0, 0},
                                         {"C", false, 1'200, 0, 0},
                                         {"DE", false, 120, 0, 0},
                                         {"E", false, 120, 0, 0},
                                         {"Y", false, 12, 0, 0},
                                         {"Q", false, 3, 0, 0},
                                         {"M", false, 1, 0, 0},
                                         {"W", false, 0, 7, 0},
                                         {"D", false, 0, 1, 0},
                                         {"H", true, 0, 0, 3600},
                                         {"M", true, 0, 0, 60},
                                         {"S", true, 0, 0, 1}}};

// A decimal number in thousandths; further digits do not matter and are read over.
std::optional<std::int64_t> take_thousandths(std::string_view& text) {
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; ++digits) {
    if (digits == longest_number) return std::nullopt;
    value = value * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  value *= 1000;
  if (!take(text, ".") && !take(text, ",")) return digits > 0 ? std::optional(value) : std::nullopt;
  const std::size_t before = text.size();
  for (int worth = 100; !text.empty() && text[0] >= '0' && text[0] <= '9'; worth /= 10) {
    value += (text[0] - '0') * worth;
    text.remove_prefix(1);
  }
  return text.size() < before ? std::optional(value) : std::nullopt;
}

// The unit's place in the table, at or behind `from`.
std::optional<std::size_t> take_unit(std::string_view& text, std::size_t from, bool of_clock) {
  for (std::size_t i = from; i < units.size(); ++i)
    if (units[i].of_clock == of_clock && take(text, units[i].name)) return i;
  return std::nullopt;
}

// In thousandths, until everything is summed.
struct Sum {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
};

std::optional<Length> length_from(Sum sum) {
  if (sum.months >= 12'000) sum.months = (sum.months + 500) / 1000 * 1000;  // 22.8 years are 274 months
  if (sum.months / 1000 > 2'000'000'000) return std::nullopt;
  sum.days += sum.months % 1000 * 30;
  sum.seconds += sum.days % 1000 * seconds_per_day;
  return Length{static_cast<int>(sum.months / 1000), sum.days / 1000, sum.seconds / 1000};
}

// The length, cut where any more would come to the same: past the end of the calendar.
Length limited(const Length& by) {
  constexpr std::int64_t far = greatest_moment - least_moment;
  constexpr int far_months = 12 * 20'000;
  return {std::clamp(by.months, -far_months, far_months),
          std::clamp(by.days, -far / seconds_per_day, far / seconds_per_day),
          std::clamp(by.seconds, -far, far)};
}

Moment moved(Moment m, const Length& by, int sign) {
  const Day day = day_of_moment(m);
  const Moment in_day = limited_moment(m) - start_of(day);
  const Moment by_months = start_of(add_months(day, sign * by.months)) + in_day;
  return limited_moment(by_months + sign * (by.days * seconds_per_day + by.seconds));
}

Moment end_of_month_moved(Moment m, int months) {
  Civil c = civil_of(day_of_moment(m));
  c.day = 1;
  c = civil_of(add_months(day_of(c), months));
  return end_of(day_of({c.year, c.month, days_in_month(c.year, c.month)}));
}

}  // namespace

std::optional<Length> length_of(std::string_view value) {
  if (!take(value, "P")) return std::nullopt;
  Sum sum;
  bool of_clock = false;
  std::size_t next = 0;
  do {
    if (!of_clock && take(value, "T")) of_clock = true;
    const auto number = take_thousandths(value);
    const auto unit = number ? take_unit(value, next, of_clock) : std::nullopt;
    if (!unit) return std::nullopt;
    sum.months += *number * units[*unit].months;
    sum.days += *number * units[*unit].days;
    sum.seconds += *number * units[*unit].seconds;
    next = *unit + 1;
  } while (!value.empty());
  return length_from(sum);
}

DateRange shifted(const DateRange& r, const Length& length, int sign) {
  const Length by = limited(length);
  sign = sign < 0 ? -1 : 1;
  const bool months_only = by.days == 0 && by.seconds == 0;
  DateRange result = r;
  if (!r.open_start) result.earliest = moved(r.earliest, by, sign);
  if (r.open_end) return result;
  if (months_only && is_whole_months(r))
    result.latest = end_of_month_moved(r.latest, sign * by.months);
  else if (r.open_start)
    result.latest = moved(r.latest, by, sign);
  else
    result.latest = limited_moment(result.earliest + (limited_moment(r.latest) - limited_moment(r.earliest)));
  return result;
}

}  // namespace fasti
