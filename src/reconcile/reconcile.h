// Events → what their dates amount to, and a conflict for each event whose dates cannot all be right.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/wording.h"
#include "event/event.h"
#include "reconcile/verdict.h"
#include "reconcile/voice.h"
#include "rules/rule_set.h"
#include "trust/learn.h"

namespace fasti {

struct Reconciled {
  std::vector<Verdict> verdicts;             // one for each event, in their order
  std::vector<Conflict> conflicts;           // of the disputed ones, in their order
  std::vector<Diagnostic> diagnostics = {};  // of dates that cannot be right beside each other
};

// What a person has settled: for each event the date, or nothing; empty where nothing is. It teaches whom to
// believe about the others (trust/learn.h) and changes nothing else here.
using Accepted = std::vector<std::optional<DateRange>>;

// `voices` must hold every document of the claims. The wording puts the dates into the reasons.
// What comes before what is RuleSet::order.
Reconciled reconcile(const std::vector<Event>&, const std::vector<Voice>& voices, const DateWording&,
                     const Accepted& = {}, Method = Method::copy_aware,
                     const std::vector<TypeOrder>& order = {});

}  // namespace fasti
