// How often each rule took words of some articles, and where it did so last.
//
// What a rule costs is not told: all rules run as one automaton that looks at each word once, so that none
// has a cost of its own.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct RuleUse {
  std::string id;
  std::string kind;  // DATE, TIME, DURATION, SET; "no date"; "event"
  Place place;       // of the rule
  std::size_t hits = 0;
  std::size_t document = 0;  // of the last hit, as an index
  Span last;
};

// All rules in the order in which they are read, without hits.
std::vector<RuleUse> rules_of(const RuleSet&);

// The same with their hits, most first; those that never took anything stand at the end.
std::vector<RuleUse> rule_uses(const std::vector<Document>&, const RuleSet&, const Profile&);

std::string rule_uses_text(const std::vector<RuleUse>&, const std::vector<Document>&);
std::string rule_uses_json(const std::vector<RuleUse>&, const std::vector<Document>&);  // an object a line

}  // namespace fasti
