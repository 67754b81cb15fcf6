// What the sources say of many events, as numbers: all that is needed to learn whom to believe.
//
//   "death": candidates 28 and 30 September; gazette and echo say the first, post the second
//   -> {kind 0, candidates {28 Sept, 30 Sept}, says {gazette 0, echo 0, post 1}}
//
// Statements that fit several candidates ("in September") say nothing here and are left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date_range.h"

namespace fasti {

struct Say {
  std::uint32_t source = 0;     // a place in Ballots::sources
  std::uint32_t candidate = 0;  // a place in Ballot::candidates
  float weight = 1;             // how plainly it is said, 0 to 1
};

struct Ballot {
  std::uint32_t kind = 0;             // of event, a place in Ballots::kinds
  std::vector<DateRange> candidates;  // dates that cannot two of them be right, from early to late
  std::vector<Say> says;              // by source, then candidate; each pair once
  // What a person has settled: a candidate, or candidates.size() for a date that no source gives.
  std::optional<std::uint32_t> settled;

  bool disputed() const { return candidates.size() > 1; }
};

struct Ballots {
  std::vector<std::string> sources;
  std::vector<std::string> kinds;
  std::vector<Ballot> events;
};

// By source, then candidate; of what one source says of one candidate the plainest counts.
void put_in_order(std::vector<Say>&);

}  // namespace fasti
