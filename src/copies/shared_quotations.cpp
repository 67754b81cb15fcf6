#include "copies/shared_quotations.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/hash.h"

namespace fasti {

namespace {

void add_runs(std::string_view text, const std::vector<Token>& words, std::uint32_t quotation,
              QuotedRuns& runs) {
  for (std::size_t first = 0; first + words_to_share <= words.size(); ++first) {
    std::uint64_t hash = hash_seed;
    for (std::size_t i = 0; i < words_to_share; ++i)
      hash = hash_on(hash, folded(text_of(text, words[first + i])));
    runs.push_back({hash, {words[first].span.begin, words[first + words_to_share - 1].span.end}, quotation});
  }
}

// The texts that quote a run, with the first place of each.
std::vector<std::pair<std::uint32_t, Span>> holders_of(std::uint64_t hash, const QuotationIndex& index) {
  std::vector<std::pair<std::uint32_t, Span>> holders;
  const auto [begin, end] = index.find(hash);
  for (auto place = begin; place != end; ++place)
    if (holders.empty() || holders.back().first != place->text)
      holders.emplace_back(place->text, place->span);
  return holders;
}

bool are_the_same_texts(const std::vector<std::pair<std::uint32_t, Span>>& a,
                        const std::vector<std::pair<std::uint32_t, Span>>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.first == y.first; });
}

}  // namespace

QuotedRuns quoted_runs(std::string_view text, const Segmented& segmented) {
  QuotedRuns runs;
  for (std::uint32_t q = 0; q < segmented.quotations.size(); ++q) {
    const TokenRange range = segmented.quotations[q].tokens;
    std::vector<Token> words;
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (segmented.tokens[t].kind != TokenKind::punctuation) words.push_back(segmented.tokens[t]);
    add_runs(text, words, q, runs);
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const QuotedRun& a, const QuotedRun& b) { return a.span < b.span; });
  return runs;
}

QuotationIndex::QuotationIndex(const std::vector<QuotedRuns>& texts) {
  for (std::uint32_t text = 0; text < texts.size(); ++text)
    for (const QuotedRun& run : texts[text]) places_.push_back({run.hash, text, run.span});
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
    return std::tie(a.hash, a.text, a.span) < std::tie(b.hash, b.text, b.span);
  });
}

QuotationIndex::Places QuotationIndex::find(std::uint64_t hash) const {
  struct ByHash {
    bool operator()(const Place& place, std::uint64_t h) const { return place.hash < h; }
    bool operator()(std::uint64_t h, const Place& place) const { return h < place.hash; }
  };
  return std::equal_range(places_.begin(), places_.end(), hash, ByHash());
}

std::vector<std::pair<std::uint32_t, Span>> sharing(const QuotedRuns& runs, const QuotationIndex& index) {
  std::map<std::uint32_t, Span> first;
  for (const QuotedRun& run : runs) {
    const auto [begin, end] = index.find(run.hash);
    for (auto place = begin; place != end; ++place) first.emplace(place->text, run.span);
  }
  return {first.begin(), first.end()};
}

std::vector<SharedQuotation> shared_quotations(const std::vector<QuotedRuns>& texts) {
  const QuotationIndex index(texts);
  std::vector<SharedQuotation> all;
  for (std::uint32_t text = 0; text < texts.size(); ++text) {
    std::vector<std::pair<std::uint32_t, Span>> before;  // who shares the run before this one
    std::uint32_t quotation = 0;
    for (const QuotedRun& run : texts[text]) {
      const auto holders = holders_of(run.hash, index);
      // What an earlier text quotes as well is told from there, and what this one repeats where it came
      // first.
      const bool here = holders.size() > 1 && holders.front() == std::pair(text, run.span);
      if (here && quotation == run.quotation && are_the_same_texts(before, holders)) {
        auto& places = all.back().places;
        for (std::size_t i = 0; i < places.size(); ++i)
          places[i].second.end = std::max(places[i].second.end, holders[i].second.end);
      } else if (here) {
        all.push_back({holders});
      }
      before = here ? holders : std::vector<std::pair<std::uint32_t, Span>>();
      quotation = run.quotation;
    }
  }
  return all;
}

}  // namespace fasti
