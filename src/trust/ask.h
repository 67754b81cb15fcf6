// Which open disputes a person should settle first: those that tell most about whom to believe elsewhere.
//
//   a and b differ in 900 open departures, c and d in 20  ->  a departure where a and b differ
//
// Each question is worth the open events in which the pairs of rings that it sets against each other differ;
// a pair that an earlier question has tried counts for less.
#pragma once

#include <cstdint>
#include <vector>

#include "trust/learn.h"

namespace fasti {

struct Question {
  std::size_t event = 0;     // a place in Ballots::events
  std::uint32_t ring_a = 0;  // the pair, of those it sets against each other, that differs most often
  std::uint32_t ring_b = 0;
  std::size_t open_between = 0;  // open events of this kind in which the two differ
};

// At most `count`, the best first; fewer where fewer are open.
std::vector<Question> ask(const Ballots&, const Learned&, std::size_t count);

}  // namespace fasti
