// Words that look like a part of a date and that no rule took.
//
//   "the past few weeks" with date-words: ["{unit}"]  ->  "weeks", as a "{unit}"
//
// Which words look so is said by the rule files under date-words. Words that a rule under not-dates took are
// no part of a date.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct UntakenWord {
  TokenRange tokens;
  std::size_t kind = 0;  // index into RuleSet::date_words
};

// `taken` says by token what a rule has.
std::vector<bool> taken_tokens(const std::vector<Sighting>&, std::size_t tokens);
std::vector<UntakenWord> untaken_words(const Document&, const RuleSet&, const std::vector<bool>& taken);

}  // namespace fasti
