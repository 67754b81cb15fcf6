// What speaks for two claims telling one event, and what against, as points that can be shown.
//
//   "Jack passed" 2020-09-28 and "had lost baby Jack" 2020-09-30 of two articles on one story:
//   kind +0.8, participants +1, story +1, two days apart +0.5  ->  3.3, enough
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "claim/claim.h"

namespace fasti {

// The names an article speaks of, by document: two articles that share several tell one story.
using NamesByDocument = std::map<std::string, std::set<std::string>>;

struct Evidence {
  bool possible = true;  // false: whatever else speaks for it, these two are not one event
  double points = 0;
};

inline constexpr double enough_to_join = 2.0;

Evidence evidence_for_one_event(const Claim&, const Claim&, const NamesByDocument&);

}  // namespace fasti
