// When was an article published that does not say so? The stretch of days that its own words and its
// relatives allow, with the reasons; or unknown, which is better than a guess.
//
//   shares eight words of a quotation with an article of 2021-09-29      within two weeks of that day
//   "Now, a year later", last date told 2020-09-30                       about a year after it
//   "last week, on September 18"                                         one to fourteen days after that day
//   dates it tells as past                                               not before them
#pragma once

#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

// For each document without a stated date, `published` is set, with basis inferred or unknown. Documents that
// state theirs lend it to those that share a quotation with them; inferred dates are not lent on, so that the
// order of the documents plays no part. Needs article, segmented, partials.
void infer_published(std::vector<Document>&, const RuleSet&, const Profile&);

}  // namespace fasti
