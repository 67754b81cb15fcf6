#include "copies/shingles.h"

#include <algorithm>

namespace fasti {

Shingles shingles_of(const std::vector<WordHash>& words) {
  Shingles shingles;
  if (words.size() < words_in_shingle) return shingles;
  shingles.reserve(words.size() - words_in_shingle + 1);
  for (std::size_t i = 0; i + words_in_shingle <= words.size(); ++i) {
    std::uint32_t hash = 0;
    for (std::size_t w = 0; w < words_in_shingle; ++w) hash = mixed(hash * 0x9E3779B1U + words[i + w]);
    shingles.push_back(hash);
  }
  return shingles;
}

Shingles set_of(Shingles shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

}  // namespace fasti
