// Whom "she" means: the people spoken of, the latest first, and what the text has shown of them so far.
//
//   "Ingrid Maslin sat at her desk."   her -> Ingrid Maslin, who is henceforth a she; so a later "he" is
//   someone else
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "claim/clauses.h"
#include "claim/names.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

using Antecedents = std::map<std::uint32_t, std::string>;  // token of a pronoun → name

// Subjects of sentences go before other names, the latest before earlier ones, and gender must agree where
// pronouns or words beside a name ("his wife, Ingrid") have shown it. A pronoun that nobody fits is left out.
// Quotations are passed over: "I" and "you" in them are others.
Antecedents resolve_pronouns(const Document&, const std::vector<NameMention>&, const std::vector<Clause>&,
                             const RuleSet&);

}  // namespace fasti
