// Sentences + time expressions + event rules → claims: this source says that this happened then.
//
//   "Maslin passed away at the hospital on November 27, 2018."
//   ->  Claim{death, participants [Teodor Maslin], 2018-11-27, occurrence, label "Teodor Maslin passed away at the hospital"}
#pragma once

#include <vector>

#include "claim/claim.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct Claims {
  std::vector<Claim> dated;    // in the order of the text
  std::vector<Claim> undated;  // events that a rule names and nothing dates
};

// Needs the document's timexes. Each expression with a place in time dates at most one event of its sentence: the
// nearest verb or event noun before it in its clause, else the first after it, else one of the neighbouring clauses.
// In a section under a dated heading, a sentence without a date of its own takes the heading's.
Claims find_claims(const Document&, const RuleSet&);

}  // namespace fasti
