// Durations that a date gives a place in time.
//
//   published 2021-09-29: "70 days sober since Sunday, September 26"
//   70 days from that Sunday would end in December, so they were counted up to it: 2021-07-18 to 2021-09-26
#pragma once

#include <vector>

#include "timex/surroundings.h"
#include "timex/timex.h"

namespace fasti {

// Gives such durations a range, by the rules under spans:.
void measure_spans(std::vector<Timex>&, const Surroundings&);

}  // namespace fasti
