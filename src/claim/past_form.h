// Present → past, as the rules' inflection has it: labels tell what happened, where the source tells it as
// happening.
//
//   past_of("seizes", rules) -> "seized"      past_of("are", rules) -> "were"      past_of("put", rules) ->
//   nothing
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "claim/sentence_view.h"
#include "claim/subject.h"

namespace fasti {

// The word must be listed as a form of the present and as no form of the past. Of several words for the past
// the one that ends most like the given: "wird" wurde, "werden" wurden.
std::optional<std::string> past_of(std::string_view word, const RuleSet&);

// The words that must change for the label of the mention to be told in the past: "is" of "is flown", both
// verbs of "visits the coast and meets". None where the clause is in the past already, tells what may or will
// be, or where the word may be a noun.
using PastForms = std::map<std::uint32_t, std::string>;  // token → what to write for it
PastForms past_forms(const SentenceView&, const EventMention&, const Subject&);

}  // namespace fasti
