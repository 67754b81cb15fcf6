// Events → what their dates amount to, and a conflict for each event whose dates cannot all be right.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "base/diagnostic.h"
#include "calendar/wording.h"
#include "event/event.h"
#include "reconcile/verdict.h"
#include "rules/rule_set.h"

namespace fasti {

// Who speaks in a document, and since when.
struct Voice {
  std::string doc;
  std::string source;  // documents of one source count once
  Published published;
};

struct Reconciled {
  std::vector<Verdict> verdicts;             // one for each event, in their order
  std::vector<Conflict> conflicts;           // of the disputed ones, in their order
  std::vector<Diagnostic> diagnostics = {};  // of dates that cannot be right beside each other
};

// `voices` must hold every document of the claims. The wording puts the dates into the reasons. What comes
// before what is RuleSet::order.
Reconciled reconcile(const std::vector<Event>&, const std::vector<Voice>& voices, const DateWording&,
                     const std::vector<TypeOrder>& order = {});

}  // namespace fasti
