// Which of many texts are worth comparing, without comparing each with each.
//
// Two ways, since each finds what the other misses. Texts that are the same nearly throughout: MinHash in
// bands (A. Z. Broder 1997; P. Indyk and R. Motwani, "Approximate nearest neighbors", STOC 1998; one
// permutation in bins, by P. Li, A. Owen and C.-H. Zhang, NIPS 2012, empty ones filled as A. Shrivastava and
// P. Li, ICML 2014, show). A short text within a long one: every fourth shingle, chosen by its hash and so
// the same in all texts (Broder's MOD m), looked up in an index.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "copies/common.h"

namespace fasti {

// Indices into the texts, the smaller first; ascending, each pair once. A bounded number for each text, so
// that ten thousand copies of one text give some ten thousand pairs, enough to know that they belong
// together.
std::vector<std::pair<std::uint32_t, std::uint32_t>> suspects_among(const std::vector<const Shingles*>& texts,
                                                                    const CommonShingles&);

}  // namespace fasti
