// What the conflict report says in words of its own, one table a question.
#pragma once

#include <string_view>

#include "article/article.h"
#include "claim/claim.h"
#include "timex/timex.h"

namespace fasti::words {

// "announcement-for-occurrence" -> "The day of the announcement may have been taken for the day of the
// event." An unknown cause gives "".
std::string_view cause(std::string_view);

// What a checker could look for: "A source that tells the event and its announcement apart."
std::string_view would_settle(std::string_view cause);

std::string_view basis(Basis);             // "counted from the day of publication"
std::string_view basis(Published::Basis);  // "stated in the text"
std::string_view role(Role);               // "told as an announcement"; "" for a plain occurrence

}  // namespace fasti::words
