// Names as small numbers, and back.
//
//   number_of("post") == 0, number_of("echo") == 1, number_of("post") == 0
//   sorted()  ->  {"echo", "post"}, and place 1 for number 0, place 0 for number 1
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/text_map.h"

namespace fasti {

// Numbers are given as the names come; those that do not depend on that are the places in sorted().
class Numbered {
 public:
  std::uint32_t number_of(std::string_view text);
  std::size_t size() const { return numbers_.size(); }

  // All texts in the order of the alphabet, and for each number its place among them. Leaves this empty.
  std::pair<std::vector<std::string>, std::vector<std::uint32_t>> sorted();

 private:
  TextMap<std::uint32_t> numbers_;
};

}  // namespace fasti
