// Words that look like a part of a date and that no rule took, by what stands around them: what to write
// next.
//
//   "over the past few weeks … in the past few days"   ->  2  the past few {unit}   weeks 1, days 1
//
// Gaps stand together where the words around them are the same, the word itself replaced by its pattern under
// date-words. How far "around" reaches is found out: each gap goes to the neighbourhood that tells most, by
// its length and its number, until none is left that several share.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "inspect/untaken.h"

namespace fasti {

struct GapPlace {
  std::size_t document = 0;  // as an index
  Span words;                // of the neighbourhood
};

struct GapGroup {
  std::string around;  // "the past few {unit}"
  bool alone = false;  // nothing around it is shared with another
  std::size_t count = 0;
  std::vector<std::pair<std::string, std::size_t>> words;  // the words that stand for the pattern, most first
  std::vector<GapPlace> places;                            // the first three
};

// Most frequent first; those that share nothing with another stand at the end.
std::vector<GapGroup> find_gaps(const std::vector<Document>&, const RuleSet&, const Profile&);

std::string gaps_text(const std::vector<GapGroup>&, const std::vector<Document>&);

}  // namespace fasti
