// Each expression is resolved in the order of the text, those outside quotations first, because what is said
// inside one ("a year ago you gave me …") may count from a date that stands beside it. Three kinds of value,
// three ways:
//
//   complete   "2020-09-27"    nothing to do but to see whether there is such a day
//   shifted    "@-14Y"         counted from the anchor that its rule names
//   missing    "XXXX-09-30"    one reading a year; the text around chooses (choose_reading.h)
#include "timex/resolve.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include <fmt/format.h>

#include "calendar/julian.h"
#include "calendar/timex_value.h"
#include "calendar/units.h"
#include "timex/anchor.h"
#include "timex/choose_reading.h"
#include "timex/measure_spans.h"
#include "timex/partial.h"
#include "timex/settle_order.h"
#include "timex/surroundings.h"

namespace fasti {

std::string_view to_string(Basis basis) {
  constexpr std::string_view names[] = {"explicit",         "year-from-context", "relative-to-publication",
                                        "relative-to-text", "heading",           "holiday",
                                        "inferred"};
  return names[static_cast<int>(basis)];
}

namespace {

constexpr std::string_view unknown_value = "XXXX";

Timex started(const PartialTimex& partial, const Article& article) {
  Timex timex;
  timex.doc = article.id;
  timex.span = partial.span;
  timex.tokens = partial.tokens;
  timex.text = article.text.substr(partial.span.begin, partial.span.size());
  timex.type = partial.type;
  timex.partial = partial.partial;
  timex.mod = partial.mod;
  timex.rule = partial.rule->id;
  return timex;
}

Diagnostic warning_at(const Timex& timex, const Article& article, std::string code, std::string message) {
  Diagnostic d;
  d.severity = Severity::warning;
  d.code = std::move(code);
  d.message = std::move(message);
  d.place.path = article.path;
  d.doc = timex.doc;
  d.span = timex.span;
  return d;
}

// ---- the three ways ----

// "2020-(christmas)" -> 2020-12-25, and so with a time of day behind it
std::string holiday_value(const std::string& partial, const RuleSet& rules) {
  const int year = std::atoi(partial.substr(0, 4).c_str());
  const std::size_t end = partial.find(')') + 1;
  const auto day = value_in_year("XXXX" + partial.substr(4, end - 4), year, rules);
  return day ? *day + partial.substr(end) : partial;
}

void resolve_complete(Timex& timex, const Partial& partial, const RuleSet& rules) {
  const bool by_formula = partial.value.find(')') != std::string::npos;
  timex.value = by_formula ? holiday_value(partial.value, rules) : partial.value;
  if (!partial.week_of.empty()) timex.value = with_ending(timex.value, partial);
  timex.range = value_range(timex.value, timex.mod);
  timex.basis = names_holiday(partial.value) ? Basis::holiday : Basis::explicit_;
}

// "In 1802 it flooded. In 1983, 181 years later, …": the count says again, from the date before, which date
// stands beside it.
std::optional<AnchorPoint> anchor_before_restated(const Partial& partial, const std::vector<Timex>& timexes,
                                                  std::size_t i, const Surroundings& around) {
  if (i < 2 || partial.count == 0 || partial.unit.starts_with('T')) return std::nullopt;
  const Timex& beside = timexes[i - 1];
  const bool touches = beside.range && beside.tokens.end + 1 == timexes[i].tokens.begin &&
                       around.word(beside.tokens.end) == "," &&
                       around.same_sentence(beside.tokens, timexes[i].tokens);
  const auto earlier = touches ? narrative_anchor(around, timexes, i - 1, partial.unit) : std::nullopt;
  if (!earlier) return std::nullopt;
  const auto counted = value_range(shifted_value(first_day(earlier->range), partial, around.rules));
  return counted && covers(*counted, *beside.range) ? earlier : std::nullopt;
}

std::optional<AnchorPoint> anchor_for(Anchor kind, const Partial& partial, const std::vector<Timex>& timexes,
                                      std::size_t i, const Surroundings& around, const Profile& profile) {
  const auto published = writing_anchor(around, timexes, i);
  if (kind == Anchor::day) return day_anchor(around, timexes, i, profile);
  if (kind == Anchor::period) return period_anchor(around, timexes, i);
  if (kind == Anchor::narrative || kind == Anchor::now) {
    const bool part_of_that_day = partial.unit == "D" && partial.count == 0 && !partial.time.empty();
    if (auto day = part_of_that_day ? told_day_anchor(around, timexes, i) : std::nullopt) return day;
    if (auto earlier = anchor_before_restated(partial, timexes, i, around)) return earlier;
    auto told = narrative_anchor(around, timexes, i, partial.unit);
    return told || kind == Anchor::now ? told : published;
  }
  if (kind == Anchor::publication)
    if (auto said = spoken_anchor(around, timexes, i)) return said;
  return published;
}

// "a year earlier", counted from a quarter, is that quarter of the year before.
std::optional<std::string> same_part_of_year(const AnchorPoint& anchor, const Partial& partial) {
  const Granularity unit = anchor.range.granularity;
  const bool part = unit == Granularity::quarter || unit == Granularity::half_year;
  if (!part || partial.unit != "Y" || !partial.inside.empty()) return std::nullopt;
  const bool quarter = unit == Granularity::quarter;
  return shifted_value(first_day(anchor.range), partial.count * (quarter ? 4 : 2), quarter ? "Q" : "H1");
}

std::string shifted_from(const AnchorPoint& anchor, Day day, const Partial& partial, const RuleSet& rules) {
  if (partial.unit == "=") return with_ending(value_of_range(anchor.range), partial);
  if (auto part = same_part_of_year(anchor, partial)) return *part;
  return with_ending(shifted_value(day, partial, rules), partial);
}

// Hours and minutes can be counted only from a clock time; from a day they stay within "about then".
void resolve_clock_shift(Timex& timex, const AnchorPoint& anchor, const Partial& partial) {
  if (!has_clock(anchor.range)) return;
  timex.value = shifted_moment(anchor.range.earliest, partial.count, partial.unit);
  timex.range = value_range(timex.value, timex.mod);
}

// Of several days, the hours of the first and the last mean nothing.
DateRange days_of(const DateRange& range) {
  return has_clock(range) || range.granularity == Granularity::day_part
             ? range_of_days(first_day(range), last_day(range), Granularity::span)
             : range;
}

// What two values of one form have in common, with X for the rest: "that day" of July 1943 is 1943-07-XX.
std::string common_value(const std::string& first, const std::string& last) {
  const std::size_t same = static_cast<std::size_t>(
      std::mismatch(first.begin(), first.end(), last.begin(), last.end()).first - first.begin());
  const std::size_t dash = same == 0 ? std::string::npos : first.rfind('-', same - 1);
  if (first.size() != last.size() || dash == std::string::npos || first.find('T') != std::string::npos)
    return std::string(unknown_value);
  std::string value = first.substr(0, dash + 1);
  for (char c : first.substr(dash + 1)) value += c >= '0' && c <= '9' ? 'X' : c;
  return value;
}

// Of a time whose day nobody tells, the time at least: XXXX-XX-XXT14:30.
std::string value_of_time(const std::string& time) {
  return std::string(unknown_value) + (time.empty() ? "" : "-XX-XX" + time);
}

void resolve_shift(std::vector<Timex>& timexes, std::size_t i, const Partial& partial,
                   const Surroundings& around, const Profile& profile) {
  Timex& timex = timexes[i];
  timex.value = unknown_value;
  if (partial.unit == "D") timex.value = value_of_time(partial.time);
  const auto anchor = anchor_for(around.document.partials[i].anchor, partial, timexes, i, around, profile);
  if (!anchor) return;
  timex.counted_from = anchor->range;
  timex.basis = anchor->basis;
  timex.anchor = anchor->name;
  if (partial.unit.starts_with('T')) return resolve_clock_shift(timex, *anchor, partial);
  const std::string first = shifted_from(*anchor, first_day(anchor->range), partial, around.rules);
  const std::string last = shifted_from(*anchor, last_day(anchor->range), partial, around.rules);
  timex.range = value_range(first, timex.mod);
  if (first == last) {
    timex.value = first;
    return;
  }
  // The anchor is too vague for one value; the range still says what is known.
  const auto last_range = value_range(last, timex.mod);
  if (timex.range && last_range) timex.range = days_of(hull(*timex.range, *last_range));
  const std::string common = common_value(first, last);
  if (common != unknown_value) timex.value = common;
}

// ---- what does not fit ----

// "2015-02-30", and "XXXX-06-31", which is a day in no year.
bool is_no_day(const std::string& value) {
  const auto digits = [&](std::size_t from) {
    return value.size() > from + 1 && std::isdigit(static_cast<unsigned char>(value[from])) != 0 &&
           std::isdigit(static_cast<unsigned char>(value[from + 1])) != 0;
  };
  if (value.size() < 10 || value[4] != '-' || value[7] != '-' || !digits(5) || !digits(8)) return false;
  const std::string leap_year = value.starts_with("XXXX") ? "2020" : value.substr(0, 4);
  return !value_range(leap_year + value.substr(4, 6));
}

void check_day(const Timex& timex, const Article& article, std::vector<Diagnostic>& found) {
  if (timex.type == TimexType::set || timex.range) return;
  if (is_no_day(timex.value))
    found.push_back(warning_at(timex, article, "impossible-date",
                               fmt::format("\"{}\" is a day that does not exist", timex.text)));
}

void check_weekday(Timex& timex, const std::string& weekday, const Surroundings& around,
                   std::vector<Diagnostic>& found) {
  if (weekday.empty() || !timex.range || timex.range->granularity != Granularity::day) return;
  timex.named_weekday = weekday.front() - '0';
  if (may_fall_on(first_day(*timex.range), timex.named_weekday)) return;
  const int actual = weekday_of(first_day(*timex.range));
  timex.weekday_disagrees = true;
  const auto& names = around.rules.wording.weekdays;
  const std::string name =
      names.size() == 7 ? names[static_cast<std::size_t>(actual - 1)] : fmt::format("weekday {}", actual);
  found.push_back(warning_at(timex, around.document.article, "weekday-mismatch",
                             fmt::format("\"{}\": {} was a {}", timex.text, timex.value, name)));
}

}  // namespace

namespace {

// ---- in which order ----

// What hangs on the day of its sentence waits for that, on whichever side it stands; quotations wait for the
// rest.
struct Turn {
  bool quoted = false;
  bool hangs_on_day = false;
  bool operator==(const Turn&) const = default;
};
constexpr std::array<Turn, 4> turns = {{{false, false}, {false, true}, {true, false}, {true, true}}};

Turn turn_of(const PartialTimex& partial, const Surroundings& around) {
  return {around.quoted[partial.tokens.begin], partial.anchor == Anchor::day};
}

// Two numbers whose order the text as a whole has told.
void settle_order(Timex& timex, const DateOrder& order) {
  OrderedValue both = in_order(timex.partial, order.day_first);
  timex.partial = std::move(both.value);
  if (both.other.empty()) return;
  timex.anchor = "order of day and month from " + order.evidence;
  timex.alternatives.push_back({std::move(both.other), "day and month in the other order"});
}

void resolve_one(std::vector<Timex>& timexes, std::size_t i, const Surroundings& around,
                 const Profile& profile) {
  // How often says nothing of when.
  const bool set = timexes[i].type == TimexType::set;
  Partial partial;
  partial.value = timexes[i].partial;
  if (!set) partial = parse_partial(timexes[i].partial);
  switch (partial.kind) {
    case Partial::Kind::complete:
      return resolve_complete(timexes[i], partial, around.rules);
    case Partial::Kind::shifted:
      return resolve_shift(timexes, i, partial, around, profile);
    case Partial::Kind::missing:
      return choose_reading(timexes, i, partial, around, profile);
  }
}

}  // namespace

Resolved resolve(const Document& document, const RuleSet& rules, const Profile& profile) {
  const Surroundings around = surroundings_of(document, rules);
  Resolved result;
  std::vector<Timex>& timexes = result.timexes;
  for (const PartialTimex& partial : document.partials) timexes.push_back(started(partial, document.article));

  const DateOrder order = order_of(document.partials, document.article.text, profile);
  for (Timex& timex : timexes) settle_order(timex, order);
  for (const Turn turn : turns)
    for (std::size_t i = 0; i < timexes.size(); ++i) {
      if (turn_of(document.partials[i], around) != turn) continue;
      resolve_one(timexes, i, around, profile);
      check_day(timexes[i], document.article, result.diagnostics);
      check_weekday(timexes[i], document.partials[i].weekday, around, result.diagnostics);
    }
  measure_spans(timexes, around);
  return result;
}

}  // namespace fasti
