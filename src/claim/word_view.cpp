#include "claim/word_view.h"

#include <algorithm>

namespace fasti {

WordView word_view_of(const Document& document, const RuleSet& rules) {
  const std::vector<Token>& tokens = document.segmented.tokens;
  WordView view{document, rules, words_of(document.article.text, tokens, rules), {}, {}};
  view.in_timex.assign(tokens.size(), false);
  view.quoted.assign(tokens.size(), false);
  for (const PartialTimex& timex : document.partials)
    std::fill(view.in_timex.begin() + timex.tokens.begin, view.in_timex.begin() + timex.tokens.end, true);
  for (const Quotation& quotation : document.segmented.quotations)
    std::fill(view.quoted.begin() + quotation.tokens.begin, view.quoted.begin() + quotation.tokens.end, true);
  return view;
}

}  // namespace fasti
