// What a reader found of an article's publication, together with what its address and its file's name say.
#pragma once

#include "article/article.h"

namespace fasti {

// Completes `dates` and chooses `published` from them. Readers fill in either, or both. `is_file` says that
// the article is all there is in its file, so that the file's name may be about it.
void collect_dates(Article&, bool is_file);

}  // namespace fasti
