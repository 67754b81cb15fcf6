// What an expression's words leave open, said in plain words.
//
//   "XXXX-09-28"  ->  "the year is left open"        "@-14Y"  ->  "14 years before what it is counted from"
#pragma once

#include <string>
#include <string_view>

#include "calendar/timex_type.h"

namespace fasti {

std::string partial_in_words(std::string_view partial, TimexType);

}  // namespace fasti
