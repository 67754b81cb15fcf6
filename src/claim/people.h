// Whom "she" means: the people spoken of, the latest first, and what the text has shown of them so far.
//
//   "Ingrid Maslin sat at her desk."   her -> Ingrid Maslin, who is henceforth a she; so a later "he" is
//   someone else
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/clauses.h"
#include "claim/names.h"

namespace fasti {

inline constexpr NameNumber nobody = ~NameNumber{0};
using Antecedents = std::vector<NameNumber>;  // by token: whom the pronoun means, else nobody

// Subjects of sentences go before other names, the latest before earlier ones, and gender must agree where
// pronouns or words beside a name ("his wife, Ingrid") have shown it. A pronoun that nobody fits is left out.
// Quotations are passed over: "I" and "you" in them are others.
Antecedents resolve_pronouns(const Names&, const std::vector<Clause>&, const WordView&);

}  // namespace fasti
