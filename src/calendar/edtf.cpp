#include "calendar/edtf.h"

#include <fmt/format.h>

#include <array>

#include "calendar/iso_text.h"
#include "calendar/units.h"

namespace fasti {
namespace {

// EDTF numbers the parts of a year where ISO 8601 numbers the months.
constexpr int season_code = 20;   // 21 spring … 24 winter
constexpr int quarter_code = 32;  // 33 … 36
constexpr int half_code = 39;     // 40, 41

std::optional<DateRange> part_of_year(int year, int code) {
  if (code >= 1 && code <= 12) return range_of_months(year, code, 1, Granularity::month);
  if (code >= 21 && code <= 24) return range_of_season(year, code - season_code);
  if (code >= 33 && code <= 36) return range_of_quarter(year, code - quarter_code);
  if (code >= 40 && code <= 41) return range_of_half_year(year, code - half_code);
  return std::nullopt;
}

// ---- reading ----

// "202X", "19XX", "1XXX", or the plain year. Before our era the mask covers the ISO years: -048X is -489 to
// -480.
std::optional<DateRange> take_year(std::string_view& text) {
  const bool negative = take(text, "-");
  std::size_t digits = 4;
  if (text.size() >= 4)
    while (digits > 1 && text[digits - 1] == 'X') --digits;
  const auto number = take_digits(text, digits);
  if (!number) return std::nullopt;
  text.remove_prefix(4 - digits);
  constexpr std::array<int, 5> scales = {0, 1000, 100, 10, 1};
  constexpr std::array<Granularity, 5> granularities = {Granularity::unknown, Granularity::millennium,
                                                        Granularity::century, Granularity::decade,
                                                        Granularity::year};
  const int least = *number * scales[digits];
  const int greatest = least + scales[digits] - 1;
  if (!negative) return range_of_years(least, greatest, granularities[digits]);
  return range_of_years(-greatest, least == 0 ? -1 : -least, granularities[digits]);  // no year -0000
}

std::optional<DateRange> clock_on(Day day, std::string_view text) {
  const auto clock = take_clock(text);
  if (!clock || !text.empty() || clock->seconds >= seconds_per_day) return std::nullopt;
  DateRange r;
  r.earliest = start_of(day) + clock->seconds;
  r.latest = r.earliest + clock->width - 1;
  r.granularity = clock->width == 1    ? Granularity::second
                  : clock->width == 60 ? Granularity::minute
                                       : Granularity::hour;
  return r;
}

std::optional<DateRange> read_date(std::string_view text) {
  const bool approximate = text.ends_with('~');
  if (approximate) text.remove_suffix(1);
  auto range = take_year(text);
  if (!range) return std::nullopt;
  if (!text.empty()) {
    if (range->granularity != Granularity::year || !take(text, "-")) return std::nullopt;
    const int year = civil_of(first_day(*range)).year;
    const auto code = take_digits(text, 2);
    range = code ? part_of_year(year, *code) : std::nullopt;
    if (range && !text.empty()) {
      const auto day = take(text, "-") ? take_digits(text, 2) : std::nullopt;
      if (!day || !is_valid(Civil{year, *code, *day})) return std::nullopt;
      const Day number = day_of({year, *code, *day});
      range = range_of_day(number);
      if (take(text, "T"))
        range = clock_on(number, text);
      else if (!text.empty())
        return std::nullopt;
    }
  }
  if (range) range->approximate = approximate;
  return range;
}

std::optional<DateRange> read_interval(std::string_view from, std::string_view to) {
  const bool open_start = from == "..";
  const bool open_end = to == "..";
  const DateRange anything{least_moment, greatest_moment, Granularity::unknown, false, true, true};
  if (open_start && open_end) return anything;
  const auto first = open_start ? anything : read_date(from);
  const auto last = open_end ? anything : read_date(to);
  if (!first || !last) return std::nullopt;
  if (open_start) return until(*last);
  if (open_end) return since(*first);
  DateRange r{first->earliest, last->latest, Granularity::span, first->approximate || last->approximate};
  if (r.earliest > r.latest) return std::nullopt;
  return r;
}

// ---- writing ----

bool same_stretch(const DateRange& r, const std::optional<DateRange>& unit) {
  return unit && unit->earliest == r.earliest && unit->latest == r.latest;
}

// The text, if reading it gives back the very stretch: a range that only claims to be a quarter gets none.
std::optional<std::string> if_exact(std::string text, const DateRange& r) {
  if (same_stretch(r, read_date(text))) return text;
  return std::nullopt;
}

std::string masked_year(int year, int known_digits) {
  std::string text = iso_year(year);
  for (int i = 0; i < 4 - known_digits; ++i) text[text.size() - 1 - static_cast<std::size_t>(i)] = 'X';
  return text;
}

// A granularity that EDTF has a form for.
std::optional<std::string> unit_text(const DateRange& r) {
  const Civil c = civil_of(first_day(r));
  const auto part = [&](int code) { return if_exact(iso_month(c.year, code), r); };
  switch (r.granularity) {
    case Granularity::second:
      return if_exact(iso_second(r.earliest), r);
    case Granularity::minute:
      return if_exact(iso_minute(r.earliest), r);
    case Granularity::hour:
      return if_exact(iso_hour(r.earliest), r);
    case Granularity::day_part:
    case Granularity::day:
      if (days_covered(r) != 1) return std::nullopt;
      return iso_day(first_day(r));
    case Granularity::month:
      return part(c.month);
    case Granularity::season:
      return part(season_code + c.month / 3);
    case Granularity::quarter:
      return part(quarter_code + (c.month + 2) / 3);
    case Granularity::half_year:
      return part(half_code + (c.month + 5) / 6);
    case Granularity::year:
      return if_exact(iso_year(c.year), r);
    case Granularity::decade:
      return if_exact(masked_year(c.year, 3), r);
    case Granularity::century:
      return if_exact(masked_year(c.year, 2), r);
    case Granularity::millennium:
      return if_exact(masked_year(c.year, 1), r);
    default:
      return std::nullopt;
  }
}

// The two ends of an interval, to the coarsest unit that both of them fill. A span that is just one month or
// year is told by the smaller unit, so that it is read as a span again.
struct Ends {
  std::string first;
  std::string last;
};

Ends ends_of(const DateRange& r) {
  const Civil first = civil_of(first_day(r));
  const Civil last = civil_of(last_day(r));
  const bool open = r.open_start || r.open_end;
  Granularity unit = end_unit(r);
  if (!open && unit == Granularity::year && first.year == last.year) unit = Granularity::month;
  if (!open && unit == Granularity::month && first.year == last.year && first.month == last.month)
    unit = Granularity::day;
  switch (unit) {
    case Granularity::year:
      return {iso_year(first.year), iso_year(last.year)};
    case Granularity::month:
      return {iso_month(first.year, first.month), iso_month(last.year, last.month)};
    case Granularity::day:
      return {iso_day(first_day(r)), iso_day(last_day(r))};
    case Granularity::minute:
      return {iso_minute(r.earliest), iso_minute(r.latest)};
    default:
      return {iso_second(r.earliest), iso_second(r.latest)};
  }
}

std::string interval_text(const DateRange& r, std::string_view mark) {
  if (r.open_start && r.open_end) return "../..";
  const Ends ends = ends_of(r);
  if (r.open_start) return fmt::format("../{}{}", ends.last, mark);
  if (r.open_end) return fmt::format("{}{}/..", ends.first, mark);
  if (ends.first == ends.last) return fmt::format("{}{}", ends.first, mark);
  return fmt::format("{}{}/{}{}", ends.first, mark, ends.last, mark);
}

}  // namespace

std::string to_edtf(const DateRange& r) {
  const std::string_view mark = r.approximate ? "~" : "";
  if (!r.open_start && !r.open_end)
    if (const auto unit = unit_text(r)) return fmt::format("{}{}", *unit, mark);
  return interval_text(r, mark);
}

std::optional<DateRange> from_edtf(std::string_view text) {
  if (text.size() > 64) return std::nullopt;  // longer than anything we write
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return read_date(text);
  return read_interval(text.substr(0, slash), text.substr(slash + 1));
}

}  // namespace fasti
