#include "reconcile/causes.h"

#include <algorithm>

#include "reconcile/cause_tests.h"

namespace fasti {

namespace {

// Of equally strong causes the one that stands first here goes first.
constexpr causes::Test tests[] = {
    causes::weekday_mismatch,
    causes::announcement_for_occurrence,
    causes::anniversary_for_occurrence,
    causes::publication_for_occurrence,
    causes::order_violated,
    causes::day_month_order,
    causes::relative_misreading,
    causes::wrong_year,
    causes::old_style_calendar,
    causes::overnight_or_timezone,
    causes::typing_slip,
    causes::maybe_two_events,
};

}  // namespace

std::vector<Cause> causes_of(const Dispute& dispute) {
  std::vector<Cause> found;
  for (const causes::Test test : tests)
    if (auto cause = test(dispute)) found.push_back(std::move(*cause));
  std::stable_sort(found.begin(), found.end(),
                   [](const Cause& a, const Cause& b) { return a.strength > b.strength; });
  if (found.empty())
    found.push_back({"contradiction", "nothing in the texts explains the difference", std::nullopt});
  return found;
}

}  // namespace fasti
