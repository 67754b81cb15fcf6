// Sentences + time expressions + event rules → claims: this source says that this happened then.
//
//   "Maslin passed away at the hospital on November 27, 2018."
//   ->  Claim{death, participants [Teodor Maslin], 2018-11-27, occurrence, label "Teodor Maslin passed away
//   at the hospital"}
#pragma once

#include <set>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct Claims {
  std::vector<Claim> dated;       // in the order of the text
  std::vector<Claim> undated;     // events that a rule names and nothing dates
  std::vector<Claim> background;  // dated, but no event of their own: what is said inside a quotation
  std::set<std::string> names;    // all that the article speaks of
};

// Needs the document's timexes. attach_dates.h says which expression dates which event.
Claims find_claims(const Document&, const RuleSet&);

// Its dated claims alone, without their lines, which costs less: nothing where the document has no time
// expression.
std::vector<Claim> find_dated_claims(const Document&, const RuleSet&);

}  // namespace fasti
