// Words that several texts quote. They tie texts to one moment of the news, though each was written apart.
//
//   a: … “Put the kettle on before the others come down the hill,” she wrote.
//   b: “PUT the kettle on – before the others come down the hill!”
//   -> {a "Put the kettle on before the others come down the hill", b "PUT the … hill"}
//
// Case, punctuation and the kind of quotation marks do not count. Time grows nearly as the texts do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/segment.h"

namespace fasti {

inline constexpr std::size_t words_to_share = 8;  // fewer are a common phrase

// So many words in one quotation.
struct QuotedRun {
  std::uint64_t hash = 0;
  Span span;
  std::uint32_t quotation = 0;  // its number in the text
};
using QuotedRuns = std::vector<QuotedRun>;  // in the order of the text

QuotedRuns quoted_runs(std::string_view text, const Segmented&);

// Who quotes a run of words.
class QuotationIndex {
 public:
  explicit QuotationIndex(const std::vector<QuotedRuns>& texts);

  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t text = 0;  // its number
    Span span;
  };
  using Places = std::pair<std::vector<Place>::const_iterator, std::vector<Place>::const_iterator>;
  Places find(std::uint64_t hash) const;  // by text, then place

 private:
  std::vector<Place> places_;  // by hash, text, place
};

// The texts of the index that quote words which these runs hold, by number; each with the first such run.
std::vector<std::pair<std::uint32_t, Span>> sharing(const QuotedRuns&, const QuotationIndex&);

struct SharedQuotation {
  std::vector<std::pair<std::uint32_t, Span>> places;  // in each text the first, by number
};

// Each as long as the same texts share it; by the place in the first of its texts.
std::vector<SharedQuotation> shared_quotations(const std::vector<QuotedRuns>& texts);

}  // namespace fasti
