#include "reconcile/verdict.h"

#include <array>

namespace fasti {

std::string_view to_string(Status status) {
  static constexpr std::array<std::string_view, 6> names{"agreed",   "single",  "refined",
                                                         "disputed", "decided", "undated"};
  return names[static_cast<std::size_t>(status)];
}

}  // namespace fasti
