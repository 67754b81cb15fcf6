// Shingles: all runs of three words of a text, as numbers. Texts that share many were not written apart.
//
//   "a rose is a rose is a rose"  ->  a rose is | rose is a | is a rose | a rose is | …
//
// A. Z. Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences,
// 1997. Three words, where the Web takes ten: news is short and gets edited, and of a text of which every
// fifth word was changed half the runs of three are left, but a tenth of those of ten.
#pragma once

#include <cstdint>
#include <vector>

#include "copies/words.h"

namespace fasti {

using Shingle = std::uint32_t;
using Shingles = std::vector<Shingle>;  // the one at i covers the words i, i + 1 and i + 2

inline constexpr std::size_t words_in_shingle = 3;

Shingles shingles_of(const std::vector<WordHash>& words);

// All bits of the result depend on all bits given: for choosing among shingles by chance, the same one for
// all texts. (The last step of MurmurHash3.)
constexpr std::uint32_t mixed(std::uint32_t x) {
  x = (x ^ (x >> 16U)) * 0x85EBCA6BU;
  x = (x ^ (x >> 13U)) * 0xC2B2AE35U;
  return x ^ (x >> 16U);
}

// Each once, ascending.
Shingles set_of(Shingles);

}  // namespace fasti
