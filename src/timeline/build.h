// The whole way from articles to a timeline, as a list of stages.
#pragma once

#include <vector>

#include "article/article.h"
#include "decisions/decisions.h"
#include "rules/rule_set.h"
#include "timeline/timeline.h"
#include "timex/document.h"

namespace fasti {

// Articles → documents with resolved time expressions. `assumed` is the publication date of those that state
// none.
std::vector<Document> date_articles(std::vector<Article>, const RuleSet&, const Profile&,
                                    const std::optional<DateRange>& assumed = std::nullopt);

Timeline build_timeline(const std::vector<Document>&, const RuleSet&, const Decisions& = {});

}  // namespace fasti
