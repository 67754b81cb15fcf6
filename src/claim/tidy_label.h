// Takes from a label what only the layout of its source left in it.
//
//   tidy_label("- Ruritania 's army -LRB- north -RRB- said : `` We hold")  ->  "Ruritania's army north said:
//   “We hold”"
#pragma once

#include <string>
#include <string_view>

namespace fasti {

// No signs of texts that were cut into words for other programs, no blank before a mark or behind an opening
// one, no mark at either end that leads nowhere, and each quotation mark has its fellow: one that closes
// nothing goes, one that is not closed is closed at the end. No word is added, changed or moved.
std::string tidy_label(std::string_view);

}  // namespace fasti
