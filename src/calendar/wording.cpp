#include "calendar/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>

#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "calendar/pattern.h"
#include "calendar/units.h"

namespace fasti {
namespace {

// Words that are missing from the data make nullopt, up to in_words, which then gives the EDTF text.
using Words = std::optional<std::string>;

struct Style {
  const DateWording& wording;
  bool few;  // in_few_words
};

// ---- looking up the data ----

// The first of the patterns that there is; each is looked for with "-short" first, where few words are
// wanted.
const std::string* find_pattern(const Style& style, std::initializer_list<std::string_view> names) {
  const auto& patterns = style.wording.patterns;
  if (style.few)
    for (const std::string_view name : names)
      if (const auto found = patterns.find(fmt::format("{}-short", name)); found != patterns.end())
        return &found->second;
  for (const std::string_view name : names)
    if (const auto found = patterns.find(name); found != patterns.end()) return &found->second;
  return nullptr;
}

Words fill(const Style& style, std::initializer_list<std::string_view> names, const Fields& fields) {
  const std::string* pattern = find_pattern(style, names);
  if (!pattern) return std::nullopt;
  return filled(*pattern, fields);
}

Words fill_numbered(const Style& style, std::string_view name, int number, const Fields& fields) {
  const std::string own = fmt::format("{}-{}", name, number);
  return fill(style, {own, name}, fields);
}

Words name_in(const std::vector<std::string>& names, int number) {  // counted from 1
  const auto index = static_cast<std::size_t>(number) - 1;
  if (index >= names.size()) return std::nullopt;
  return names[index];
}

Words month_name(const Style& style, int month) {
  return name_in(style.few ? style.wording.months_short : style.wording.months, month);
}

// ---- years, months, days, minutes ----

Words before_our_era(const Style& style, const std::string& what) {
  return fill(style, {"bc"}, {{"year", what}});
}

Words year_number(const Style& style, int year) {
  return year > 0 ? std::to_string(year) : before_our_era(style, std::to_string(1 - year));
}

Words year_words(const Style& style, int year) {
  const Words number = year_number(style, year);
  if (!number) return std::nullopt;
  return fill(style, {"year"}, {{"year", *number}});
}

Words month_words(const Style& style, int year, int month) {
  const Words name = month_name(style, month);
  const Words number = year_number(style, year);
  if (!name || !number) return std::nullopt;
  return fill(style, {"month"}, {{"month", *name}, {"year", *number}});
}

std::optional<Fields> day_fields(const Style& style, Day day) {
  const Civil c = civil_of(day);
  const Words month = month_name(style, c.month);
  const Words year = year_number(style, c.year);
  if (!month || !year) return std::nullopt;
  const Words weekday = style.few ? Words{} : name_in(style.wording.weekdays, weekday_of(day));
  return Fields{
      {"day", std::to_string(c.day)}, {"month", *month}, {"year", *year}, {"weekday", weekday.value_or("")}};
}

Words day_words(const Style& style, Day day, std::string_view pattern = "day") {
  const auto fields = day_fields(style, day);
  if (!fields) return std::nullopt;
  return fill(style, {pattern}, *fields);
}

// What is said of a day as a whole: its own fields and {date}.
std::optional<Fields> date_fields(const Style& style, Day day) {
  auto fields = day_fields(style, day);
  const Words date = day_words(style, day);
  if (!fields || !date) return std::nullopt;
  fields->emplace_back("date", *date);
  return fields;
}

std::string clock_text(Moment m, Granularity unit) {  // "20:23", "20:23:07"
  const std::string text = unit == Granularity::second ? iso_second(m) : iso_minute(m);
  return text.substr(text.find('T') + 1);
}

Words clock_words(const Style& style, Moment m, Granularity unit) {
  const Day day = day_of_moment(m);
  auto fields = date_fields(style, day);
  if (!fields) return std::nullopt;
  fields->emplace_back("time", clock_text(m, unit));
  fields->emplace_back("hour", std::to_string((limited_moment(m) - start_of(day)) / 3600));
  if (unit == Granularity::hour) return fill(style, {"hour"}, *fields);
  return fill(style, {to_string(unit), "minute"}, *fields);
}

// ---- the other units; nullopt also where the range is not the unit that it claims to be ----

bool same_ends(const DateRange& r, const std::optional<DateRange>& unit) {
  return unit && r.earliest == unit->earliest && r.latest == unit->latest;
}

Words time_words(const Style& style, const DateRange& r) {
  const Moment width = r.granularity == Granularity::hour     ? 3600
                       : r.granularity == Granularity::minute ? 60
                                                              : 1;
  if (r.latest != r.earliest + width - 1) return std::nullopt;
  return clock_words(style, r.earliest, r.granularity);
}

Words week_words(const Style& style, const DateRange& r) {  // and weekends
  const bool weekend = r.granularity == Granularity::weekend;
  const IsoWeek week = iso_week_of(first_day(r));
  if (!same_ends(r, weekend ? range_of_weekend(week) : range_of_week(week))) return std::nullopt;
  auto fields = date_fields(style, first_day(r));
  const Words to = day_words(style, last_day(r));
  if (!fields || !to) return std::nullopt;
  fields->emplace_back("from", *day_words(style, first_day(r)));
  fields->emplace_back("to", *to);
  return fill(style, {to_string(r.granularity)}, *fields);
}

Words season_words(const Style& style, const DateRange& r) {
  const Civil first = civil_of(first_day(r));
  const int season = first.month / 3;
  if (!same_ends(r, range_of_season(first.year, season))) return std::nullopt;
  const Words name = name_in(style.wording.seasons, season);
  const Words year = year_number(style, first.year);
  const Words to = year_number(style, civil_of(last_day(r)).year);
  if (!name || !year || !to) return std::nullopt;
  if (*year != *to)
    if (const auto across = fill(style, {"season-across"}, {{"season", *name}, {"from", *year}, {"to", *to}}))
      return across;
  return fill_numbered(style, "season", season, {{"season", *name}, {"year", *year}});
}

Words quarter_words(const Style& style, const DateRange& r) {
  const Civil first = civil_of(first_day(r));
  const int quarter = (first.month + 2) / 3;
  const Words year = year_number(style, first.year);
  if (!year || !same_ends(r, range_of_quarter(first.year, quarter))) return std::nullopt;
  return fill_numbered(style, "quarter", quarter, {{"quarter", std::to_string(quarter)}, {"year", *year}});
}

Words half_year_words(const Style& style, const DateRange& r) {
  const Civil first = civil_of(first_day(r));
  const int half = (first.month + 5) / 6;
  const Words year = year_number(style, first.year);
  if (!year || !same_ends(r, range_of_half_year(first.year, half))) return std::nullopt;
  return fill_numbered(style, "half-year", half, {{"half", std::to_string(half)}, {"year", *year}});
}

// Ten, a hundred or a thousand years as people count them: 1980 to 1989, and 489 to 480 BC before our era.
struct RoundYears {
  int index = 0;  // 198 of 1980 to 1989
  bool bc = false;
};

std::optional<RoundYears> round_years(const DateRange& r, int scale) {
  if (!is_whole_years(r)) return std::nullopt;
  const int first = civil_of(first_day(r)).year;
  const int last = civil_of(last_day(r)).year;
  const bool bc = last <= 0;
  const int least = bc ? 1 - last : first;
  const int greatest = bc ? 1 - first : last;
  const int start = greatest / scale * scale;
  const bool round = greatest == start + scale - 1 && least == (bc ? std::max(1, start) : start);
  if (!round) return std::nullopt;
  return RoundYears{start / scale, bc};
}

Words round_years_words(const Style& style, const DateRange& r, int scale) {
  const auto years = round_years(r, scale);
  if (!years) return std::nullopt;
  const std::string_view name = to_string(r.granularity);
  const int number = scale == 10 ? years->index * 10 : years->index + 1;
  const Words words = fill_numbered(style, name, number, {{name, std::to_string(number)}});
  return words && years->bc ? before_our_era(style, *words) : words;
}

Words unit_words(const Style& style, const DateRange& r) {
  switch (r.granularity) {
    case Granularity::second:
    case Granularity::minute:
    case Granularity::hour:
      return time_words(style, r);
    case Granularity::week:
    case Granularity::weekend:
      return week_words(style, r);
    case Granularity::season:
      return season_words(style, r);
    case Granularity::quarter:
      return quarter_words(style, r);
    case Granularity::half_year:
      return half_year_words(style, r);
    case Granularity::decade:
      return round_years_words(style, r, 10);
    case Granularity::century:
      return round_years_words(style, r, 100);
    case Granularity::millennium:
      return round_years_words(style, r, 1000);
    default:
      return std::nullopt;  // days, months, years and spans are told by their ends
  }
}

// ---- stretches between two ends ----

// One end of a range alone, in the range's unit.
Words end_words(const Style& style, Moment end, Granularity unit) {
  const Civil c = civil_of(day_of_moment(end));
  switch (unit) {
    case Granularity::year:
      return year_words(style, c.year);
    case Granularity::month:
      return month_words(style, c.year, c.month);
    case Granularity::day:
      return day_words(style, day_of_moment(end));
    default:
      return clock_words(style, end, unit);
  }
}

// Whether both ends lie in one and the same unit, which is then all that has to be said.
bool is_one_unit(const DateRange& r, Granularity unit) {
  const Civil first = civil_of(first_day(r));
  const Civil last = civil_of(last_day(r));
  switch (unit) {
    case Granularity::year:
      return first.year == last.year;
    case Granularity::month:
      return first.year == last.year && first.month == last.month;
    case Granularity::day:
      return first == last;
    case Granularity::minute:
      return r.latest - r.earliest < 60;
    default:
      return r.earliest == r.latest;
  }
}

// What both ends share is said once.

Words months_within_year(const Style& style, const DateRange& r) {  // "May to July 2010"
  const Civil first = civil_of(first_day(r));
  const Civil last = civil_of(last_day(r));
  const Words from = month_name(style, first.month);
  const Words to = month_name(style, last.month);
  const Words year = year_number(style, first.year);
  if (first.year != last.year || !from || !to || !year) return std::nullopt;
  return fill(style, {"span-in-year"}, {{"from", *from}, {"to", *to}, {"year", *year}});
}

Words days_within_month(const Style& style, const DateRange& r) {  // "21 to 30 September 2020"
  const Civil first = civil_of(first_day(r));
  const Civil last = civil_of(last_day(r));
  const Words month = month_name(style, first.month);
  const Words year = year_number(style, first.year);
  if (first.year != last.year || first.month != last.month || !month || !year) return std::nullopt;
  return fill(style, {"span-in-month"},
              {{"from", std::to_string(first.day)},
               {"to", std::to_string(last.day)},
               {"month", *month},
               {"year", *year}});
}

Words days_within_year(const Style& style, const DateRange& r) {  // "28 April to 3 May 2010"
  const Civil first = civil_of(first_day(r));
  const Words from = day_words(style, first_day(r), "day-in-year");
  const Words to = day_words(style, last_day(r), "day-in-year");
  const Words year = year_number(style, first.year);
  if (first.year != civil_of(last_day(r)).year || !from || !to || !year) return std::nullopt;
  return fill(style, {"span-in-year"}, {{"from", *from}, {"to", *to}, {"year", *year}});
}

Words times_within_day(const Style& style, const DateRange& r,
                       Granularity unit) {  // "1 May 2010, 14:30 to 16:00"
  const Words date = day_words(style, first_day(r));
  if (first_day(r) != last_day(r) || !date) return std::nullopt;
  return fill(style, {"span-in-day"},
              {{"date", *date}, {"from", clock_text(r.earliest, unit)}, {"to", clock_text(r.latest, unit)}});
}

Words collapsed_words(const Style& style, const DateRange& r, Granularity unit) {
  switch (unit) {
    case Granularity::year:
      return std::nullopt;  // nothing to share
    case Granularity::month:
      return months_within_year(style, r);
    case Granularity::day: {
      Words words = days_within_month(style, r);
      return words ? words : days_within_year(style, r);
    }
    default:
      return times_within_day(style, r, unit);
  }
}

Words span_words(const Style& style, const DateRange& r) {
  const Granularity unit = end_unit(r);
  if (is_one_unit(r, unit)) return end_words(style, r.earliest, unit);
  if (auto words = collapsed_words(style, r, unit)) return words;
  const Words from = end_words(style, r.earliest, unit);
  const Words to = end_words(style, r.latest, unit);
  if (!from || !to) return std::nullopt;
  return fill(style, {"span"}, {{"from", *from}, {"to", *to}});
}

Words closed_words(const Style& style, const DateRange& r) {
  if (r.open_start) return end_words(style, r.latest, end_unit(r));
  if (r.open_end) return end_words(style, r.earliest, end_unit(r));
  if (auto words = unit_words(style, r)) return words;
  return span_words(style, r);
}

std::string words_or_edtf(const Style& style, DateRange r) {
  r.earliest = limited_moment(r.earliest);
  r.latest = limited_moment(r.latest);
  if (r.open_start && r.open_end) return to_edtf(r);
  Words words = closed_words(style, r);
  if (words && r.approximate) words = fill(style, {"about"}, {{"date", *words}});
  if (words && r.open_start) words = fill(style, {"until"}, {{"date", *words}});
  if (words && r.open_end) words = fill(style, {"since"}, {{"date", *words}});
  return words ? *words : to_edtf(r);
}

}  // namespace

std::string in_words(const DateRange& r, const DateWording& w) { return words_or_edtf({w, false}, r); }
std::string in_few_words(const DateRange& r, const DateWording& w) { return words_or_edtf({w, true}, r); }

}  // namespace fasti
