// How much a dispute deserves a person's time, so that who has an hour for forty begins with the right ones.
//
//   an event of weight 6.1, four sources on both sides together, margin 0.1  ->  6.1 + 2 + 1.8 = 9.9
//   an event of weight 2.4, two sources, margin 0.9                          ->  2.4 + 1 + 0.2 = 3.6
#pragma once

#include "reconcile/verdict.h"

namespace fasti {

// The sum of
//   - the event's weight (event/rank.h): many sources tell it, a rule knows what happened;
//   - 1 for each doubling of the independent sources that take a side;
//   - 2 where the evidence is even, down to 0 where all of it speaks for one date (the margin).
// To two decimals; for comparing the conflicts of one timeline.
double importance_of(const Conflict&, double event_weight);

}  // namespace fasti
