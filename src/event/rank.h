// Settled events → how much each matters, so that a picture of thousands can show those that do.
//
//   5 sources tell of the sinking, a rule knows what it is, the day is disputed -> weight 9.1, place 1, level
//   1 1 source says that a meeting was held some time in 2019                     -> weight 2.1, place 31,
//   level 2
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "event/settled.h"

namespace fasti {

struct Rank {
  double weight = 0;      // for comparing the events of one timeline; to two decimals
  std::size_t place = 1;  // 1 is what to show first; each number is given once
  int level = 1;          // 1 main, 2 normal, 3 small
};

// The name under which a document speaks. Documents of one name are one voice; one not listed is its own.
// What is copied from another document is that one's voice.
using SourceOf = std::map<std::string, std::string>;

// One for each event, in their order; which order that is does not matter.
//
// Every second place goes to the weightiest event that is left; the others go round: from century to century,
// within one from decade to decade, and so on down to the days. A busy month cannot take all, and a quiet
// year does not vanish.
std::vector<Rank> rank_events(const std::vector<Settled>&, const SourceOf&);

// How many events the levels 1 to `level` hold together, of `events`:
//   1: a tenth, but 5 to 15      2: a fourth, but 40 to 100      3: all
std::size_t places_in_levels(int level, std::size_t events);

}  // namespace fasti
