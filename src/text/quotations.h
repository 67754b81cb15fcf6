// What stands between quotation marks.
#pragma once

#include <string_view>
#include <vector>

#include "text/segment.h"

namespace fasti {

// The quotations of one block, in order of their begin, an outer one before what it holds.
std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens,
                                       TokenRange block);

}  // namespace fasti
