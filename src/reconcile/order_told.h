// What the order of events says of their dates, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "reconcile/order.h"
#include "reconcile/verdict.h"

namespace fasti {

// All that there is to tell of.
struct OrderedEvents {
  const std::vector<Event>& events;
  const std::vector<Voice>& voices;  // by document
  const DateWording& wording;
  const OrderNetwork& network;
  std::vector<std::optional<DateRange>> dates;  // by event, as for limits_of
  std::vector<Limits> limits;                   // by event
};
OrderedEvents in_order(const std::vector<Event>&, const std::vector<Voice>&, const DateWording&,
                       const OrderNetwork&, std::vector<std::optional<DateRange>> dates);

// The candidates that the limits of their event exclude; none where they exclude all.
std::vector<OutOfOrder> out_of_order(const OrderedEvents&, std::size_t event,
                                     const std::vector<DateRange>& candidates);

// The days that are left of a date that is coarser than a day, where that is fewer than it has.
std::optional<Bounds> bounds_of(const OrderedEvents&, std::size_t event);

// For each event whose date cannot be right beside that of an earlier one: the shortest such chain.
std::vector<Diagnostic> what_is_out_of_order(const OrderedEvents&);

}  // namespace fasti
