// The tests for causes, by family. Each gives its cause with the evidence, or nothing.
//
// A strength is the author's judgement of how seldom the evidence comes about by chance, and orders the
// causes that fit one dispute: above 0.8 the texts themselves tell of the mistake, from 0.5 on the numbers
// fit as they seldom do by chance, below that it is a guess that is worth a look.
#pragma once

#include <optional>

#include "reconcile/dispute.h"

namespace fasti::causes {

using Test = std::optional<Cause> (*)(const Dispute&);

// The day on which something was told or remembered, taken for the day on which it happened.
std::optional<Cause> announcement_for_occurrence(const Dispute&);
std::optional<Cause> publication_for_occurrence(const Dispute&);
std::optional<Cause> anniversary_for_occurrence(const Dispute&);

// How words were read: by the source, or by us.
std::optional<Cause> weekday_mismatch(const Dispute&);
std::optional<Cause> relative_misreading(const Dispute&);
std::optional<Cause> day_month_order(const Dispute&);
std::optional<Cause> wrong_year(const Dispute&);

// How numbers were written.
std::optional<Cause> typing_slip(const Dispute&);

// Two clocks, two calendars, two events, and what cannot have come before what.
std::optional<Cause> overnight_or_timezone(const Dispute&);
std::optional<Cause> old_style_calendar(const Dispute&);
std::optional<Cause> maybe_two_events(const Dispute&);
std::optional<Cause> order_violated(const Dispute&);

}  // namespace fasti::causes
