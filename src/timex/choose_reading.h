// A date without its year, or a weekday without its week, has one reading a year (a week). Evidence is tried
// from strong to weak; the first kind that chooses wins, and what it passed over is kept with the reason:
//
//   1. a weekday that stands beside it: readings on another weekday cannot be meant
//   2. a coarser expression just before it: "last week, on September 18" lies in that week
//   3. the same month or day, told earlier with its year: "in September last year … in September". In the
//      narrative profiles only after 4: a history tells one September after the other
//   4. the story: a date with its year in the same paragraph ("Sept. 27, 2020 … on Sept. 30"). In the
//      narrative profiles, where publication is unknown, and where the rule says so, the paragraph does not
//      matter
//   5. publication: the nearest past reading, or the nearest future one where the sentence looks ahead
//
// Where nothing chooses, the value keeps its X, which is better than a guess.
#pragma once

#include <vector>

#include "timex/partial.h"
#include "timex/surroundings.h"
#include "timex/timex.h"

namespace fasti {

// Sets value, range, basis, anchor and alternatives of timexes[i], whose partial is `partial`, of kind
// missing.
void choose_reading(std::vector<Timex>& timexes, std::size_t i, const Partial& partial, const Surroundings&,
                    const Profile&);

}  // namespace fasti
