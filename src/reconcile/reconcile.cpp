// The rule of thumb is a careful editor's: where the dates agree, take the finest; where they cannot all be
// right, count each source once, by how plainly it gives its date; hold a date for less where there is a
// better explanation for it; and name a preferred date only where one is clearly ahead. Never a mean: no
// source gave it.
#include "reconcile/reconcile.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "reconcile/candidates.h"
#include "reconcile/causes.h"

namespace fasti {

std::string_view to_string(Status status) {
  constexpr std::string_view names[] = {"agreed", "single", "refined", "disputed", "decided", "undated"};
  return names[static_cast<int>(status)];
}

namespace {

constexpr double left_of_an_explained_date = 0.4;
constexpr double clear_margin = 0.2;  // of the shares; less is too close to call

std::string list_of(const std::vector<std::string>& names) {
  if (names.size() < 2) return names.empty() ? "" : names.front();
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::vector<std::size_t> claims_that(const Event& event, bool (*relation)(const DateRange&, const DateRange&),
                                     const DateRange& range) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < event.claims.size(); ++i)
    if (relation(range, *event.claims[i].range)) found.push_back(i);
  return found;
}

// A part of a day adds so little that who names the day says the same date.
bool says_as_much(const DateRange& date, const DateRange& claimed) {
  return covers(date, claimed) || (date.granularity == Granularity::day_part &&
                                   claimed.granularity == Granularity::day && covers(claimed, date));
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

// All claims can be right: the finest date that they allow.
Verdict agreement(const Event& event, const std::vector<Voice>& voices, const DateWording& wording) {
  const Claim* finest = &event.claims.front();
  for (const Claim& claim : event.claims)
    if (finer(*claim.range, *finest->range)) finest = &claim;
  DateRange date = *finest->range;
  for (const Claim& claim : event.claims)
    if (!covers(*claim.range, date)) date = intersection(date, *claim.range).value_or(date);

  std::vector<std::size_t> all(event.claims.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto sources = sources_of(event, all, voices);
  const auto saying_it = sources_of(event, claims_that(event, says_as_much, date), voices);
  const std::string when = in_words(date, wording);

  Verdict verdict;
  verdict.date = date;
  const double evidence = weight_of(*finest);
  if (sources.size() == 1) {
    verdict.status = Status::single;
    verdict.confidence = rounded(0.6 * evidence);
    verdict.reason = fmt::format("Only {} gives a date: {}.", sources.front(), when);
  } else if (saying_it.size() > 1) {
    verdict.status = Status::agreed;
    verdict.confidence = rounded(1 - std::pow(0.4, static_cast<double>(saying_it.size())));
    verdict.reason = fmt::format("{} give the same date: {}.", list_of(saying_it), when);
  } else {
    verdict.status = Status::refined;
    verdict.confidence = rounded(0.7 * evidence);
    verdict.reason = saying_it.empty()
                         ? fmt::format("The dates of {} taken together leave {}.", list_of(sources), when)
                         : fmt::format("{} is most precise: {}; what the others say agrees with it.",
                                       saying_it.front(), when);
  }
  return verdict;
}

// `explained` is the candidate that the cause explains away, if there is one.
std::string reason_of(const Conflict& conflict, const Cause& cause, std::optional<std::size_t> explained,
                      const DateWording& wording) {
  std::vector<std::string> sides;
  for (const Candidate& candidate : conflict.candidates)
    sides.push_back(fmt::format("{} ({})", in_words(candidate.range, wording), list_of(candidate.sources)));
  std::string text = fmt::format("The sources give {}", list_of(sides));
  if (!conflict.preferred) return text + "; the evidence is too even to prefer one.";
  const Candidate& preferred = conflict.candidates[*conflict.preferred];
  text += fmt::format("; {} is preferred", in_words(preferred.range, wording));
  if (explained && explained != conflict.preferred) return text + fmt::format(", because {}.", cause.reason);
  return text + fmt::format(", with {:.0f} per cent of the evidence.", 100 * preferred.weight);
}

// Heaviest first; gives the new place of candidate `followed`.
std::optional<std::size_t> sort_by_weight(std::vector<Candidate>& candidates,
                                          std::optional<std::size_t> followed) {
  const std::size_t a_claim = followed ? candidates[*followed].claims.front() : 0;
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  for (std::size_t c = 0; followed && c < candidates.size(); ++c)
    if (std::find(candidates[c].claims.begin(), candidates[c].claims.end(), a_claim) !=
        candidates[c].claims.end())
      return c;
  return std::nullopt;
}

Conflict conflict_of(const Event& event, const std::vector<const Claim*>& announcements,
                     const std::vector<Voice>& voices, const DateWording& wording) {
  Split split = split_by_date(event, voices);
  assert(split.candidates.size() > 1);
  const Cause cause = cause_of({event, split.candidates, announcements, voices, wording});
  std::vector<double> factor(split.candidates.size(), 1.0);
  if (cause.explained) factor[*cause.explained] = left_of_an_explained_date;
  weigh(split.candidates, event, voices, factor);
  const auto explained = sort_by_weight(split.candidates, cause.explained);

  Conflict conflict;
  conflict.id = "c-" + event.id;
  conflict.event = event.id;
  conflict.cause = cause.name;
  conflict.cause_reason = cause.reason;
  conflict.candidates = std::move(split.candidates);
  conflict.compatible = std::move(split.compatible);
  for (Candidate& candidate : conflict.candidates) candidate.weight = rounded(candidate.weight);
  conflict.margin = rounded(conflict.candidates[0].weight - conflict.candidates[1].weight);
  if (conflict.margin >= clear_margin) conflict.preferred = 0;
  conflict.reason = reason_of(conflict, cause, explained, wording);
  return conflict;
}

Verdict dispute(const Conflict& conflict) {
  Verdict verdict;
  verdict.status = Status::disputed;
  verdict.reason = conflict.reason;
  if (!conflict.preferred) return verdict;
  verdict.date = conflict.candidates[*conflict.preferred].range;
  verdict.confidence = rounded(0.8 * conflict.candidates[*conflict.preferred].weight);
  return verdict;
}

}  // namespace

Reconciled reconcile(const std::vector<Event>& events, const std::vector<Voice>& voices_as_given,
                     const DateWording& wording) {
  std::vector<Voice> voices = voices_as_given;
  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) { return a.doc < b.doc; });
  std::vector<const Claim*> announcements;
  for (const Event& event : events)
    for (const Claim& claim : event.claims)
      if (claim.role == Role::announcement) announcements.push_back(&claim);
  Reconciled result;
  for (const Event& event : events) {
    if (all_meet(event.claims)) {
      result.verdicts.push_back(agreement(event, voices, wording));
      continue;
    }
    result.conflicts.push_back(conflict_of(event, announcements, voices, wording));
    result.verdicts.push_back(dispute(result.conflicts.back()));
  }
  return result;
}

}  // namespace fasti
