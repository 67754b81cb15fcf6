// What an edit of rules changes: the same articles read with two rule sets, compared.
//
// Expressions are compared by their place, claims by the words that tell them, events by the claims that they
// share. A reading is pure, so that the two may be made at the same time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "rules/rule_set.h"
#include "timeline/timeline.h"
#include "timex/document.h"

namespace fasti {

struct RuleReading {
  std::vector<Document> documents;
  Timeline timeline;
};
RuleReading read_with(const std::vector<Article>&, const RuleSet&, const Profile&,
                      const std::optional<DateRange>& published);

// What one of the two has and what the other has in its place. Indices; never are both missing.
struct Change {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
};

struct RuleDiff {
  struct InDocument {
    std::size_t document = 0;
    std::vector<Change> timexes;  // in the order of the text
    bool published = false;       // the article's date, where it is inferred, is another one
  };
  std::vector<InDocument> documents;  // those that differ
  std::vector<Change> events;         // of the timelines; changed ones, then what is gone, then what is new

  bool empty() const { return documents.empty() && events.empty(); }
};

// Of the same articles.
RuleDiff compare(const RuleReading& before, const RuleReading& after);

}  // namespace fasti
