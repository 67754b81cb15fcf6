// The rule of thumb is a careful editor's: where the dates agree, take the finest; where they cannot all be
// right, count each independent voice once, by how plainly it gives its date and how far it is to be trusted;
// hold a date for less where there is a better explanation for it; and name a preferred date only where one
// is clearly ahead. Never a mean: no source gave it.
#include "reconcile/judge.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/rounded.h"
#include "reconcile/candidates.h"
#include "reconcile/causes.h"
#include "reconcile/reasons.h"

namespace fasti {

namespace {

constexpr double left_of_an_explained_date = 0.4;
constexpr double more_than_a_guess = 0.5;  // strength of a cause

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

Verdict undated() {
  Verdict verdict;
  verdict.reason = "No claim about it gives a date that can be read.";
  return verdict;
}

// All claims can be right: the finest date that they allow.
Verdict agreement(const Event& event, const Light& light) {
  const Claim* finest = &event.claims.front();
  for (const Claim& claim : event.claims)
    if (finer(*claim.range, *finest->range)) finest = &claim;
  DateRange date = *finest->range;
  for (const Claim& claim : event.claims)
    if (!covers(*claim.range, date)) date = intersection(date, *claim.range).value_or(date);

  std::vector<std::size_t> all(event.claims.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto sources = sources_of(event, all, light.voices);
  const auto saying_it = sources_of(event, claims_that(event, says_as_much, date), light.voices);

  Verdict verdict;
  verdict.date = date;
  const double evidence = weight_of(*finest);
  if (sources.size() == 1) {
    verdict.status = Status::single;
    verdict.confidence = rounded(0.6 * evidence);
  } else if (saying_it.size() > 1) {
    verdict.status = Status::agreed;
    verdict.confidence = rounded(1 - std::pow(0.4, static_cast<double>(saying_it.size())));
  } else {
    verdict.status = Status::refined;
    verdict.confidence = rounded(0.7 * evidence);
  }
  verdict.reason = with_shared_voices(reason_of_agreement(verdict, sources, saying_it, light.wording), event,
                                      light.voices);
  return verdict;
}

// Heaviest first; gives the old place of each.
std::vector<std::size_t> sort_by_weight(std::vector<Candidate>& candidates) {
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return candidates[a].weight > candidates[b].weight; });
  std::vector<Candidate> sorted;
  for (const std::size_t i : order) sorted.push_back(std::move(candidates[i]));
  candidates = std::move(sorted);
  return order;
}

// The strongest cause that speaks against a candidate, where it is more than a guess; else one that explains
// nothing. Of two events, none is wrong.
Cause explanation_among(const std::vector<Cause>& causes) {
  if (causes.front().name != "maybe-two-events")
    for (const Cause& cause : causes)
      if (cause.explained && cause.strength >= more_than_a_guess) return cause;
  return {};
}

void tell_causes(const std::vector<Cause>& causes, Conflict& conflict) {
  conflict.cause = causes.front().name;
  conflict.cause_reason = causes.front().reason;
  for (std::size_t i = 1; i < causes.size(); ++i)
    conflict.also_possible.push_back({causes[i].name, causes[i].reason});
}

Conflict conflict_of(const Event& event, const Ballot& ballot, const Light& light,
                     const std::vector<OutOfOrder>& excluded) {
  Split split = split_by_date(ranges_of(event));
  assert(split.candidates.size() > 1 && split.candidates.size() == ballot.candidates.size());
  for (Candidate& candidate : split.candidates)
    candidate.sources = sources_of(event, candidate.claims, light.voices);
  const std::vector<Cause> causes =
      causes_of({event, split.candidates, light.told, light.voices, light.wording, excluded});
  const Cause cause = explanation_among(causes);
  std::vector<double> factor(split.candidates.size(), 1.0);
  if (cause.explained) factor[*cause.explained] = left_of_an_explained_date;
  const std::vector<double> weights = weigh(light.learned, ballot, factor);
  for (std::size_t c = 0; c < weights.size(); ++c) split.candidates[c].weight = rounded(weights[c]);
  const auto order = sort_by_weight(split.candidates);

  Conflict conflict;
  conflict.id = "c-" + event.id;
  conflict.event = event.id;
  tell_causes(causes, conflict);
  conflict.candidates = std::move(split.candidates);
  conflict.compatible = std::move(split.compatible);
  conflict.margin = rounded(conflict.candidates[0].weight - conflict.candidates[1].weight);
  if (conflict.margin >= light.clear_margin) conflict.preferred = 0;
  conflict.reason =
      with_shared_voices(reason_of_dispute(conflict, cause, order, ballot, light), event, light.voices);
  conflict.would_change = what_would_change(conflict, order, ballot, light);
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

Judgement judge(const Event& event, const Ballot& ballot, const Light& light,
                const std::vector<OutOfOrder>& excluded) {
  if (event.claims.empty()) return {undated(), std::nullopt};
  if (!ballot.disputed()) return {agreement(event, light), std::nullopt};
  Conflict conflict = conflict_of(event, ballot, light, excluded);
  Verdict verdict = dispute(conflict);
  return {std::move(verdict), std::move(conflict)};
}

}  // namespace fasti
