// Settled events → how they belong together, as far as their dates alone do not tell.
//
//   "The siege of Tolbury lasted from 3 to 20 May", "Ann Fell fell at Tolbury on 9 May" -> part-of
//   two events of one day that share somebody                                          -> same-day
//   a fair at Tolbury in May 2017, 2018 and 2019                                       -> recurring, yearly
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "event/settled.h"

namespace fasti {

// How two dates stand in time. Where one is vague ("May", "9 May") nothing more can be said than that it may
// be within: that is `unknown`; only a stretch that was given as one ("3 to 20 May") has something during it.
enum class Order { before, after, same_day, during, around, overlapping, unknown };
Order order_of(const DateRange& a, const DateRange& b);  // a is … b; around: b is during a
std::string_view to_string(Order);                       // "before", "same-day" …

struct Relation {
  enum class Kind { part_of, same_day, recurring } kind = Kind::part_of;
  std::string event;
  std::string of;     // the whole; or the earlier one, of the day or of the series
  std::string every;  // of recurring ones: "week", "month" or "year"
  bool operator==(const Relation&) const = default;
};
std::string_view to_string(Relation::Kind);  // "part-of" …

// By time, then id; the order of the events does not matter. What follows from others is left out: an event
// is part of the shortest whole only, and is tied to the nearest earlier event of its day or of its series.
//
// Two events must share a participant that not every fourth event has, or they have nothing to do with each
// other but the date. The time needed is n log n.
std::vector<Relation> find_relations(const std::vector<Settled>&);

}  // namespace fasti
