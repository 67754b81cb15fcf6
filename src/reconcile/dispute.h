// What the tests for causes look at (causes.h), and the small questions that several of them ask.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/wording.h"
#include "reconcile/candidates.h"

namespace fasti {

struct Cause {
  std::string name;                      // "announcement-for-occurrence" …
  std::string reason;                    // the evidence for it, in words
  std::optional<std::size_t> explained;  // the candidate that the cause explains away
  double strength = 0;  // 0 to 1: how seldom such evidence comes about by chance, as an order among causes
};

// What the claims of all events tell around a dispute. They must live on.
struct Told {
  std::vector<const Claim*> announcements;  // by their first second
  std::vector<const Claim*> anniversaries;  // by their first second
  std::unordered_map<std::string, std::vector<const Claim*>>
      by_document;  // only of documents that count dates from others; in the order of the text
};
Told told_around(const std::vector<Event>&);

// What is known of the order of events and speaks against a candidate (order.h).
struct OutOfOrder {
  std::size_t candidate = 0;
  std::string reason;
};

struct Dispute {
  const Event& event;
  const std::vector<Candidate>& candidates;  // from early to late
  const Told& told;
  const std::vector<Voice>& voices;  // by document
  const DateWording& wording;
  const std::vector<OutOfOrder>& out_of_order;
};

std::string in_words(const DateRange&, const Dispute&);

bool is_day(const DateRange&);  // one day of the calendar, or less
Day day_of(const Dispute&, std::size_t candidate);
Civil civil_of(const Dispute&, std::size_t candidate);

const Claim& claim_of(const Dispute&, std::size_t claim);
std::string source_of(const Claim&, const Dispute&);
bool counted(const Claim&);        // from another date: "two days later", "last week"
bool names_weekday(const Claim&);  // and no day: "on Friday", "last Friday"
bool year_written(const Claim&);   // the words hold the whole date

// All claims of the candidate do it.
template <class Test>
bool all_claims(const Dispute& d, std::size_t candidate, Test test) {
  for (const std::size_t i : d.candidates[candidate].claims)
    if (!test(claim_of(d, i))) return false;
  return true;
}

// The first claim of the candidate that does it, or null.
template <class Test>
const Claim* claim_where(const Dispute& d, std::size_t candidate, Test test) {
  for (const std::size_t i : d.candidates[candidate].claims)
    if (test(claim_of(d, i))) return &claim_of(d, i);
  return nullptr;
}

// Each ordered pair of candidates that are days: a cause where the test finds one. The strongest of them. Of
// an event with more dates than a person would read, the first ones.
inline constexpr std::size_t most_candidates_compared = 64;
template <class Test>
std::optional<Cause> strongest_of_pairs(const Dispute& d, Test test) {
  std::optional<Cause> best;
  const std::size_t size = std::min(d.candidates.size(), most_candidates_compared);
  for (std::size_t a = 0; a < size; ++a)
    for (std::size_t b = 0; b < size; ++b) {
      if (a == b || !is_day(d.candidates[a].range) || !is_day(d.candidates[b].range)) continue;
      std::optional<Cause> found = test(a, b);
      if (found && (!best || found->strength > best->strength)) best = std::move(found);
    }
  return best;
}

}  // namespace fasti
