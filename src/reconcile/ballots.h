// Events → ballots: what trust is learnt from (trust/ballot.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/event.h"
#include "reconcile/candidates.h"
#include "reconcile/voice.h"
#include "trust/ballot.h"

namespace fasti {

// One event's dates, and who gives which.
struct Statement {
  std::uint32_t source = 0;
  DateRange range;
  float weight = 1;
  bool counts = true;  // false: its date is a candidate, but nobody's vote
};

// Candidates in the order of split_by_date; statements that fit several are left out. Where all can be right
// there is one candidate, the finest date.
Ballot ballot_of(const std::vector<Statement>&, std::uint32_t kind);

// Marks what a person has settled, where that tells the candidates apart.
void settle(Ballot&, const DateRange& accepted);

// One ballot an event, in their order; the kind of an event is its type. Copies of one text have one voice
// (voice.h). `accepted` holds what a person has
// settled, an entry an event, or is empty.
Ballots ballots_of(const std::vector<Event>&, const std::vector<Voice>&,
                   const std::vector<std::optional<DateRange>>& accepted);

}  // namespace fasti
