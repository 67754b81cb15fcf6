// Runs of words that many texts have and that make none of them a copy: a footer, a house's address, "at the
// end of the".
//
//   ten thousand articles with one footer     ->  its runs are common
//   ten thousand copies of one wire story     ->  nothing is common: none of these texts has much of its own
//
// So not the number of texts counts in which a run stands, but that of texts which, beside such runs, have a
// passage of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "copies/shingles.h"

namespace fasti {

class CommonShingles {
 public:
  // `texts` should hold equal texts once. Memory: a byte for each of up to 2^26 places, the more the more
  // there is to count.
  explicit CommonShingles(const std::vector<const Shingles*>& texts);

  bool contain(Shingle shingle) const { return count_[mixed(shingle) & mask_] >= many_; }

 private:
  void count(const Shingles&);
  bool has_own_passage(const Shingles&) const;

  std::uint32_t mask_ = 0;
  std::uint8_t many_ = 0;
  // By hash, saturated. What shares a place with another counts too much, never too little.
  std::vector<std::uint8_t> count_;
};

}  // namespace fasti
