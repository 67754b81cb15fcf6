// A part of a text with signs beneath the words that are meant, as compilers show them.
//
//   She left on Sept. 28 and came back.
//               ^^^^^^^^
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fasti {

struct TextMark {
  Span span;
  char sign = '^';
};

// Lines of at most 96 characters, broken at blanks; whatever else is a blank or a line break becomes one
// blank. No sign of a text is obeyed by a terminal. Marks outside the part are left out. Ends with a line
// break.
std::string marked_text(std::string_view text, Span part, const std::vector<TextMark>& marks,
                        std::string_view indent = "");

}  // namespace fasti
