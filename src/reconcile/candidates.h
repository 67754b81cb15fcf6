// The dates of one event, sorted into those that cannot all be right and those too vague to choose.
//
//   28 Sept 2020, 30 Sept 2020, Sept 2020, 2020   ->   candidates 28 and 30 September; compatible with both:
//   the other two
#pragma once

#include <vector>

#include "event/event.h"
#include "reconcile/verdict.h"
#include "reconcile/voice.h"

namespace fasti {

// True where one date can satisfy all. (Intervals have a point in common just where they meet two by two:
// Helly, 1923.)
bool all_meet(const std::vector<DateRange>&);
std::vector<DateRange> ranges_of(const Event&);

struct Split {
  std::vector<Candidate> candidates;    // not weighed, without sources; from early to late
  std::vector<std::size_t> compatible;  // dates that fit several candidates
};
// Candidate::claims and `compatible` are indices into the dates.
Split split_by_date(const std::vector<DateRange>&);

// Evidence behind one claim's date, 0 to 1: how it was got counts, and how precise it is.
double weight_of(const Claim&);

// Voices must be sorted by document.
const Voice* voice_of(const std::string& doc, const std::vector<Voice>&);
std::string source_of(const std::string& doc, const std::vector<Voice>&);
// Each once, sorted. Copies of one text are the source that they are copied from, unless they read its date
// otherwise.
std::vector<std::string> sources_of(const Event&, const std::vector<std::size_t>& claims,
                                    const std::vector<Voice>&);

}  // namespace fasti
