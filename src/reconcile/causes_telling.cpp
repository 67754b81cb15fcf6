// The day on which something was told or remembered, taken for the day on which it happened.
#include <algorithm>

#include <fmt/format.h>

#include "claim/names.h"
#include "reconcile/cause_tests.h"
#include "reconcile/reasons.h"

namespace fasti::causes {

namespace {

constexpr std::int64_t days_to_publication = 7;
constexpr double in_so_many_words = 0.9;  // the sentence itself is about telling
constexpr double as_others_say = 0.85;
constexpr double on_day_of_publication = 0.75;
constexpr double though_others_know = 0.4;  // where sources give it that appeared on other days
constexpr double remembered_in_words = 0.88;
constexpr double remembered_in_print = 0.65;

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool share_a_name(const Claim& a, const Claim& b) {
  const auto& x = a.mention.participants;
  const auto& y = b.mention.participants;
  return x.empty() || y.empty() || std::any_of(x.begin(), x.end(), [&](const std::string& name) {
           return std::any_of(y.begin(), y.end(),
                              [&](const std::string& other) { return may_be_same_name(name, other); });
         });
}

bool earlier_candidate_exists(const Dispute& d, std::size_t than) {
  return std::any_of(d.candidates.begin(), d.candidates.end(),
                     [&](const Candidate& c) { return c.range.latest < d.candidates[than].range.earliest; });
}

// Of claims by their first second: those that begin within the range.
std::vector<const Claim*> beginning_in(const std::vector<const Claim*>& claims, const DateRange& range) {
  const auto first =
      std::lower_bound(claims.begin(), claims.end(), range.earliest,
                       [](const Claim* claim, Moment moment) { return claim->range->earliest < moment; });
  const auto last =
      std::upper_bound(first, claims.end(), range.latest,
                       [](Moment moment, const Claim* claim) { return moment < claim->range->earliest; });
  return {first, last};
}

// Sources that say, of an event of this kind and these people, that it was announced on the day. What stands
// in a chronicle is dated by its heading, be it told as an announcement or not.
std::vector<std::string> announced_on(const Dispute& d, const DateRange& day) {
  std::vector<std::string> sources;
  for (const Claim* claim : beginning_in(d.told.announcements, day)) {
    if (!covers(day, *claim->range) || claim->entry) continue;
    const bool same_matter = std::any_of(d.event.claims.begin(), d.event.claims.end(), [&](const Claim& own) {
      return share(claim->mention.topic_kinds, own.mention.kinds) && share_a_name(*claim, own);
    });
    if (same_matter) sources.push_back(source_of(*claim, d));
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

bool appeared_on(const Published& published, const DateRange& day) {
  return published.known() && published.basis != Published::Basis::inferred && is_day(published.range) &&
         is_day(day) && first_day(published.range) == first_day(day);
}

const Voice* appeared_on_its_date(const Claim& claim, const Dispute& d) {
  const Voice* voice = voice_of(claim.doc, d.voices);
  return voice != nullptr && appeared_on(voice->published, *claim.range) ? voice : nullptr;
}

bool remembers(const Claim& claim) { return claim.role == Role::anniversary; }

}  // namespace

// A later date that is the day on which the event was made known.
std::optional<Cause> announcement_for_occurrence(const Dispute& d) {
  for (std::size_t c = 0; c < d.candidates.size(); ++c) {
    if (!is_day(d.candidates[c].range) || !earlier_candidate_exists(d, c)) continue;
    const auto announcers = announced_on(d, d.candidates[c].range);
    if (announcers.empty()) continue;
    const Claim* told = claim_where(d, c, [](const Claim& claim) { return !claim.told_with.empty(); });
    std::string reason = fmt::format("{} is also the day on which it was made known, as {} {}",
                                     in_words(d.candidates[c].range, d), list_of(announcers),
                                     announcers.size() == 1 ? "says" : "say");
    if (told != nullptr)
      reason += fmt::format("; {} gives the date in a sentence about making it known", source_of(*told, d));
    return Cause{"announcement-for-occurrence", reason, c, told ? in_so_many_words : as_others_say};
  }
  return std::nullopt;
}

// A source that gives the day on which it appeared, while others give a day shortly before. Whoever writes
// "on Thursday" on a Thursday has thought of the day.
std::optional<Cause> publication_for_occurrence(const Dispute& d) {
  for (std::size_t c = 0; c < d.candidates.size(); ++c) {
    const DateRange& given = d.candidates[c].range;
    const bool shortly_before =
        std::any_of(d.candidates.begin(), d.candidates.end(), [&](const Candidate& other) {
          return other.range.latest < given.earliest && days_apart(other.range, given) <= days_to_publication;
        });
    if (!shortly_before || !is_day(given)) continue;
    const auto printed = [&](const Claim& claim) { return appeared_on_its_date(claim, d) != nullptr; };
    const auto slipped = [&](const Claim& claim) { return printed(claim) && !names_weekday(claim); };
    const Claim* own = claim_where(d, c, slipped);
    if (own == nullptr) continue;
    const std::string reason = fmt::format("{} was itself published on {}, the day it gives",
                                           source_of(*own, d), in_words(given, d));
    if (all_claims(d, c, slipped))
      return Cause{"publication-for-occurrence", reason, c, on_day_of_publication};
    return Cause{"publication-for-occurrence", reason, std::nullopt, though_others_know};
  }
  return std::nullopt;
}

// The same day of a later year, in an article that remembers the event or appeared on that day.
std::optional<Cause> anniversary_for_occurrence(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t day, std::size_t later) -> std::optional<Cause> {
    const Civil a = civil_of(d, day);
    const Civil b = civil_of(d, later);
    if (a.month != b.month || a.day != b.day || a.year >= b.year) return std::nullopt;
    if (claim_where(d, day, remembers) != nullptr) return std::nullopt;
    const std::string that_day =
        fmt::format("{} is {} after {}", in_words(d.candidates[later].range, d),
                    b.year - a.year == 1 ? "a year" : fmt::format("{} years", b.year - a.year),
                    in_words(d.candidates[day].range, d));
    for (const Claim* claim : beginning_in(d.told.anniversaries, d.candidates[later].range))
      if (covers(d.candidates[later].range, *claim->range) &&
          share_a_name(*claim, claim_of(d, d.candidates[later].claims.front())))
        return Cause{
            "anniversary-for-occurrence",
            fmt::format("{}, and {} speaks of the anniversary on that day", that_day, source_of(*claim, d)),
            later, remembered_in_words};
    if (const Claim* claim = claim_where(d, later, remembers))
      return Cause{"anniversary-for-occurrence",
                   fmt::format("{}, and {} speaks of an anniversary", that_day, source_of(*claim, d)), later,
                   remembered_in_words};
    const auto printed = [&](const Claim& claim) { return appeared_on_its_date(claim, d) != nullptr; };
    if (!all_claims(d, later, printed)) return std::nullopt;
    return Cause{"anniversary-for-occurrence",
                 fmt::format("{}, and {} appeared on that day, as articles that look back do", that_day,
                             source_of(claim_of(d, d.candidates[later].claims.front()), d)),
                 later, remembered_in_print};
  });
}

}  // namespace fasti::causes
