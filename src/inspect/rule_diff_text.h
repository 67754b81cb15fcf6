// A difference of rules for people, a line each: + found now, - no longer found, ~ changed.
//
//   ~ letters/a.txt:3 2021-09-28 (month-day) → 2020-09-28 (autumn)   She left on [Sept. 28] and came
#pragma once

#include <string>

#include "inspect/rule_diff.h"

namespace fasti {

std::string rule_diff_text(const RuleDiff&, const RuleReading& before, const RuleReading& after);

}  // namespace fasti
