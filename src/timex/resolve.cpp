// Each expression is resolved in the order of the text, those outside quotations first, because what is said
// inside one ("a year ago you gave me …") may count from a date that stands beside it. Three kinds of value,
// three ways:
//
//   complete   "2020-09-27"    nothing to do but to see whether there is such a day
//   shifted    "@-14Y"         counted from the anchor that its rule names
//   missing    "XXXX-09-30"    one reading a year; the text around chooses (choose_reading.h)
#include "timex/resolve.h"

#include <cstdlib>

#include <fmt/format.h>

#include "calendar/timex_value.h"
#include "timex/anchor.h"
#include "timex/choose_reading.h"
#include "timex/measure_spans.h"
#include "timex/partial.h"
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

// "2020-(christmas)" -> 2020-12-25
std::string holiday_value(const std::string& partial, const RuleSet& rules) {
  const int year = std::atoi(partial.substr(0, 4).c_str());
  return value_in_year("XXXX" + partial.substr(4), year, rules).value_or(partial);
}

void resolve_complete(Timex& timex, const RuleSet& rules) {
  const bool holiday = timex.partial.find('(') != std::string::npos;
  timex.value = holiday ? holiday_value(timex.partial, rules) : timex.partial;
  timex.range = value_range(timex.value, timex.mod);
  timex.basis = holiday ? Basis::holiday : Basis::explicit_;
}

// "@-1Y-09-30" from one day
std::string shifted_from(Day day, const Partial& partial, const RuleSet& rules) {
  const std::string unit = shifted_value(day, partial.count, partial.unit);
  if (partial.in_year.empty() || unit.empty()) return unit;
  const int year = static_cast<int>(civil_of(day).year + partial.count);
  return value_in_year("XXXX" + partial.in_year, year, rules).value_or("");
}

std::optional<AnchorPoint> anchor_for(Anchor kind, const std::vector<Timex>& timexes, std::size_t i,
                                      const Surroundings& around) {
  if (kind == Anchor::narrative || kind == Anchor::now) return narrative_anchor(around, timexes, i);
  if (kind == Anchor::publication)
    if (auto said = spoken_anchor(around, timexes, i)) return said;
  return publication_anchor(around.document);
}

void resolve_shift(std::vector<Timex>& timexes, std::size_t i, const Partial& partial,
                   const Surroundings& around) {
  Timex& timex = timexes[i];
  timex.value = unknown_value;
  const auto anchor = anchor_for(around.document.partials[i].anchor, timexes, i, around);
  if (!anchor) return;
  timex.counted_from = anchor->range;
  timex.basis = anchor->basis;
  timex.anchor = anchor->name;
  const std::string first = shifted_from(first_day(anchor->range), partial, around.rules);
  const std::string last = shifted_from(last_day(anchor->range), partial, around.rules);
  timex.range = value_range(first, timex.mod);
  if (first == last) {
    timex.value = first;
    return;
  }
  // The anchor is too vague for one value; the range still says what is known.
  const auto last_range = value_range(last, timex.mod);
  if (timex.range && last_range) timex.range = hull(*timex.range, *last_range);
}

// ---- what does not fit ----

void check_day(const Timex& timex, const Article& article, std::vector<Diagnostic>& found) {
  const bool names_a_day = timex.type == TimexType::date && timex.value.size() == 10 &&
                           timex.value[4] == '-' && timex.value.find('X') == std::string::npos;
  if (names_a_day && !timex.range)
    found.push_back(warning_at(timex, article, "impossible-date",
                               fmt::format("\"{}\" is a day that does not exist", timex.text)));
}

void check_weekday(Timex& timex, const std::string& weekday, const Surroundings& around,
                   std::vector<Diagnostic>& found) {
  if (weekday.empty() || !timex.range || timex.range->granularity != Granularity::day) return;
  const int actual = weekday_of(first_day(*timex.range));
  if (actual == weekday.front() - '0') return;
  timex.weekday_disagrees = true;
  const auto& names = around.rules.wording.weekdays;
  const std::string name =
      names.size() == 7 ? names[static_cast<std::size_t>(actual - 1)] : fmt::format("weekday {}", actual);
  found.push_back(warning_at(timex, around.document.article, "weekday-mismatch",
                             fmt::format("\"{}\": {} was a {}", timex.text, timex.value, name)));
}

}  // namespace

Resolved resolve(const Document& document, const RuleSet& rules, const Profile& profile) {
  const Surroundings around = surroundings_of(document, rules);
  Resolved result;
  std::vector<Timex>& timexes = result.timexes;
  for (const PartialTimex& partial : document.partials) timexes.push_back(started(partial, document.article));

  for (const bool quoted : {false, true})
    for (std::size_t i = 0; i < timexes.size(); ++i) {
      if (around.quoted[timexes[i].tokens.begin] != quoted) continue;
      const Partial partial = parse_partial(timexes[i].partial);
      switch (partial.kind) {
        case Partial::Kind::complete:
          resolve_complete(timexes[i], rules);
          break;
        case Partial::Kind::shifted:
          resolve_shift(timexes, i, partial, around);
          break;
        case Partial::Kind::missing:
          choose_reading(timexes, i, partial, around, profile);
          break;
      }
      check_day(timexes[i], document.article, result.diagnostics);
      check_weekday(timexes[i], document.partials[i].weekday, around, result.diagnostics);
    }
  measure_spans(timexes, around);
  return result;
}

}  // namespace fasti
