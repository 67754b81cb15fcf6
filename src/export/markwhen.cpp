// Markwhen (https://docs.markwhen.com), a text that people can go on writing.
//
//   2020-09: The bridge was closed #single
//   event: "e-06"
//   edtf: "2020-09"
//   > September 2020, one source
//   > Sources: courier
//
// Dates are written as years, months or days, just as they were meant; clock times as a span with its end.
// Every date of an event is an entry, rivals with the tag #rival. Before our era Markwhen knows years only.
// Each entry has properties (YAML, the lines up to the quotation), and remarks behind ">", since without a
// mark a line such as "May 2020: …" would begin another entry.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "calendar/units.h"
#include "export/formats.h"
#include "export/time_slot.h"

namespace fasti {

namespace {

constexpr std::string_view word_joiner = "\xE2\x81\xA0";  // U+2060: no width

// On one line, and what Markwhen would read as a tag, as a box to tick or as a heading is broken by a
// character without width.
std::string escaped(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  if (!line.empty() && (line.front() == '[' || line.front() == '#' || line.front() == '/'))
    out += word_joiner;
  for (const char c : line) {
    out += c;
    if (c == '#') out += word_joiner;
  }
  return out;
}

std::string yaml_text(std::string_view text) {
  return nlohmann::json(one_line(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string years_before_our_era(const DateRange& range) {
  const auto name = [](int year) {
    return year > 0 ? fmt::format("{} CE", year) : fmt::format("{} BCE", 1 - year);
  };
  const int first = civil_of(first_day(range)).year;
  const int last = civil_of(last_day(range)).year;
  return first == last ? name(first) : fmt::format("{} - {}", name(first), name(last));
}

std::string end_text(Moment end, Granularity unit) {
  const Civil civil = civil_of(day_of_moment(end));
  if (unit == Granularity::year) return iso_year(civil.year);
  if (unit == Granularity::month) return iso_month(civil.year, civil.month);
  return iso_day(day_of_moment(end));
}

std::string clock_text(Moment moment) {
  std::string text = iso_minute(moment);
  text.replace(text.find('T'), 1, " ");
  return text;
}

// To the minute; the end is where the next minute begins.
std::string clock_span(const DateRange& range, Losses& losses) {
  const auto rest = [](Moment moment) { return ((moment % 60) + 60) % 60; };
  if (rest(range.earliest) != 0 || rest(range.latest + 1) != 0) losses.add(Loss::clock);
  const Moment begin = range.earliest - rest(range.earliest);
  const Moment after = range.latest + 60 - rest(range.latest);
  return fmt::format("{} / {}", clock_text(begin), clock_text(std::min(after, greatest_moment)));
}

std::string date_text(const DateRange& range, Losses& losses) {
  if (civil_of(first_day(range)).year < 1) {
    if (!is_whole_years(range)) losses.add(Loss::to_years);
    return years_before_our_era(range);
  }
  if (has_clock(range)) return clock_span(range, losses);
  const Granularity unit = is_whole_years(range)    ? Granularity::year
                           : is_whole_months(range) ? Granularity::month
                                                    : Granularity::day;
  const std::string first = end_text(range.earliest, unit);
  const std::string last = end_text(range.latest, unit);
  return first == last ? first : fmt::format("{}/{}", first, last);
}

std::string tags_of(const Account& account, const ToldDate& date) {
  std::string tags = fmt::format("#{}", to_string(account.told->verdict.status));
  if (date.rank == DateRank::rival || date.rank == DateRank::open)
    tags += fmt::format(" #{}", to_string(date.rank));
  return tags;
}

void put_entry(std::string& text, const Account& account, const ToldDate& date, const std::string& when,
               const Timeline& timeline) {
  text += fmt::format("\n{}: {} {}\n", when, escaped(account.label), tags_of(account, date));
  text += fmt::format("event: {}\n", yaml_text(account.told->event.id));
  text += fmt::format("edtf: {}\n", yaml_text(to_edtf(date.range)));
  text += fmt::format("type: {}\n", yaml_text(account.told->event.type));
  for (const std::string& line : remarks(account, &date, timeline))
    text += fmt::format("> {}\n", escaped(line));
}

}  // namespace

std::string to_markwhen(const Accounts& all, Losses& losses) {
  losses.add(Loss::statement, all.timeline->undated.size());
  std::string entries;
  for (const Account& account : all.events) {
    if (account.dates.empty()) losses.add(Loss::undated);
    for (const ToldDate& date : account.dates) {
      if (const auto range = closed(date.range, losses))
        put_entry(entries, account, date, date_text(*range, losses), *all.timeline);
      else
        losses.add(Loss::undated);
    }
  }
  std::string head = fmt::format("---\ntitle: {}\n", yaml_text(all.title));
  if (losses.any()) head += fmt::format("note: {}\n", yaml_text(loss_note(losses, all.timeline->phrases)));
  return head + "---\n" + entries;
}

}  // namespace fasti
