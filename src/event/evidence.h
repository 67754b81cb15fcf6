// What speaks for two claims telling one event, and what against, as points that can be shown.
//
//   "Jack passed" 2020-09-28 and "had lost baby Jack" 2020-09-30 of two articles on one story:
//   kind +0.8, participants +1, story +1, two days apart +0.5  ->  3.3, enough
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "claim/claim.h"

namespace fasti {

// The names an article speaks of, by document: two articles that share several tell one story.
using NamesByDocument = std::map<std::string, std::set<std::string>>;

struct Evidence {
  bool possible = true;  // false: whatever else speaks for it, these two are not one event
  double points = 0;
};

inline constexpr double enough_to_join = 2.0;

// Compares claims by number. Words and names are looked up once for each claim, so that a comparison costs no
// more than a few integers. `claims` must live on; `names` must know their documents.
class EvidenceTable {
 public:
  EvidenceTable(const std::vector<Claim>& claims, const NamesByDocument& names);

  Evidence between(std::size_t a, std::size_t b) const;  // symmetric
  bool possible(std::size_t a, std::size_t b) const;     // the half of it that is quick

 private:
  using Numbers = std::vector<std::uint32_t>;
  struct Name {
    Numbers words;  // in their order
  };
  // The names of a claim or a document, and a bit for each of their words: no common bit, no common name.
  struct Names {
    std::vector<Name> list;
    std::uint64_t bits = 0;
  };
  struct Facts {
    Numbers kinds, topics;  // sorted
    Numbers words;          // sorted: longer ones of the label, without names and the words of the mention
    Names participants;
    std::uint32_t doc = 0, head = 0;
  };

  std::uint32_t number_of(const std::string& word);
  Numbers numbers_of(const std::vector<std::string>& words);
  Numbers content_words(const Claim&);
  Name name_of(const std::string&);
  template <class List>
  Names names_of(const List&);
  static bool holds(const Names&, const Name&);
  static std::size_t shared(const Names&, const Names&, std::size_t enough);
  double of_participants(std::size_t a, std::size_t b) const;
  double of_story(std::size_t a, std::size_t b) const;
  double of_words(std::size_t a, std::size_t b) const;

  const std::vector<Claim>& claims_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Facts> facts_;
  std::vector<Names> documents_;
  mutable std::unordered_map<std::uint64_t, bool> one_story_;  // by pair of documents, filled when asked
};

}  // namespace fasti
