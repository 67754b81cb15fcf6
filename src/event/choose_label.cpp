#include "event/choose_label.h"

#include <algorithm>
#include <tuple>

namespace fasti {

namespace {

// Short enough to read, with someone in it, and told as having happened.
double worth_as_label(const Claim& claim, const std::optional<DateRange>& preferred) {
  double worth = 0;
  if (claim.role != Role::background) worth += 2;
  if (claim.role == Role::occurrence) worth += 0.5;
  if (preferred && meet(*preferred, *claim.range)) worth += 0.5;
  if (claim.names_subject) worth += 2;
  if (claim.label.find(' ') != std::string::npos) worth += 1;
  if (claim.range->granularity <= Granularity::day) worth += 0.5;
  const double length = static_cast<double>(claim.label.size());
  worth -= length > 60 ? (length - 55) / 22 : length < 18 ? (18 - length) / 5 : 0;
  return worth;
}

}  // namespace

const Claim& best_labelled(const std::vector<Claim>& claims, const std::optional<DateRange>& preferred) {
  return *std::max_element(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
    return std::tuple(worth_as_label(a, preferred), b.doc, b.span) <
           std::tuple(worth_as_label(b, preferred), a.doc, a.span);
  });
}

}  // namespace fasti
