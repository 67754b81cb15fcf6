// The kinds of events whose names only tell them: the words that many names share.
//
//   "AA-1007 2011-12-01 actual departure", "UA-444 2011-12-05 actual departure", …  ->  "actual departure"
//   "birth of Ned Orr", "death of Ann Fell", …                                      ->  "birth of", "death
//   of"
#pragma once

#include <string>
#include <vector>

namespace fasti {

// One kind a name. A word counts if it holds no digit and stands in one name of fifty, and in twenty at
// least; a kind of fewer than twenty names is "", as is one without such words.
std::vector<std::string> kinds_in_names(const std::vector<std::string>& names);

}  // namespace fasti
