// Ids of articles of which a file has several: as stated, unless another article has the same.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "article/article.h"

namespace fasti {

// Gives each article an id of its own, in the order in which they come. It keeps a number an id and not the
// ids, so that millions of them fit.
class Namer {
 public:
  // True if it was free.
  bool reserve(const std::string& id);

  // An id that is taken gets a number, with the note "repeated-id". An article that names no source gets its
  // id as source.
  //   a, b, a, b, b   ->   a, b, a-2, b-2, b-3
  void name(Article&);

 private:
  std::string free_id(const std::string& wanted);

  std::unordered_map<std::uint64_t, std::uint32_t>
      taken_;  // hash of an id -> where the next number is searched
};

}  // namespace fasti
