// A time expression as one JSON object, with the keys of docs/formats.md: for all that print some.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "timex/timex.h"

namespace fasti {

nlohmann::ordered_json timex_json(const Timex&);

}  // namespace fasti
