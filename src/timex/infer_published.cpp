#include "timex/infer_published.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "calendar/timex_value.h"
#include "copies/shared_quotations.h"
#include "timex/partial.h"
#include "timex/resolve.h"
#include "timex/surroundings.h"

namespace fasti {

namespace {

constexpr Day days_of_one_story =
    14;  // articles that share a quotation appear within so many days, as a rule

// A stretch that the publication must lie in, and why.
struct Constraint {
  DateRange range;
  std::string reason;
};

DateRange days(Day first, Day last) { return range_of_days(first, last, Granularity::span); }

// ---- relatives ----

QuotedRuns quoted_runs(const Document& document) {
  return quoted_runs(document.article.text, document.segmented);
}

// Documents that state their dates, and what they quote.
struct Relatives {
  std::vector<const Document*> documents;
  QuotationIndex quotations;
};

Relatives relatives_among(const std::vector<const Document*>& dated) {
  std::vector<QuotedRuns> runs;
  for (const Document* document : dated) runs.push_back(quoted_runs(*document));
  return {dated, QuotationIndex(runs)};
}

void add_shared_quotations(const Document& document, const Relatives& relatives,
                           std::vector<Constraint>& found) {
  if (relatives.documents.empty()) return;
  for (const auto& [relative, place] : sharing(quoted_runs(document), relatives.quotations)) {
    const Article& article = relatives.documents[relative]->article;
    const DateRange& range = article.published.range;
    found.push_back(
        {days(first_day(range) - days_of_one_story, last_day(range) + days_of_one_story),
         fmt::format("it shares the quotation «{} …» with {}, published {}",
                     document.article.text.substr(place.begin, place.size()), article.id, to_edtf(range))});
  }
}

// ---- its own words ----

// "Now, a year later": the time of writing is so far from the date told last, give or take a quarter of the
// unit.
void add_times_of_writing(const Document& document, const std::vector<Timex>& timexes,
                          std::vector<Constraint>& found) {
  for (std::size_t i = 0; i < timexes.size(); ++i) {
    if (document.partials[i].anchor != Anchor::now || !timexes[i].counted_from) continue;
    const Partial partial = parse_partial(timexes[i].partial);
    const auto length = length_of(fmt::format("P{}{}", std::labs(partial.count), partial.unit));
    if (!length) continue;
    const DateRange there = shifted(*timexes[i].counted_from, *length, partial.count < 0 ? -1 : 1);
    const Day slack = std::max<Day>(1, (length->months * 30 + length->days) /
                                           static_cast<Day>(4 * std::max(1L, std::labs(partial.count))));
    found.push_back(
        {days(first_day(there) - slack, last_day(there) + slack),
         fmt::format("it says «{}» after {}", timexes[i].text, to_edtf(*timexes[i].counted_from))});
  }
}

// The days on which one would say "last week" (or "last month", "last year") of a day in it. People are loose
// with the first two, so the bounds are the farthest that the words can bear.
std::optional<DateRange> days_to_say(const Partial& shift, Day day) {
  if (shift.count != -1 || !shift.inside.empty()) return std::nullopt;
  if (shift.unit == "D") return range_of_day(day + 1);
  if (shift.unit == "W") return days(day + 1, day + 14);
  if (shift.unit == "M") return days(day + 1, day + 62);
  if (shift.unit == "Y") return range_of_year(civil_of(day).year + 1);
  return std::nullopt;
}

bool stand_together(const Timex& a, const Timex& b) { return b.tokens.begin - a.tokens.end <= 3; }

// "last week, on September 18": in the year that the other evidence allows.
void add_deictic_pairs(const Document& document, const std::vector<Timex>& timexes, const DateRange& so_far,
                       const RuleSet& rules, std::vector<Constraint>& found) {
  for (std::size_t i = 0; i + 1 < timexes.size(); ++i) {
    const Partial deictic = parse_partial(document.partials[i].partial);
    const Partial date = parse_partial(document.partials[i + 1].partial);
    const bool pair = deictic.kind == Partial::Kind::shifted &&
                      document.partials[i].anchor == Anchor::publication &&
                      date.kind == Partial::Kind::missing && stand_together(timexes[i], timexes[i + 1]);
    if (!pair) continue;
    const std::string words =
        document.article.text.substr(timexes[i].span.begin, timexes[i + 1].span.end - timexes[i].span.begin);
    for (const DateReading& reading : readings_near(date.value, first_day(so_far), rules)) {
      if (reading.range.granularity != Granularity::day) break;
      const auto said = days_to_say(deictic, first_day(reading.range));
      if (!said || !meet(*said, so_far)) continue;
      found.push_back({*said, fmt::format("it says «{}»", words)});
      break;
    }
  }
}

// What is told as past was before publication. Only the latest such date says anything.
void add_past_dates(const Document& document, const std::vector<Timex>& timexes, const RuleSet& rules,
                    std::vector<Constraint>& found) {
  const Surroundings around = surroundings_of(document, rules);
  const Timex* latest = nullptr;
  for (const Timex& timex : timexes) {
    if (timex.type != TimexType::date || !timex.range || timex.range->granularity > Granularity::day)
      continue;
    if (around.looks_ahead(timex.tokens)) continue;
    if (latest == nullptr || timex.range->earliest > latest->range->earliest) latest = &timex;
  }
  if (latest == nullptr) return;
  DateRange after = since(range_of_day(first_day(*latest->range)));
  found.push_back(
      {after, fmt::format("it tells of {} («{}») as past", to_edtf(*latest->range), latest->text)});
}

// A page that was changed or fetched on a day was there by then.
void add_latest_day(const Document& document, std::vector<Constraint>& found) {
  const auto latest = not_after(document.article.dates);
  if (latest)
    found.push_back({until(latest->range), fmt::format("it was {} by {} ({})", to_string(latest->what),
                                                       to_edtf(latest->range), latest->where)});
}

// ---- together ----

// The stretch that all constraints allow. One that contradicts those before it is left out: the earlier ones
// are the stronger evidence.
struct Intersection {
  std::optional<DateRange> range;
  std::vector<std::string> reasons;

  void narrow(const std::vector<Constraint>& constraints) {
    for (const Constraint& constraint : constraints) {
      const auto both = range ? intersection(*range, constraint.range) : std::optional(constraint.range);
      if (!both || (range && *both == *range)) continue;
      range = both;
      reasons.push_back(constraint.reason);
    }
  }
  bool bounded() const { return range && !range->open_start && !range->open_end; }
};

Published as_published(const Intersection& found) {
  Published published;
  published.basis = Published::Basis::inferred;
  published.range = range_of_days(first_day(*found.range), last_day(*found.range),
                                  days_covered(*found.range) == 1 ? Granularity::day : Granularity::span);
  published.reason = fmt::format("{}", fmt::join(found.reasons, "; "));
  return published;
}

// "TOLBURY, Sept. 29 (Ferry Press) -": in the year that the other evidence allows. Of a stretch that is open
// to one side, the day nearest to the end that is known.
std::optional<Published> dated_by_line(const Document& document, const Intersection& found) {
  if (document.open_dates.empty() || !found.range) return std::nullopt;
  const OpenDate& line = document.open_dates.front();
  const DateRange& range = *found.range;
  const int year = civil_of(range.open_start ? last_day(range) : first_day(range)).year;
  std::optional<DateRange> day;
  for (int y = year - 1; y <= year + 1; ++y) {
    const Civil civil{y, line.month, line.day};
    if (!is_valid(civil) || !meet(range_of_day(day_of(civil)), range)) continue;
    if (!day || range.open_start) day = range_of_day(day_of(civil));
  }
  if (!day) return std::nullopt;
  return Published{*day, line.basis,
                   fmt::format("{}; of which year: {}", line.where, fmt::join(found.reasons, "; "))};
}

// Where nothing can be inferred, the document is resolved by the way.
Published inferred(Document& document, const Relatives& relatives, const RuleSet& rules,
                   const Profile& profile) {
  document.published = {};
  Resolved resolved = resolve(document, rules, profile);
  const std::vector<Timex>& alone = resolved.timexes;
  Intersection found;
  std::vector<Constraint> constraints;
  add_latest_day(document, constraints);
  add_shared_quotations(document, relatives, constraints);
  add_times_of_writing(document, alone, constraints);
  add_past_dates(document, alone, rules, constraints);
  found.narrow(constraints);
  if (auto dated = dated_by_line(document, found)) return *dated;
  if (!found.bounded()) {
    Published unknown;
    unknown.reason = "the file states no date, and its text does not allow to infer one";
    if (found.range) unknown.reason += fmt::format(" (only that {})", fmt::join(found.reasons, "; "));
    document.timexes = std::move(resolved.timexes);
    document.diagnostics = std::move(resolved.diagnostics);
    document.resolved = true;
    return unknown;
  }
  constraints.clear();
  add_deictic_pairs(document, alone, *found.range, rules, constraints);
  found.narrow(constraints);
  // With a year to count from, more dates are known to be past.
  document.published = as_published(found);
  constraints.clear();
  add_past_dates(document, resolve(document, rules, profile).timexes, rules, constraints);
  found.narrow(constraints);
  return found.bounded() ? as_published(found) : document.published;
}

}  // namespace

void infer_published(std::vector<Document>& documents, const RuleSet& rules, const Profile& profile) {
  const auto undated = [](const Document& document) { return !document.article.published.known(); };
  std::vector<const Document*> dated;
  if (documents.size() > 1 && std::any_of(documents.begin(), documents.end(), undated))
    for (const Document& document : documents)
      if (!undated(document)) dated.push_back(&document);
  const Relatives relatives = relatives_among(dated);
  for (Document& document : documents)
    document.published =
        undated(document) ? inferred(document, relatives, rules, profile) : document.article.published;
}

}  // namespace fasti
