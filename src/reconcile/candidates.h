// The dates of one event, sorted into those that cannot all be right and those too vague to choose.
//
//   28 Sept 2020, 30 Sept 2020, Sept 2020, 2020   ->   candidates 28 and 30 September; compatible with both:
//   the other two
#pragma once

#include <vector>

#include "event/event.h"
#include "reconcile/reconcile.h"
#include "reconcile/verdict.h"

namespace fasti {

// True where one date can satisfy all claims. (Intervals have a point in common just where they meet two by
// two: Helly, 1923.)
bool all_meet(const std::vector<Claim>&);

struct Split {
  std::vector<Candidate> candidates;    // not weighed; from early to late
  std::vector<std::size_t> compatible;  // claims that fit several candidates
};
Split split_by_date(const Event&, const std::vector<Voice>&);

// Evidence behind one claim's date, 0 to 1: how it was got counts, and how precise it is.
double weight_of(const Claim&);

// Sets each candidate's weight to its share, where each source counts once; `factor` holds for each candidate
// what a cause leaves of it (1 leaves all).
void weigh(std::vector<Candidate>&, const Event&, const std::vector<Voice>&,
           const std::vector<double>& factor);

// Voices must be sorted by document.
const Voice* voice_of(const std::string& doc, const std::vector<Voice>&);
std::string source_of(const std::string& doc, const std::vector<Voice>&);
std::vector<std::string> sources_of(const Event&, const std::vector<std::size_t>& claims,
                                    const std::vector<Voice>&);

}  // namespace fasti
