// Rules that matched a part of what stands around a word, nearest first.
#pragma once

#include <vector>

#include "inspect/explain.h"
#include "rules/progress.h"

namespace fasti {

// A rule came near where it took the word itself and then failed, or took several words and failed just
// before it. One entry a rule, the three that took most words.
std::vector<NearMiss> near_misses(const Document&, const RuleSet&, const FoldedText&, TokenRange word);

}  // namespace fasti
