#include "reconcile/dispute.h"

#include <algorithm>

namespace fasti {

namespace {

bool starts_earlier(const Claim* a, const Claim* b) { return a->range->earliest < b->range->earliest; }

}  // namespace

Told told_around(const std::vector<Event>& events) {
  Told told;
  for (const Event& event : events)
    for (const Claim& claim : event.claims) {
      if (claim.role == Role::announcement) told.announcements.push_back(&claim);
      if (claim.role == Role::anniversary) told.anniversaries.push_back(&claim);
      if (counted(claim)) told.by_document[claim.doc];
    }
  if (!told.by_document.empty())
    for (const Event& event : events)
      for (const Claim& claim : event.claims)
        if (const auto found = told.by_document.find(claim.doc); found != told.by_document.end())
          found->second.push_back(&claim);
  for (auto& [doc, claims] : told.by_document)
    std::sort(claims.begin(), claims.end(),
              [](const Claim* a, const Claim* b) { return a->span.begin < b->span.begin; });
  std::stable_sort(told.announcements.begin(), told.announcements.end(), starts_earlier);
  std::stable_sort(told.anniversaries.begin(), told.anniversaries.end(), starts_earlier);
  return told;
}

std::string in_words(const DateRange& range, const Dispute& d) { return in_words(range, d.wording); }

bool is_day(const DateRange& range) {
  return !range.open_start && !range.open_end && days_covered(range) == 1;
}
Day day_of(const Dispute& d, std::size_t candidate) { return first_day(d.candidates[candidate].range); }
Civil civil_of(const Dispute& d, std::size_t candidate) { return civil_of(day_of(d, candidate)); }

const Claim& claim_of(const Dispute& d, std::size_t claim) { return d.event.claims[claim]; }
std::string source_of(const Claim& claim, const Dispute& d) { return source_of(claim.doc, d.voices); }

bool counted(const Claim& claim) {
  return claim.timex && claim.timex->counted_from &&
         (claim.timex->basis == Basis::relative_to_publication ||
          claim.timex->basis == Basis::relative_to_text || claim.timex->basis == Basis::inferred);
}
bool names_weekday(const Claim& claim) {
  return claim.timex && (claim.timex->partial.find("WXX-") != std::string::npos ||
                         claim.timex->partial.find("W-") != std::string::npos);
}
bool year_written(const Claim& claim) {
  return !claim.timex || claim.timex->basis == Basis::explicit_ || claim.timex->basis == Basis::heading;
}

}  // namespace fasti
