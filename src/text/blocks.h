// Where paragraphs, headings and list lines begin and end.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace fasti {

// The blocks of text[body), ascending, trimmed of blanks, none empty. A blank line always ends a block; a
// single line break does unless the line was only wrapped (see blocks.cpp).
std::vector<Span> find_blocks(std::string_view text, Span body);

}  // namespace fasti
