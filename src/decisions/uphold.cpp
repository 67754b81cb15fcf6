// What is weighed where people have judged claims, and the verdicts and conflicts once they have judged
// dates.
#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "decisions/decide.h"

namespace fasti {

namespace {

using Indices = std::vector<std::size_t>;

enum class Weighed {
  some,        // or all: what is not set aside
  distrusted,  // nobody else tells of it
  rejected,    // nothing is left
};

struct ToWeigh {
  Weighed what = Weighed::some;
  Indices claims;
};

ToWeigh to_weigh(const Event& event, const Judged& judged) {
  Indices counting, distrusted;
  auto aside = judged.set_aside.begin();
  for (std::size_t i = 0; i < event.claims.size(); ++i) {
    const bool is_aside = aside != judged.set_aside.end() && aside->claim == i;
    if (!is_aside) counting.push_back(i);
    if (is_aside && (aside++)->distrusted) distrusted.push_back(i);
  }
  if (!counting.empty()) return {Weighed::some, counting};
  if (!distrusted.empty()) return {Weighed::distrusted, distrusted};
  return {Weighed::rejected, {}};
}

std::string who_and_why(const DecidedBy& by, const DateWording& wording) {
  std::string why = by.why;
  while (why.ends_with('.')) why.pop_back();
  return fmt::format("{} decided on {}{}{}", by.who, in_words(by.when, wording), why.empty() ? "" : ": ",
                     why);
}

// "Only echo gives a date: 12 June 2021." -> "Only echo gives a date: 12 June 2021; …."
void go_on(std::string& reason, const std::string& clause) {
  while (reason.ends_with('.')) reason.pop_back();
  reason += "; " + clause + ".";
}

std::string claims_counted(std::size_t n) { return n == 1 ? "1 claim" : fmt::format("{} claims", n); }

Verdict without_a_claim(const Judged& judged, const DateWording& wording) {
  Verdict verdict;
  verdict.status = Status::undated;
  verdict.reason =
      fmt::format("Every claim of it was rejected: {}.", who_and_why(judged.set_aside.back().by, wording));
  return verdict;
}

void tell_of_claims_aside(Verdict& verdict, const ToWeigh& weighed, const Judged& judged,
                          const DateWording& wording) {
  if (judged.set_aside.empty()) return;
  const std::string who = who_and_why(judged.set_aside.front().by, wording);
  if (weighed.what == Weighed::distrusted) {
    verdict.confidence = 0;
    go_on(verdict.reason, fmt::format("nobody else tells of it, and that source is not trusted: {}", who));
  } else {
    go_on(verdict.reason, fmt::format("{} set aside: {}", claims_counted(judged.set_aside.size()), who));
  }
}

Verdict accepted(const Event& event, const Judged& judged, const Decision& decision,
                 const DateWording& wording) {
  Decided decided{*decision.date, {decision.who, decision.when, decision.why}, true, judged.unseen};
  decided.claimed = std::any_of(event.claims.begin(), event.claims.end(),
                                [&](const Claim& claim) { return meet(*claim.range, decided.date); });
  Verdict verdict;
  verdict.status = Status::decided;
  verdict.date = decided.date;
  verdict.confidence = 1;
  verdict.reason = who_and_why(decided.by, wording) + ".";
  if (!decided.claimed) go_on(verdict.reason, "no source gives this date");
  if (!decided.unseen.empty())
    go_on(verdict.reason,
          fmt::format("{} of the event {} new since the decision", claims_counted(decided.unseen.size()),
                      decided.unseen.size() == 1 ? "is" : "are"));
  verdict.decided = std::move(decided);
  return verdict;
}

// Indices of what was weighed → of the event.
void put_back(Indices& indices, const Indices& claims) {
  for (std::size_t& index : indices) index = claims[index];
}

void put_back(Conflict& conflict, const Indices& claims) {
  for (Candidate& candidate : conflict.candidates) put_back(candidate.claims, claims);
  put_back(conflict.compatible, claims);
}

// The candidate that has the accepted date, or the only one that allows it.
std::optional<std::size_t> candidate_of(const DateRange& date, const std::vector<Candidate>& candidates) {
  Indices allowing;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].range == date) return i;
    if (meet(candidates[i].range, date)) allowing.push_back(i);
  }
  if (allowing.size() != 1) return std::nullopt;
  return allowing.front();
}

// As many events in the same order, with the same ids.
std::vector<Event> claims_to_weigh(const Applied& applied) {
  std::vector<Event> events = applied.events;
  for (std::size_t e = 0; e < events.size(); ++e) {
    if (applied.judged[e].set_aside.empty()) continue;
    std::vector<Claim> claims;
    for (const std::size_t i : to_weigh(events[e], applied.judged[e]).claims)
      claims.push_back(std::move(events[e].claims[i]));
    events[e].claims = std::move(claims);
    events[e].bonds.clear();
  }
  return events;
}

// `reconciled` is what came of claims_to_weigh.
Reconciled uphold(Reconciled reconciled, const Applied& applied, const DateWording& wording) {
  assert(reconciled.verdicts.size() == applied.events.size());
  Reconciled upheld;
  auto conflict = reconciled.conflicts.begin();
  for (std::size_t e = 0; e < applied.events.size(); ++e) {
    const Event& event = applied.events[e];
    const Judged& judged = applied.judged[e];
    const ToWeigh weighed = to_weigh(event, judged);
    Verdict verdict = weighed.what == Weighed::rejected ? without_a_claim(judged, wording)
                                                        : std::move(reconciled.verdicts[e]);
    if (weighed.what != Weighed::rejected) tell_of_claims_aside(verdict, weighed, judged, wording);
    if (judged.accepted)
      verdict = accepted(event, judged, applied.precedents[*judged.accepted].decision, wording);
    verdict.set_aside = judged.set_aside;
    if (conflict != reconciled.conflicts.end() && conflict->event == event.id) {
      put_back(*conflict, weighed.claims);
      if (verdict.decided) {
        conflict->preferred = candidate_of(verdict.decided->date, conflict->candidates);
        conflict->reason = verdict.reason;
      }
      upheld.conflicts.push_back(std::move(*conflict));
      ++conflict;
    }
    upheld.verdicts.push_back(std::move(verdict));
  }
  upheld.diagnostics = std::move(reconciled.diagnostics);
  return upheld;
}

Accepted accepted_dates(const Applied& applied) {
  Accepted dates;
  for (const Judged& judged : applied.judged)
    dates.push_back(judged.accepted ? applied.precedents[*judged.accepted].decision.date : std::nullopt);
  return dates;
}

}  // namespace

// Accepted dates also teach whom to believe about the other events.
Reconciled reconcile(const Applied& applied, const std::vector<Voice>& voices, const DateWording& wording,
                     const std::vector<TypeOrder>& order) {
  const auto weighed = [&](const std::vector<Event>& events, const Accepted& accepted) {
    return reconcile(events, voices, wording, accepted, Method::copy_aware, order);
  };
  if (applied.precedents.empty()) return weighed(applied.events, {});
  return uphold(weighed(claims_to_weigh(applied), accepted_dates(applied)), applied, wording);
}

}  // namespace fasti
