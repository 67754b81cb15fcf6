#include "timex/surroundings.h"

#include <algorithm>

namespace fasti {

namespace {

template <class Part>
std::vector<std::uint32_t> index_by_token(const std::vector<Part>& parts, std::size_t tokens) {
  std::vector<std::uint32_t> index(tokens, 0);
  for (std::size_t i = 0; i < parts.size(); ++i)
    std::fill(index.begin() + parts[i].tokens.begin, index.begin() + parts[i].tokens.end,
              static_cast<std::uint32_t>(i));
  return index;
}

}  // namespace

std::string Surroundings::word(std::uint32_t token) const {
  return folded(text_of(document.article.text, document.segmented.tokens[token]));
}

bool Surroundings::looks_ahead(TokenRange timex) const {
  const TokenRange whole = document.segmented.sentences[sentence[timex.begin]].tokens;
  const auto is_marker = [this](std::uint32_t t) {
    return facts_of(document.article.text, document.segmented.tokens[t], rules).is("future-marker");
  };
  for (std::uint32_t t = whole.begin; t < whole.end; ++t)
    if (!timex.holds(t) && quoted[t] == quoted[timex.begin] && is_marker(t)) return true;
  return false;
}

Surroundings surroundings_of(const Document& document, const RuleSet& rules) {
  const Segmented& segmented = document.segmented;
  const std::size_t size = segmented.tokens.size();
  Surroundings around{document, rules, index_by_token(segmented.sentences, size),
                      index_by_token(segmented.blocks, size), std::vector<bool>(size, false)};
  for (const Quotation& quotation : segmented.quotations)
    std::fill(around.quoted.begin() + quotation.tokens.begin, around.quoted.begin() + quotation.tokens.end,
              true);
  return around;
}

}  // namespace fasti
