// One event → its verdict, and its conflict where the dates cannot all be right, in the light of what is
// known of the sources from all events.
#pragma once

#include <optional>
#include <vector>

#include "calendar/wording.h"
#include "event/event.h"
#include "reconcile/dispute.h"
#include "reconcile/verdict.h"
#include "reconcile/voice.h"
#include "trust/learn.h"

namespace fasti {

struct Light {
  const std::vector<Voice>& voices;  // sorted by document
  const Told& told;                  // around all events
  const DateWording& wording;
  const Ballots& ballots;
  const Learned& learned;
  double clear_margin = 0.2;  // of the shares of the evidence; with less no date is preferred
};

struct Judgement {
  Verdict verdict;
  std::optional<Conflict> conflict;
};

// The ballot must be the event's own, and so must be what speaks against its candidates by the order of
// events.
Judgement judge(const Event&, const Ballot&, const Light&, const std::vector<OutOfOrder>& = {});

}  // namespace fasti
