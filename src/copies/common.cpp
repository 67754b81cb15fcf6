#include "copies/common.h"

#include <algorithm>
#include <bit>

namespace fasti {

namespace {

// Of so many texts, or a thousandth of all. More than will edit one story each in a way of their own, fewer
// than a house has articles.
constexpr std::size_t least_many = 32, most_many = 200, texts_for_one_of_many = 1000;

// An own passage is so much of a text in one piece. Of a copy with every fifth word changed hardly any piece
// of that length is left without a run that others have.
constexpr std::size_t of_the_text = 6;

constexpr std::size_t most_places = std::size_t{1} << 26U;

std::size_t places_for(const std::vector<const Shingles*>& texts) {
  std::size_t shingles = 1;
  for (const Shingles* text : texts) shingles += text->size();
  return std::min(most_places, std::bit_ceil(4 * shingles));
}

}  // namespace

CommonShingles::CommonShingles(const std::vector<const Shingles*>& texts)
    : mask_(static_cast<std::uint32_t>(places_for(texts) - 1)),
      many_(
          static_cast<std::uint8_t>(std::clamp(texts.size() / texts_for_one_of_many, least_many, most_many))),
      count_(std::size_t{mask_} + 1, 0) {
  if (texts.size() < many_) return;
  for (const Shingles* text : texts) count(*text);
  // Now those only that have a passage of their own.
  std::vector<const Shingles*> with_own;
  for (const Shingles* text : texts)
    if (has_own_passage(*text)) with_own.push_back(text);
  std::fill(count_.begin(), count_.end(), std::uint8_t{0});
  for (const Shingles* text : with_own) count(*text);
}

void CommonShingles::count(const Shingles& text) {
  for (const Shingle shingle : set_of(text)) {
    std::uint8_t& count = count_[mixed(shingle) & mask_];
    if (count < 255) ++count;
  }
}

// Words in no run that many have. A run of n such shingles leaves n - 2 words that are in no other.
bool CommonShingles::has_own_passage(const Shingles& text) const {
  std::size_t run = 0, longest = 0;
  for (const Shingle shingle : text) {
    run = contain(shingle) ? 0 : run + 1;
    longest = std::max(longest, run);
  }
  const std::size_t words = text.size() + words_in_shingle - 1;
  const std::size_t own = longest == text.size() ? words : longest - std::min(longest, words_in_shingle - 1);
  return own * of_the_text >= words && own > 0;
}

}  // namespace fasti
