// The words, numbers and signs of one block.
#pragma once

#include <string_view>
#include <vector>

#include "text/segment.h"

namespace fasti {

// Appends the tokens of text[block). The first has Gap::block; a line break inside the block is a space.
//   "Son’s 30th"  ->  Son|’s|30|th
void append_tokens(std::string_view text, Span block, std::vector<Token>& tokens);

}  // namespace fasti
