// A date as timeline.json holds it, both ways. What is written is read back to the second:
//
//   {"edtf": "2021-06-12", "earliest": "2021-06-12", "latest": "2021-06-12", "granularity": "day-part",
//    "within": "2021-06-12T18:00:00/2021-06-12T23:59:59"}
//
// EDTF alone tells neither a week from seven days nor the hours that were taken for an evening.
#pragma once

#include <nlohmann/json.hpp>

#include "calendar/date_range.h"

namespace fasti {

using OrderedJson = nlohmann::ordered_json;

OrderedJson date_json(const DateRange&);

// Passes over other keys. Throws std::domain_error where this is no date that date_json writes, and
// nlohmann's exceptions where a key is missing or has no text.
DateRange date_from_json(const OrderedJson&);

}  // namespace fasti
