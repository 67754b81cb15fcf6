#include "reconcile/reconcile.h"

#include <algorithm>

#include "reconcile/ballots.h"
#include "reconcile/judge.h"

namespace fasti {

Reconciled reconcile(const std::vector<Event>& events, const std::vector<Voice>& voices_as_given,
                     const DateWording& wording, const Accepted& accepted, Method method) {
  std::vector<Voice> voices = voices_as_given;
  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) { return a.doc < b.doc; });
  std::vector<const Claim*> announcements;
  for (const Event& event : events)
    for (const Claim& claim : event.claims)
      if (claim.role == Role::announcement) announcements.push_back(&claim);

  // What each source says of all events, and whom to believe by that.
  const Ballots ballots = ballots_of(events, voices, accepted);
  const Learned learned = learn(ballots, method);

  Reconciled result;
  for (std::size_t e = 0; e < events.size(); ++e) {
    Judgement judgement =
        judge(events[e], ballots.events[e], {voices, announcements, wording, ballots, learned});
    result.verdicts.push_back(std::move(judgement.verdict));
    if (judgement.conflict) result.conflicts.push_back(std::move(*judgement.conflict));
  }
  return result;
}

}  // namespace fasti
