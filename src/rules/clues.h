// What a stretch of text must hold if any time expression stands in it, so that text without it need not be cut into
// tokens, let alone be matched. For each pattern some of its parts are found in every match; of these the one that
// should be rarest in texts is its clue.
//
//   "in {month} {year}"  ->  a year's four digits or a month's name, whichever is rarer
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/word_table.h"

namespace fasti {

class Clues {
 public:
  void add(const PatternNode&, const Lexicon&);
  void finish();  // call once, after the last add

  // False where no pattern that was added can match within text[block). One pass over the bytes.
  bool may_match(std::string_view text, Span block) const;

 private:
  bool is_clue_number(std::string_view digits) const;
  bool any_in_tokens(std::string_view text, Span run) const;

  bool everything_ = false;  // some pattern has no clue that could be seen
  WordTable words_;
  std::vector<DigitSpec> digits_;
  std::array<std::vector<bool>, 5> numbers_;  // by length and value, up to four digits
  std::vector<std::uint64_t> begins_;         // a bit for the hash of each word's first two letters and its length
};

}  // namespace fasti
