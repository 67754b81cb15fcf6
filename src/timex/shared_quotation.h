// Do two articles quote the same words? Shared quotations tie articles to one moment of the news.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timex/document.h"

namespace fasti {

inline constexpr std::size_t words_to_share = 8;  // fewer are a common phrase

// Hashes of all runs of `words_to_share` words inside the article's quotations, sorted, each with where it
// starts. Case, punctuation and the kind of apostrophe do not count.
struct QuotedRun {
  std::uint64_t hash = 0;
  Span span;
};
std::vector<QuotedRun> quoted_runs(const Document&);

// The first words of `a` that also stand in a quotation of `b`; nullopt where they share none.
std::optional<std::string> shared_words(const Document& a, const std::vector<QuotedRun>& runs_a,
                                        const std::vector<QuotedRun>& runs_b);

}  // namespace fasti
