// What stands around an expression: its sentence and block, whether it is quoted, whether the sentence looks
// ahead. Looked up by token, so that a long text costs no more than a short one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct Surroundings {
  const Document& document;
  const RuleSet& rules;
  std::vector<std::uint32_t> sentence;  // by token: index into the sentences
  std::vector<std::uint32_t> block;     // by token: index into the blocks
  std::vector<bool> quoted;             // by token

  bool same_sentence(TokenRange a, TokenRange b) const { return sentence[a.begin] == sentence[b.begin]; }

  // True where a word such as "will" stands in the sentence, outside the expression and on the same side of
  // the quotation marks. Which words: lexicon class future-marker.
  bool looks_ahead(TokenRange timex) const;

  std::string word(std::uint32_t token) const;  // folded
};

Surroundings surroundings_of(const Document&, const RuleSet&);

}  // namespace fasti
