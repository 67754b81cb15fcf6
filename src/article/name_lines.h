// Ids of article lines: as stated, unless another article has the same.
#pragma once

#include <vector>

#include "article/article.h"

namespace fasti {

// Ids that `texts` or lines before have get a number, with the note "repeated-id"; `texts` keep theirs. A
// line that names no source gets its id as source.
//   texts a; lines b, a, b, b   ->   lines b, a-2, b-2, b-3
void name_lines(std::vector<Article>& lines, const std::vector<Article>& texts);

}  // namespace fasti
