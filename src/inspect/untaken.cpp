#include "inspect/untaken.h"

#include <algorithm>

namespace fasti {

std::vector<bool> taken_tokens(const std::vector<Sighting>& sightings, std::size_t tokens) {
  std::vector<bool> taken(tokens, false);
  for (const Sighting& sighting : sightings)
    if (sighting.fate == Sighting::Fate::taken)
      std::fill(taken.begin() + sighting.hit.tokens.begin, taken.begin() + sighting.hit.tokens.end, true);
  return taken;
}

std::vector<UntakenWord> untaken_words(const Document& document, const RuleSet& rules,
                                       const std::vector<bool>& taken) {
  const std::vector<Token>& tokens = document.segmented.tokens;
  const Program& program = rules.date_word_program;
  const Symbols symbols = program.symbols_of(document.article.text, tokens);
  const auto free = [&](TokenRange range) {
    return std::find(taken.begin() + range.begin, taken.begin() + range.end, true) ==
           taken.begin() + range.end;
  };
  std::vector<UntakenWord> found;
  for (std::uint32_t at = 0; at < tokens.size();) {
    std::uint32_t next = at + 1;
    for (const Hit& hit : program.hits_at(symbols, at)) {
      if (!free(hit.tokens)) continue;
      found.push_back({hit.tokens, hit.pattern});
      next = hit.tokens.end;
      break;
    }
    at = next;
  }
  return found;
}

}  // namespace fasti
