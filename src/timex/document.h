// An article on its way through the stages: each stage fills the next field from those above it.
#pragma once

#include <vector>

#include "article/article.h"
#include "text/segment.h"
#include "timex/match.h"
#include "timex/timex.h"

namespace fasti {

// "Sept. 29" in a by-line or a dateline, whose year nothing beside it gives.
struct OpenDate {
  int month = 1, day = 1;
  Published::Basis basis = Published::Basis::dateline;
  std::string where;
};

struct Document {
  Article article;
  Segmented segmented;                  // segment
  std::vector<PartialTimex> partials;   // match_timexes
  std::vector<OpenDate> open_dates;     // by_lines
  Published published;                  // as the article states it, else infer_published
  std::vector<Timex> timexes;           // resolve
  std::vector<Diagnostic> diagnostics;  // resolve
  bool resolved = false;                // timexes and diagnostics are those for `published`
};

}  // namespace fasti
