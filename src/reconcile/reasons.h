// Verdicts in words: why this date, and what would change it.
#pragma once

#include <string>
#include <vector>

#include "reconcile/causes.h"
#include "reconcile/judge.h"

namespace fasti {

// "a, b and c"; of many, the first three and how many more.
std::string list_of(const std::vector<std::string>& names);

// The verdict must have its status and date. `saying_it`: those whose own words give just this date.
std::string reason_of_agreement(const Verdict&, const std::vector<std::string>& sources,
                                const std::vector<std::string>& saying_it, const DateWording&);

// The reason, and who only repeats whose text: "Only gazette gives a date: 28 May 2020; courier and echo copy
// the text of gazette: one voice."
std::string with_shared_voices(std::string reason, const Event&, const std::vector<Voice>&);

// order[c] is the place of the conflict's candidate c among the ballot's.
std::string reason_of_dispute(const Conflict&, const Cause&, const std::vector<std::size_t>& order,
                              const Ballot&, const Light&);

// "One more independent source for 30 September 2020 would leave it open."
std::string what_would_change(const Conflict&, const std::vector<std::size_t>& order, const Ballot&,
                              const Light&);

}  // namespace fasti
