#include "timex/shared_quotation.h"

#include <algorithm>

#include "base/hash.h"

namespace fasti {

namespace {

void add_runs(const Document& document, const std::vector<std::uint32_t>& words,
              std::vector<QuotedRun>& runs) {
  const auto& tokens = document.segmented.tokens;
  for (std::size_t first = 0; first + words_to_share <= words.size(); ++first) {
    std::uint64_t hash = hash_seed;
    for (std::size_t i = 0; i < words_to_share; ++i)
      hash = hash_on(hash, folded(text_of(document.article.text, tokens[words[first + i]])));
    runs.push_back(
        {hash, {tokens[words[first]].span.begin, tokens[words[first + words_to_share - 1]].span.end}});
  }
}

}  // namespace

std::vector<QuotedRun> quoted_runs(const Document& document) {
  std::vector<QuotedRun> runs;
  for (const Quotation& quotation : document.segmented.quotations) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t t = quotation.tokens.begin; t < quotation.tokens.end; ++t)
      if (document.segmented.tokens[t].kind != TokenKind::punctuation) words.push_back(t);
    add_runs(document, words, runs);
  }
  std::sort(runs.begin(), runs.end(), [](const QuotedRun& a, const QuotedRun& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.span < b.span;
  });
  return runs;
}

std::optional<std::string> shared_words(const Document& a, const std::vector<QuotedRun>& runs_a,
                                        const std::vector<QuotedRun>& runs_b) {
  const QuotedRun* first = nullptr;
  auto b = runs_b.begin();
  for (const QuotedRun& run : runs_a) {
    while (b != runs_b.end() && b->hash < run.hash) ++b;
    if (b == runs_b.end()) break;
    if (b->hash == run.hash && (first == nullptr || run.span < first->span)) first = &run;
  }
  if (first == nullptr) return std::nullopt;
  return a.article.text.substr(first->span.begin, first->span.size());
}

}  // namespace fasti
