// A text too long for any article, cut into parts, so that the memory for reading it has a bound.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace fasti {

// A novel has less. What is longer is a heap of texts, a log, or one line without end.
inline constexpr std::size_t longest_part = std::size_t{1} << 20U;

// text[body) in order: parts of at most longest_part bytes, each but the last ending at the last blank line of its
// second half; where there is none at a line's end, a blank, or at worst between two characters.
std::vector<Span> parts_of(std::string_view text, Span body);

}  // namespace fasti
