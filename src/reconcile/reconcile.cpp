// The rule of thumb is a careful editor's: where the dates agree, take the finest; where they cannot all be
// right, count each source once, by how plainly it gives its date; hold a date for less where there is a
// better explanation for it; and name a preferred date only where one is clearly ahead. Never a mean: no
// source gave it.
#include "reconcile/reconcile.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "reconcile/candidates.h"
#include "reconcile/causes.h"
#include "reconcile/order_told.h"

namespace fasti {

std::string_view to_string(Status status) {
  constexpr std::string_view names[] = {"agreed", "single", "refined", "disputed", "decided", "undated"};
  return names[static_cast<int>(status)];
}

namespace {

constexpr double left_of_an_explained_date = 0.4;
constexpr double more_than_a_guess = 0.5;  // strength of a cause
constexpr double clear_margin = 0.2;       // of the shares; less is too close to call

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

// `explained` is the candidate that is explained away, if there is one, and `why` what explains it.
std::string reason_of(const Conflict& conflict, const std::string& why, std::optional<std::size_t> explained,
                      const DateWording& wording) {
  std::vector<std::string> sides;
  for (const Candidate& candidate : conflict.candidates)
    sides.push_back(fmt::format("{} ({})", in_words(candidate.range, wording), list_of(candidate.sources)));
  std::string text = fmt::format("The sources give {}", list_of(sides));
  if (!conflict.preferred) return text + "; the evidence is too even to prefer one.";
  const Candidate& preferred = conflict.candidates[*conflict.preferred];
  text += fmt::format("; {} is preferred", in_words(preferred.range, wording));
  if (explained && explained != conflict.preferred) return text + fmt::format(", because {}.", why);
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

// The strongest cause that speaks against a candidate, where it is more than a guess. Of two events, none is
// wrong.
const Cause* explanation_among(const std::vector<Cause>& causes) {
  if (causes.front().name == "maybe-two-events") return nullptr;
  const auto found = std::find_if(causes.begin(), causes.end(), [](const Cause& cause) {
    return cause.explained && cause.strength >= more_than_a_guess;
  });
  return found == causes.end() ? nullptr : &*found;
}

Conflict conflict_of(const Event& event, Split split, const std::vector<OutOfOrder>& out_of_order,
                     const Told& told, const std::vector<Voice>& voices, const DateWording& wording) {
  assert(split.candidates.size() > 1);
  const std::vector<Cause> causes = causes_of({event, split.candidates, told, voices, wording, out_of_order});
  const Cause* explaining = explanation_among(causes);
  std::vector<double> factor(split.candidates.size(), 1.0);
  if (explaining != nullptr) factor[*explaining->explained] = left_of_an_explained_date;
  weigh(split.candidates, event, voices, factor);
  const auto explained = sort_by_weight(
      split.candidates, explaining != nullptr ? explaining->explained : std::optional<std::size_t>());

  Conflict conflict;
  conflict.id = "c-" + event.id;
  conflict.event = event.id;
  conflict.cause = causes.front().name;
  conflict.cause_reason = causes.front().reason;
  for (std::size_t i = 1; i < causes.size(); ++i)
    conflict.also_possible.push_back({causes[i].name, causes[i].reason});
  conflict.candidates = std::move(split.candidates);
  conflict.compatible = std::move(split.compatible);
  for (Candidate& candidate : conflict.candidates) candidate.weight = rounded(candidate.weight);
  conflict.margin = rounded(conflict.candidates[0].weight - conflict.candidates[1].weight);
  if (conflict.margin >= clear_margin) conflict.preferred = 0;
  conflict.reason = reason_of(conflict, explaining != nullptr ? explaining->reason : "", explained, wording);
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

// All dates that are claimed, where they are disputed.
DateRange claimed_range(const Split& split) {
  DateRange all = split.candidates.front().range;
  for (const Candidate& candidate : split.candidates) all = hull(all, candidate.range);
  return all;
}

// Dates known by the order of events: first against the candidates of each dispute, then, once these are
// settled, against what is left vague.
void settle_disputes(Reconciled& result, std::map<std::size_t, Split> splits, const Told& told,
                     const OrderedEvents& ordered) {
  for (auto& [e, split] : splits) {
    const auto excluded = out_of_order(ordered, e, split.candidates);
    result.conflicts.push_back(
        conflict_of(ordered.events[e], std::move(split), excluded, told, ordered.voices, ordered.wording));
    result.verdicts[e] = dispute(result.conflicts.back());
  }
}

std::vector<std::optional<DateRange>> dates_of(const Reconciled& result) {
  std::vector<std::optional<DateRange>> dates;
  for (const Verdict& verdict : result.verdicts) dates.push_back(verdict.date);
  return dates;
}

}  // namespace

Reconciled reconcile(const std::vector<Event>& events, const std::vector<Voice>& voices_as_given,
                     const DateWording& wording, const std::vector<TypeOrder>& order) {
  std::vector<Voice> voices = voices_as_given;
  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) { return a.doc < b.doc; });
  Reconciled result;
  std::map<std::size_t, Split> splits;  // of the disputed events
  for (std::size_t e = 0; e < events.size(); ++e) {
    const bool agreed = all_meet(events[e].claims);
    result.verdicts.push_back(agreed ? agreement(events[e], voices, wording) : Verdict{});
    if (!agreed) splits.emplace(e, split_by_date(events[e], voices));
  }

  const OrderNetwork network = order_network(events, voices, order);
  std::vector<std::optional<DateRange>> dates = dates_of(result);
  for (const auto& [e, split] : splits) dates[e] = claimed_range(split);
  settle_disputes(result, std::move(splits), told_around(events),
                  in_order(events, voices, wording, network, std::move(dates)));

  const OrderedEvents ordered = in_order(events, voices, wording, network, dates_of(result));
  for (std::size_t e = 0; e < events.size(); ++e) result.verdicts[e].bounds = bounds_of(ordered, e);
  result.diagnostics = what_is_out_of_order(ordered);
  return result;
}

}  // namespace fasti
