#include "rules/hint.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/diagnostic.h"

namespace fasti {

namespace {
constexpr std::ptrdiff_t most_told = 12;
}

std::string hint_for(std::string_view word, const std::vector<std::string>& known) {
  if (known.empty()) return "none are known";
  if (const auto nearest = nearest_word(word, known)) return fmt::format("did you mean \"{}\"?", *nearest);
  const auto told = std::min(most_told, std::ssize(known));
  return fmt::format("known are: {}{}", fmt::join(known.begin(), known.begin() + told, ", "),
                     told < std::ssize(known) ? " …" : "");
}

}  // namespace fasti
