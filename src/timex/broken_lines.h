// A date that goes on over the end of a line shows that the line was only wrapped: where find_blocks took two
// such lines for two blocks, they become one.
//
//   "The ferry sank on June" | "12, 2021, off the pier."  →  one block
//
// Only a single line break is looked at, and no list or chronology: not where the line before holds nothing
// but the date, ends a sentence, or where both lines begin with a number.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "rules/rule_set.h"

namespace fasti {

// `blocks` as find_blocks gives them; so are those that come out. Reads little more than the bytes beside
// each break.
std::vector<Span> join_broken_lines(std::string_view text, const std::vector<Span>& blocks, const RuleSet&,
                                    const Profile&);

}  // namespace fasti
