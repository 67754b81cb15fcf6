// Articles → the lines of `fasti extract`, as they are found. What costs time and memory is done only where a time
// expression can stand: a stretch of text without any of the rules' clues (rules/clues.h) is read once and left.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "rules/rule_set.h"
#include "timeline/json.h"

namespace fasti {

struct Extraction {
  const RuleSet& rules;
  const Profile& profile;
  std::optional<DateRange> published;  // of articles that state no date
  LineKinds kinds;
};

// Calls print with the lines of one document after the other, in the order of their ids, and lets each document go
// before it takes up the next. A document longer than text/parts.h allows is read in parts, each as a document of its
// own: nothing told in one part is remembered in the next, but the date that the first one shows for publication.
void extract(std::vector<Article>, const Extraction&, const std::function<void(std::string_view)>& print);

}  // namespace fasti
