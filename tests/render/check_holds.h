// Parts of a text, in their order.
#pragma once

#include <string>
#include <vector>

#include "catch.h"

namespace fasti::test {

inline void check_holds(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t from = 0;
  for (const std::string& part : parts) {
    const auto found = text.find(part, from);
    INFO("after byte " << from << " of:\n" << text);
    if (found == std::string::npos)
      FAIL_CHECK("missing, or out of order: " << part);
    else
      from = found + part.size();
  }
}

}  // namespace fasti::test
