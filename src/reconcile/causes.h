// Why do sources give different dates? A list of explanations, each tried by a test that can be told in a
// sentence. The first that holds is offered; none of them decides the matter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/wording.h"
#include "reconcile/candidates.h"

namespace fasti {

struct Cause {
  std::string name;                      // "announcement-for-occurrence" …
  std::string reason;                    // the evidence for it, in words
  std::optional<std::size_t> explained;  // the candidate that the cause explains away
};

// What a test may look at.
struct Dispute {
  const Event& event;
  const std::vector<Candidate>& candidates;
  const std::vector<const Claim*>& announcements;  // of all events
  const std::vector<Voice>& voices;
  const DateWording& wording;
};

Cause cause_of(const Dispute&);

}  // namespace fasti
