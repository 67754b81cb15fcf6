// What a claim is told in: the words that carry its meaning, by their stems, with numbers, the names of those
// who take part, and the kinds of events that its sentence speaks of. Grouping compares claims by them.
//
//   "A blast on the ferry Wren kills eleven workers."
//   ->  blast, ferri, wren, kill, #11, worker; kinds explosion, killing and death
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/sentence_view.h"
#include "text/stem.h"

namespace fasti {

class TermFinder {
 public:
  explicit TermFinder(const SentenceView&);

  // Each once, in the order of the text; those of the sentence outside `clause` count in part.
  std::vector<Term> terms_of(TokenRange clause, TokenRange sentence,
                             const std::vector<std::string>& participants);

 private:
  std::string term_at(std::uint32_t token);  // empty for small words, marks and dates
  std::string stem_of(std::string_view word);
  bool continues_number(std::uint32_t token) const;
  bool goes_on_from(std::uint32_t token) const;
  std::string whole_number_at(std::uint32_t token) const;

  const SentenceView& view_;
  Stemmer stemmer_;
  std::vector<bool> in_date_;  // by token; a duration is none, since "for 87 days" tells something
};

}  // namespace fasti
