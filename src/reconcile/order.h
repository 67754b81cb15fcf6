// What is known of the order in which events happened, apart from their dates, and what it says of the dates.
//
//   the funeral of Ned Orr is told of 3 May by the post, his death of 1 May by the gazette and of 5 May by
//   the echo   ->   of the death, 5 May is out of order: it comes after the funeral
//
// A simple temporal network (R. Dechter, I. Meiri, J. Pearl, "Temporal constraint networks", 1991): a point
// in time for each event, between the ends of its date, and from one event to another that it comes no later.
// How far apart two events lie is left to the dates. What is known comes from
//   - event rules (before:, after:), where each of two kinds is told of somebody once;
//   - texts that count a date from that of another event: "the next day";
//   - publication: what an article tells as past happened before it appeared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reconcile/dispute.h"
#include "rules/rule_set.h"

namespace fasti {

// An event comes no later than another; each by a claim that tells it.
struct Precedence {
  std::size_t earlier = 0, later = 0;              // events
  std::size_t earlier_claim = 0, later_claim = 0;  // of those events
  bool told = false;                               // by the text of the claims' article; else by event rules
  auto operator<=>(const Precedence&) const = default;
};

// The event was over when this claim's article appeared.
struct Appeared {
  std::size_t claim = 0;
  DateRange published;
};

struct OrderNetwork {
  std::vector<Precedence> precedences;           // sorted, each pair of events once
  std::vector<std::optional<Appeared>> over_by;  // by event: the first such article
};

// `voices` by document. Near linear in the claims.
OrderNetwork order_network(const std::vector<Event>&, const std::vector<Voice>& voices,
                           const std::vector<TypeOrder>&);

// The narrowest limits that the network sets to an event, not counting its own date, and whence.
struct Limit {
  Moment moment = 0;
  std::vector<std::size_t> chain;  // precedences from the event that sets it to the one it is set to, or
                                   // back; none where it is the day of an article
};
struct Limits {
  std::optional<Limit> earliest, latest;
};

// `dates[e]` is what is taken for the date of event e; nothing is known of an event without one. The first
// limit that is found has the fewest events between; where limits leave an event no date, they are not passed
// on.
std::vector<Limits> limits_of(const OrderNetwork&, const std::vector<std::optional<DateRange>>& dates);

}  // namespace fasti
