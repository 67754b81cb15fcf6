// What people decided, brought to bear on the events of today. Nothing is lost on the way: each decision
// says what has become of it, and claims that do not count stay in their event.
//
//   two claims of one event, and "split echo's off"   ->   two events, and the decision holds
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decisions/decisions.h"
#include "reconcile/reconcile.h"

namespace fasti {

// What has become of a decision.
enum class Force {
  holds,
  stale,       // it holds, but its event has claims that it had not then
  superseded,  // a later one on the same matter holds
  withdrawn,   // taken back
  lost,        // the event, claim or source is not there
};
std::string_view to_string(Force);

struct Precedent {
  Decision decision;
  Force force = Force::holds;
  std::string event;                  // its event's id now; empty where there is none
  std::vector<ClaimKey> unseen = {};  // why it is stale
  Place place = {};                   // in the file
};

// What was decided on one event, by index of the decision or of the claim.
struct Judged {
  std::optional<std::size_t> accepted;
  std::vector<std::size_t> unseen;
  std::vector<SetAside> set_aside;
};

struct Applied {
  std::vector<Event> events;
  std::vector<Judged> judged;         // one an event
  std::vector<Precedent> precedents;  // one a decision, in their order
  std::vector<Diagnostic> diagnostics;
};

// The later of two decisions on one matter holds. Applied to its own result, the same decisions change
// nothing.
Applied apply_decisions(std::vector<Event>, const Decisions&, const std::vector<Voice>&);

// Weighs what is not set aside, with what accepted dates teach about the sources, then lets these dates
// stand. The claims of a source that nobody trusts are weighed only where no others are left; an event that
// has only rejected ones has no date. Indices are those of applied.events.
Reconciled reconcile(const Applied&, const std::vector<Voice>&, const DateWording&,
                     const std::vector<TypeOrder>& order = {});

}  // namespace fasti
