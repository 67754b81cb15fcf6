// The examples beside the rules, run. A rule that no longer finds what its author said it finds is an error
// that points at the example.
//
//   "The trumpeter [died] on Nov. 27.": death     the rule finds just the words in brackets, of this type
//   "They passed a law on May 3.": none           the rule finds nothing
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "rules/rule_set.h"

namespace fasti {

struct ExampleRun {
  std::size_t passed = 0;
  std::vector<Diagnostic> failed;
};

ExampleRun run_examples(const RuleSet&);

}  // namespace fasti
