// The words around a gap, as texts by which gaps can be compared.
//
//   "in the past 5 weeks of" around "weeks"  ->  "the past # {unit}", "past # {unit}", "past # {unit} of" …
#pragma once

#include <string>
#include <vector>

#include "inspect/untaken.h"

namespace fasti {

struct Neighbourhood {
  std::string text;  // folded; untaken words as their pattern, numbers as #
  TokenRange tokens;
};

// Every choice of up to three words before and two behind, as far as sentence, punctuation and what rules
// took allow; none of the word alone. `untaken` are the document's, of which `gap` is one, and `taken` are
// its tokens that rules have.
std::vector<Neighbourhood> neighbourhoods_of(std::size_t gap, const std::vector<UntakenWord>& untaken,
                                             const std::vector<bool>& taken, const Document&, const RuleSet&);

}  // namespace fasti
