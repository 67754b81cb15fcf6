// How much of two texts is the same, counted and not estimated.
//
//   a wire story of 100 words, and an article of 300 that holds it whole
//   -> resemblance 0.33, of_a 1, of_b 0.33, words 100
#pragma once

#include <vector>

#include "copies/common.h"

namespace fasti {

struct Likeness {
  double resemblance = 0;  // shingles that both have, of those that either has: Broder's
  // The share of the words of a that stand in a run of three which b has too, and the other way round. Broder
  // counts runs here as well; words tell a reader more, and one changed word is one and not three.
  double of_a = 0, of_b = 0;
  std::size_t words = 0;  // so many of the shorter share
};

// Shingles that are common to many texts, and words that are in no other ones, do not count on either side.
Likeness likeness_of(const Shingles& a, const Shingles& b, const CommonShingles&);

}  // namespace fasti
