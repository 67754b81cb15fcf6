// Where sentences end.
#pragma once

#include <string_view>
#include <vector>

#include "text/segment.h"

namespace fasti {

// The sentences of one block, each a range of tokens; together they are the block's tokens.
std::vector<TokenRange> find_sentences(std::string_view text, const std::vector<Token>& tokens,
                                       TokenRange block, const Orthography&);

}  // namespace fasti
