// How far a pattern gets from a word on: for telling a person why a rule found nothing, and what it wanted.
//
//   "the {step} {unit}" on "the past few weeks", where step holds "past"
//   ->  reached: 2 words on, at "few"; wanted: " {unit}"
//
// A Program says only what matches. This walks the pattern itself and is slower; both find the same matches,
// which a test holds them to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/program.h"

namespace fasti {

// A text with its words folded, once for all patterns.
struct FoldedText {
  Symbols symbols;                 // of any program
  std::vector<std::string> words;  // by token
};
FoldedText folded_text(std::string_view text, const std::vector<Token>& tokens, const Program&);

struct Progress {
  std::uint32_t reached = 0;        // one past the last token that was taken; the start if none was
  std::vector<std::string> wanted;  // what could have followed there, as patterns write it, blanks included
  std::vector<std::uint32_t> ends;  // of the matches from there on, ascending
};
Progress progress_of(const PatternNode&, const Lexicon&, const FoldedText&, std::uint32_t begin);

// A part that takes words, as its author wrote it: {^month}, lose/v, the. Captures' names are left out.
std::string text_of_part(const PatternNode&);

}  // namespace fasti
