// An explanation for people: each sentence that has something to explain, with the words marked beneath it,
// and a paragraph for each of them. ^ marks an expression, = what is no date by a rule, ~ what no rule took.
#pragma once

#include <string>
#include <string_view>

#include "inspect/explain.h"

namespace fasti {

std::string explanation_text(const Explanation&, const Document&, const RuleSet&);

// Why a match came to nothing: "would take "Sept." only; the longer match wins".
std::string why_lost(const LostMatch&, std::string_view text);

}  // namespace fasti
