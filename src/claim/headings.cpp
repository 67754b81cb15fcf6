#include "claim/headings.h"

namespace fasti {

namespace {

bool is_alone_in(const Block& block, const Timex& timex, const Document& document) {
  if (timex.tokens.begin != block.tokens.begin) return false;
  if (timex.tokens.end == block.tokens.end) return true;
  return timex.tokens.end + 1 == block.tokens.end &&
         document.segmented.tokens[timex.tokens.end].kind == TokenKind::punctuation;
}

}  // namespace

Headings::Headings(const Document& document) {
  const auto& blocks = document.segmented.blocks;
  auto block = blocks.begin();
  for (const Timex& timex : document.timexes) {
    while (block != blocks.end() && block->tokens.end <= timex.tokens.begin) ++block;
    if (block == blocks.end()) return;
    if (timex.range && timex.type == TimexType::date && is_alone_in(*block, timex, document))
      by_token_.emplace(timex.tokens.begin, &timex);
  }
}

const Timex* Headings::over(std::uint32_t token) const {
  const auto after = by_token_.upper_bound(token);
  return after == by_token_.begin() ? nullptr : std::prev(after)->second;
}

}  // namespace fasti
