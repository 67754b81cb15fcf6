#include "reconcile/reconcile.h"

#include <algorithm>

#include "reconcile/ballots.h"
#include "reconcile/judge.h"
#include "reconcile/order_told.h"

namespace fasti {

namespace {

// What the order of events is first held against: of each event all that is claimed.
std::vector<std::optional<DateRange>> claimed_dates(const Ballots& ballots) {
  std::vector<std::optional<DateRange>> dates;
  for (const Ballot& ballot : ballots.events) {
    dates.emplace_back();
    for (const DateRange& date : ballot.candidates)
      dates.back() = dates.back() ? hull(*dates.back(), date) : date;
  }
  return dates;
}

std::vector<std::optional<DateRange>> settled_dates(const Reconciled& result) {
  std::vector<std::optional<DateRange>> dates;
  for (const Verdict& verdict : result.verdicts) dates.push_back(verdict.date);
  return dates;
}

// What a person has accepted goes before.
std::vector<std::optional<DateRange>> with_accepted(std::vector<std::optional<DateRange>> dates,
                                                    const Accepted& accepted) {
  for (std::size_t e = 0; e < std::min(dates.size(), accepted.size()); ++e)
    if (accepted[e]) dates[e] = accepted[e];
  return dates;
}

}  // namespace

Reconciled reconcile(const std::vector<Event>& events, const std::vector<Voice>& voices_as_given,
                     const DateWording& wording, const Accepted& accepted, Method method,
                     const std::vector<TypeOrder>& order) {
  std::vector<Voice> voices = voices_as_given;
  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) { return a.doc < b.doc; });

  // What each source says of all events, and whom to believe by that.
  const Ballots ballots = ballots_of(events, voices, accepted);
  const Learned learned = learn(ballots, method);

  // What the events say of each other: which came first, what was announced or remembered when.
  const OrderNetwork network = order_network(events, voices, order);
  const Told told = told_around(events);
  const OrderedEvents claimed =
      in_order(events, voices, wording, network, with_accepted(claimed_dates(ballots), accepted));

  Reconciled result;
  for (std::size_t e = 0; e < events.size(); ++e) {
    const Ballot& ballot = ballots.events[e];
    const auto excluded =
        ballot.disputed() ? out_of_order(claimed, e, ballot.candidates) : std::vector<OutOfOrder>();
    Judgement judgement = judge(events[e], ballot, {voices, told, wording, ballots, learned}, excluded);
    result.verdicts.push_back(std::move(judgement.verdict));
    if (judgement.conflict) result.conflicts.push_back(std::move(*judgement.conflict));
  }

  // Once disputes are settled: what that leaves of vague dates, and what cannot be right all the same.
  const OrderedEvents settled =
      in_order(events, voices, wording, network, with_accepted(settled_dates(result), accepted));
  for (std::size_t e = 0; e < events.size(); ++e) result.verdicts[e].bounds = bounds_of(settled, e);
  result.diagnostics = what_is_out_of_order(settled);
  return result;
}

}  // namespace fasti
