// Lines in which an article says when it was published: by-lines, which are lines of their own above or below
// the text, and the dateline that a report opens with. Their words are the rules' (by-lines:), their form is
// told here.
//
//   "Published 29 September 2021, 10:31 BST"        published on the 29th, by-line
//   "Ann Holt | Updated 2 October 2021"             modified on the 2nd
//   "TOLBURY, Sept. 29 (Ferry Press) - The pier …"  published on 29 September of a year that others must
//   give, dateline "Published today" and "The plan was updated on 2 October 2021 by nobody."       nothing
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

// A date that a line gives to the article as a whole.
struct LineDate {
  Span span;  // in the line
  DateStatement::What what = DateStatement::What::published;
  std::optional<DateRange> range;  // none where the year is open:
  int month = 0, day = 0;
  const ByLineRule* rule = nullptr;  // that gave it its meaning; of the RuleSet
};

// `trusted` lines are known to be by-lines: their dates need no word before them. Others must be nothing
// else.
std::vector<LineDate> dates_of_by_line(const std::string& line, bool trusted, const RuleSet&, const Profile&);

// The date of a dateline at the beginning of a paragraph, and where the text behind it begins.
struct Dateline {
  LineDate date;
  std::size_t text = 0;
};
std::optional<Dateline> dateline_of(const std::string& paragraph, const RuleSet&, const Profile&);

// Adds to the article's dates what its by-lines and its dateline say, and chooses anew when it was published.
// By-lines are taken from the blocks, datelines cut off: they tell nothing of what happened. `open` gets the
// dates whose year nothing tells.
void take_publication_lines(Article&, std::vector<Span>& blocks, std::vector<OpenDate>& open, const RuleSet&,
                            const Profile&);

}  // namespace fasti
