// Incomplete values + anchors → dates, with the basis on which each was got and the readings that lost.
//
//   published 2021-09-29:  "Sept. 27, 2020 … lost on Sept. 30"   ->   2020-09-27 explicit, 2020-09-30
//   year-from-context
#pragma once

#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct Resolved {
  std::vector<Timex> timexes;  // one for each partial, in their order
  std::vector<Diagnostic> diagnostics;
};

// Reads the document's article, segmented, partials and published.
Resolved resolve(const Document&, const RuleSet&, const Profile&);

}  // namespace fasti
