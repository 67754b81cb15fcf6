// What speaks for two claims telling one event, and what against, as numbers that can be shown.
//
//   "the Wren sank" 2020-09-28 and "had lost the ferry Wren" 2020-09-30 of two articles:
//   told alike 0.41 (sinking, wren) x dates 0.82 (two days apart, of what happens once)  ->  0.34, enough
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
  double alike = 0;      // 0 to 1: how much of what is told is told by both, rare words counting more
  double dates = 1;      // 0 to 1: how well the dates agree
  double others = 1;     // numbers, roles, subjects: above 1 speaks for, below against
  double strength() const { return possible ? alike * dates * others : 0; }
};

inline constexpr double enough_to_join = 0.1;

// Compares claims by number. Words and names are looked up once for each claim, so that a comparison costs no
// more than a few integers. `claims` must live on; `names` must know their documents.
//
// Likeness is the weight of the shared terms over the geometric mean of both claims' weights, a term's weight
// being its inverse document frequency among the claims (K. Spärck Jones, "A statistical interpretation of
// term specificity", 1972). An event rule's types count as terms: "passed away" and "lost their child" share
// `death`.
class EvidenceTable {
 public:
  EvidenceTable(const std::vector<Claim>& claims, const NamesByDocument& names);

  Evidence between(std::size_t a, std::size_t b) const;  // symmetric
  bool possible(std::size_t a, std::size_t b) const;     // the half of it that is quick

  std::vector<std::uint32_t> shared(std::size_t a, std::size_t b) const;  // terms, the weightiest first

  struct Weighed {
    std::uint32_t term = 0;
    float part = 1;  // below 1 for what the sentence tells around the event
  };
  const std::vector<Weighed>& terms(std::size_t claim) const { return facts_[claim].terms; }  // by number
  double weight(std::uint32_t term) const { return weights_[term]; }
  const std::string& text(std::uint32_t term) const { return *texts_[term]; }
  std::uint32_t document(std::size_t claim) const { return facts_[claim].doc; }

 private:
  using Numbers = std::vector<std::uint32_t>;
  struct Facts {
    std::vector<Weighed> terms;
    double weight = 0;                  // of all terms
    Numbers kinds, topics, numerals;    // sorted
    std::vector<Numbers> participants;  // the words of each name
    Numbers subject;                    // words of the name that the verb is told of
    std::uint32_t doc = 0, head = 0;
    bool entry = false;  // dated by a heading, as one statement
  };

  std::uint32_t number_of(const std::string& word);
  Numbers numbers_of(const std::vector<std::string>& words);
  template <class List>
  std::vector<Numbers> names_of(const List&);
  Facts facts_of(const Claim&);
  void weigh();
  double alike(const Facts&, const Facts&) const;
  double others(std::size_t a, std::size_t b) const;
  bool tell_one_story(std::uint32_t document, std::uint32_t other) const;

  const std::vector<Claim>& claims_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> texts_;
  std::vector<double> weights_;  // by term
  std::vector<Facts> facts_;
  std::vector<std::vector<Numbers>> names_;                    // by document: the words of each name
  mutable std::unordered_map<std::uint64_t, bool> one_story_;  // by pair of documents, filled when asked
};

}  // namespace fasti
