// Verbs whose parts stand apart, as in German: the auxiliary where a verb stands, the verb itself at the end.
//
//   "Am Montag wurde der Kapitän in Kiel verhaftet."     verhaftet -> wurde
//
// The auxiliaries that do so are the class "verb-bracket"; a language that has none of them is read as
// before.
#pragma once

#include <cstdint>
#include <optional>

#include "claim/clauses.h"
#include "claim/word_view.h"

namespace fasti {

bool has_brackets(const RuleSet&);

// The word that opens the bracket which `verb`, a participle or a plain form, closes; nullopt where none
// does.
std::optional<std::uint32_t> bracket_opener(const WordView&, const Clause&, std::uint32_t verb);

// Only planned: "soll … öffnen", "will … heiraten", "soll … eröffnet werden".
bool only_planned(const WordView&, const Clause&, std::uint32_t verb);

}  // namespace fasti
