#include "reconcile/causes.h"

#include <algorithm>

#include <fmt/format.h>

#include "claim/names.h"
#include "reconcile/reasons.h"

namespace fasti {

namespace {

constexpr std::int64_t days_of_one_slip = 5;     // 12 and 13 are no slip of a finger, 12 and 21 may be
constexpr std::int64_t days_of_two_events = 45;  // sources do not err by so much without a reason
constexpr std::int64_t days_to_publication = 7;

std::string words(const DateRange& range, const Dispute& d) { return in_words(range, d.wording); }

bool have_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool earlier_candidate_exists(const Dispute& d, std::size_t than) {
  return std::any_of(d.candidates.begin(), d.candidates.end(),
                     [&](const Candidate& c) { return c.range.latest < d.candidates[than].range.earliest; });
}

// ---- the tests ----

// The words name a weekday on which the date does not fall.
std::optional<Cause> weekday_mismatch(const Dispute& d) {
  for (std::size_t c = 0; c < d.candidates.size(); ++c)
    for (const std::size_t i : d.candidates[c].claims) {
      const Claim& claim = d.event.claims[i];
      if (claim.timex && claim.timex->weekday_disagrees)
        return Cause{"weekday-mismatch",
                     fmt::format("{} writes «{}», but that day was another weekday",
                                 source_of(claim.doc, d.voices), claim.timex->text),
                     c};
    }
  return std::nullopt;
}

bool share_a_name(const Claim& a, const Claim& b) {
  const auto& x = a.mention.participants;
  const auto& y = b.mention.participants;
  return x.empty() || y.empty() || std::any_of(x.begin(), x.end(), [&](const std::string& name) {
           return std::any_of(y.begin(), y.end(),
                              [&](const std::string& other) { return may_be_same_name(name, other); });
         });
}

// Sources that say, of an event of this kind and these people, that it was announced on the day.
std::vector<std::string> announced_on(const Dispute& d, const DateRange& day) {
  std::vector<std::string> sources;
  for (const Claim* claim : d.announcements) {
    if (!covers(day, *claim->range)) continue;
    const bool same_matter = std::any_of(d.event.claims.begin(), d.event.claims.end(), [&](const Claim& own) {
      return have_in_common(claim->mention.topic_kinds, own.mention.kinds) && share_a_name(*claim, own);
    });
    if (same_matter) sources.push_back(source_of(claim->doc, d.voices));
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

// A later date that is the day on which the event was made known.
std::optional<Cause> announcement_for_occurrence(const Dispute& d) {
  for (std::size_t c = 0; c < d.candidates.size(); ++c) {
    if (days_covered(d.candidates[c].range) != 1 || !earlier_candidate_exists(d, c)) continue;
    const auto announcers = announced_on(d, d.candidates[c].range);
    const Claim* told = nullptr;
    for (const std::size_t i : d.candidates[c].claims)
      if (!d.event.claims[i].told_with.empty()) told = &d.event.claims[i];
    if (announcers.empty()) continue;
    std::string reason = fmt::format("{} is also the day on which it was made known, as {} {}",
                                     words(d.candidates[c].range, d), list_of(announcers),
                                     announcers.size() == 1 ? "says" : "say");
    if (told != nullptr)
      reason += fmt::format("; {} gives the date in a sentence about making it known",
                            source_of(told->doc, d.voices));
    return Cause{"announcement-for-occurrence", reason, c};
  }
  return std::nullopt;
}

bool appeared_on(const Published& published, const DateRange& day) {
  return published.known() && published.basis != Published::Basis::inferred &&
         days_covered(published.range) == 1 && days_covered(day) == 1 &&
         first_day(published.range) == first_day(day);
}

// A source that gives the day on which it appeared, while others give a day shortly before.
std::optional<Cause> publication_for_occurrence(const Dispute& d) {
  for (std::size_t c = 0; c < d.candidates.size(); ++c) {
    const DateRange& given = d.candidates[c].range;
    const bool shortly_before =
        std::any_of(d.candidates.begin(), d.candidates.end(), [&](const Candidate& other) {
          return other.range.latest < given.earliest && days_apart(other.range, given) <= days_to_publication;
        });
    if (!shortly_before || days_covered(given) != 1) continue;
    for (const std::size_t i : d.candidates[c].claims) {
      const Voice* voice = voice_of(d.event.claims[i].doc, d.voices);
      if (voice == nullptr || !appeared_on(voice->published, *d.event.claims[i].range)) continue;
      return Cause{"publication-for-occurrence",
                   fmt::format("{} was itself published on {}, the day it gives", voice->source,
                               words(voice->published.range, d)),
                   c};
    }
  }
  return std::nullopt;
}

// For each pair of days: a test, and how to tell of it.
std::optional<Cause> of_pairs(const Dispute& d, const char* name, bool (*test)(const Civil&, const Civil&),
                              const char* telling) {
  for (std::size_t a = 0; a < d.candidates.size(); ++a)
    for (std::size_t b = a + 1; b < d.candidates.size(); ++b) {
      const DateRange& x = d.candidates[a].range;
      const DateRange& y = d.candidates[b].range;
      if (days_covered(x) != 1 || days_covered(y) != 1 ||
          !test(civil_of(first_day(x)), civil_of(first_day(y))))
        continue;
      return Cause{name, fmt::format("{} and {} {}", words(x, d), words(y, d), telling), std::nullopt};
    }
  return std::nullopt;
}

bool same_day_of_another_year(const Civil& a, const Civil& b) {
  return a.month == b.month && a.day == b.day && a.year != b.year;
}

bool digits_of_the_day_slipped(const Civil& a, const Civil& b) {
  if (a.year != b.year || a.month != b.month || std::abs(a.day - b.day) < days_of_one_slip) return false;
  const bool swapped = a.day / 10 == b.day % 10 && a.day % 10 == b.day / 10;
  const bool one_digit = (a.day / 10 == b.day / 10) != (a.day % 10 == b.day % 10);
  return swapped || one_digit;
}

bool day_and_month_swapped(const Civil& a, const Civil& b) {
  return a.year == b.year && a.day == b.month && a.month == b.day;
}

std::optional<Cause> wrong_year(const Dispute& d) {
  return of_pairs(d, "wrong-year", same_day_of_another_year, "are the same day of two years");
}
std::optional<Cause> day_month_order(const Dispute& d) {
  return of_pairs(d, "day-month-order", day_and_month_swapped, "are one date with day and month swapped");
}
std::optional<Cause> typing_slip(const Dispute& d) {
  return of_pairs(d, "typing-slip", digits_of_the_day_slipped, "differ by a slip in the digits of the day");
}

std::optional<Cause> maybe_two_events(const Dispute& d) {
  std::int64_t widest = 0;
  for (const Candidate& a : d.candidates)
    for (const Candidate& b : d.candidates) widest = std::max(widest, days_apart(a.range, b.range));
  if (widest < days_of_two_events) return std::nullopt;
  return Cause{"maybe-two-events",
               fmt::format("the dates lie {} days apart; the sources may speak of two events", widest),
               std::nullopt};
}

}  // namespace

Cause cause_of(const Dispute& dispute) {
  for (const auto test : {weekday_mismatch, announcement_for_occurrence, publication_for_occurrence,
                          wrong_year, day_month_order, typing_slip, maybe_two_events})
    if (auto cause = test(dispute)) return std::move(*cause);
  return {"contradiction", "nothing in the texts explains the difference", std::nullopt};
}

}  // namespace fasti
