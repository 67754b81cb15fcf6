// TIMEX3's four kinds of time expression.
#pragma once

#include <string_view>

namespace fasti {

enum class TimexType {
  date,      // DATE: a day or something coarser
  time,      // TIME: finer than a day
  duration,  // DURATION: how long
  set,       // SET: how often
};

constexpr std::string_view to_string(TimexType type) {
  constexpr std::string_view names[] = {"DATE", "TIME", "DURATION", "SET"};
  return names[static_cast<int>(type)];
}

}  // namespace fasti
