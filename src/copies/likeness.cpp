#include "copies/likeness.h"

#include <algorithm>

namespace fasti {

namespace {

struct Covered {
  std::size_t own = 0;     // words in any shingle that counts
  std::size_t shared = 0;  // words in one that the other text has too
};

Covered covered(const Shingles& text, const Shingles& other_set, const CommonShingles& common) {
  Covered words;
  std::size_t own_until = 0, shared_until = 0;  // words up to there are counted
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (common.contain(text[i])) continue;
    const std::size_t end = i + words_in_shingle;
    words.own += end - std::max(own_until, i);
    own_until = end;
    if (!std::binary_search(other_set.begin(), other_set.end(), text[i])) continue;
    words.shared += end - std::max(shared_until, i);
    shared_until = end;
  }
  return words;
}

// Without the common ones.
Shingles telling_set(const Shingles& text, const CommonShingles& common) {
  Shingles set;
  for (const Shingle shingle : text)
    if (!common.contain(shingle)) set.push_back(shingle);
  return set_of(std::move(set));
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Likeness likeness_of(const Shingles& a, const Shingles& b, const CommonShingles& common) {
  const Shingles set_a = telling_set(a, common);
  const Shingles set_b = telling_set(b, common);
  std::size_t both = 0;
  for (const Shingle shingle : set_a) both += std::binary_search(set_b.begin(), set_b.end(), shingle) ? 1 : 0;
  const Covered words_a = covered(a, set_b, common);
  const Covered words_b = covered(b, set_a, common);
  Likeness likeness;
  likeness.resemblance = share(both, set_a.size() + set_b.size() - both);
  likeness.of_a = share(words_a.shared, words_a.own);
  likeness.of_b = share(words_b.shared, words_b.own);
  likeness.words = std::min(words_a.shared, words_b.shared);
  return likeness;
}

}  // namespace fasti
