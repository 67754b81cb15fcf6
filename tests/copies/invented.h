// Invented articles and what is done to them on their way from house to house.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "copies/families.h"

namespace fasti::test {

using WordList = std::vector<std::string>;  // words

// "kalo", "temi" …: 400 words, the first ones more often, as in any language.
inline std::string invented_word(std::mt19937& chance) {
  constexpr std::string_view first[] = {"ka", "te", "mo", "li", "su", "ra", "ne", "do",  "pi",  "va",
                                        "ho", "ge", "bu", "zi", "fo", "wa", "ju", "sta", "kri", "plo"};
  const double even = static_cast<double>(chance() % 100'000) / 100'000;
  const auto rank = static_cast<std::size_t>(even * even * 400);
  return std::string(first[rank % 20]) + std::string(first[rank / 20]);
}

inline WordList invented(unsigned seed, std::size_t words) {
  std::mt19937 chance(seed);
  WordList text;
  for (std::size_t i = 0; i < words; ++i) text.push_back(invented_word(chance));
  return text;
}

inline WordList operator+(WordList a, const WordList& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

inline WordList part_of(const WordList& text, std::size_t begin, std::size_t end) {
  return {text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end)};
}

// So many of a hundred words are replaced.
inline WordList edited(WordList text, unsigned in_a_hundred, unsigned seed) {
  std::mt19937 chance(seed);
  for (std::string& word : text)
    if (chance() % 100 < in_a_hundred) word = invented_word(chance);
  return text;
}

inline std::string joined(const WordList& text) {
  std::string all;
  for (const std::string& word : text) all += (all.empty() ? "" : " ") + word;
  return all;
}

inline PrintedText printed(std::string id, const std::string& text, std::optional<Day> day = {},
                           std::string source = {}) {
  Words words = hashed_words(text);
  return {id, source.empty() ? id : source, day, std::move(words.hashes), std::move(words.capitalised)};
}

inline PrintedText printed(std::string id, const WordList& text, std::optional<Day> day = {},
                           std::string source = {}) {
  return printed(std::move(id), joined(text), day, std::move(source));
}

// "gazette: courier copy, echo borrows | …"
inline std::string told(const std::vector<Family>& families) {
  std::string all;
  for (const Family& family : families) {
    all += (all.empty() ? "" : " | ") + family.origin + ":";
    for (std::size_t i = 0; i < family.members.size(); ++i)
      all +=
          (i > 0 ? ", " : " ") + family.members[i].doc + " " + std::string(to_string(family.members[i].how));
  }
  return all.empty() ? "none" : all;
}

}  // namespace fasti::test
