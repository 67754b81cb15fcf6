// An article on its way through the stages: each stage fills the next field from those above it.
#pragma once

#include <vector>

#include "article/article.h"
#include "text/segment.h"
#include "timex/match.h"
#include "timex/timex.h"

namespace fasti {

struct Document {
  Article article;
  Segmented segmented;                 // segment
  std::vector<PartialTimex> partials;  // match_timexes
  Published published;                 // as the article states it, else infer_published
  std::vector<Timex> timexes;          // resolve
  std::vector<Diagnostic> diagnostics;  // resolve
  bool resolved = false;                // timexes and diagnostics are those for `published`
};

}  // namespace fasti
