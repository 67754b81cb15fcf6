// "03/04/2020": the third of April, or March the fourth? One text writes all its dates in one order, so one
// that can be read in one way only settles the others.
//
//   "25/12/2019 … 03/04/2020"   ->  2019-12-25, and 2020-04-03 because of «25/12/2019»
//
// Rules write such values as {year}-{first}?{second} (partial.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"
#include "timex/match.h"

namespace fasti {

struct DateOrder {
  bool day_first = false;
  bool from_profile = true;  // nothing in the text told
  std::string evidence;      // for people: «25/12/2019», or the profile's name
};

// By the expressions that leave no choice; where they contradict each other the first counts. Else by the
// profile.
DateOrder order_of(const std::vector<PartialTimex>&, std::string_view text, const Profile&);

// A value in both orders: ("2020-03?04", month first) -> {2020-03-04, 2020-04-03}. The other is empty where
// only one is possible. Values without such a pair come back as they are.
struct OrderedValue {
  std::string value;
  std::string other;
};
OrderedValue in_order(const std::string& partial, bool day_first);

}  // namespace fasti
