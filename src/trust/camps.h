// Sources that differ from others always in one direction may mean another thing by the same word: leaving
// the gate or taking off, the day something happened or the day it was made known. They are no liars, and
// counting heads between two meanings finds the meaning that more sources share, not the date.
//
//   of 900 departures a, b and c give the same minute, and d and e one that is later, by 13 minutes as a rule
//   -> for the kind "departure" the camps {a, b, c} and {d, e}, the second 13 minutes after the first
#pragma once

#include <cstdint>
#include <vector>

#include "trust/rings.h"

namespace fasti {

struct Camp {
  std::vector<std::uint32_t> rings;  // sorted
  std::int64_t after_first = 0;      // seconds after the first camp where they differ, the median
};

// For each kind of event its camps, the one with most sources first. One camp: nobody differs from the others
// in one direction.
using Camps = std::vector<std::vector<Camp>>;

// No kind has camps.
Camps no_camps(std::size_t kinds);

// Rings belong to one camp while on average less than 3 in 10 of their statements differ to one side more
// than to the other. Rings that share less than 30 events with every other are in no camp.
Camps find_camps(const Ballots&, const Rings&);

// True where two camps or more have at least two rings: one that errs to one side by itself is just wrong.
bool divided(const std::vector<Camp>&);

}  // namespace fasti
