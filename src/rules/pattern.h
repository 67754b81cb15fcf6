// A pattern as its author writes it, parsed. It looks like the text that it finds:
//
//   {month}.? {day}(st|nd|rd|th)?,? {year}        finds  Sept. 27th, 2020
//
//   word            that word, in any case; an apostrophe also finds the other spellings (son's, sons, sons')
//   {class}         a word or number of a lexicon class, and a capture of that name
//   {name:class}    the same, captured under another name
//   {^class}        the same, and its first letter is a capital: May, not may
//   (a|b)  x?       alternatives; an optional part. x[1..3] one to three times. Repetition is always bounded
//   <fragment>      another pattern, by its name under fragments:
//   lose/v  loss/n  any form of that verb or noun (the inflections are the language's)
//   _               any one word or number
//   {Name}          any capitalised word
//   \?              the character itself
//
// A blank in the pattern asks for a blank in the text, and its absence for none. A blank before an optional
// part stays when the part is left out: "a (x-)?b" finds "a b" and "a x-b". A blank before a repetition
// stands before each of its rounds: "a _[1..3]" finds "a b c d".
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"

namespace fasti {

struct PatternNode {
  enum class Kind : std::uint8_t { sequence, choice, repeat, phrase, word_class, any_word, any_name };
  Kind kind = Kind::sequence;
  std::vector<PatternNode> parts;
  std::vector<Phrase> spellings;  // of a phrase
  std::string lemma;              // of a phrase that is all forms of a word: "lose",
  std::string part_of_speech;     // and "v"
  std::string class_name;         // of a word class
  std::string capture;            // name under which the part is kept; empty for none
  bool spaced = false;            // a blank stands before it
  bool capital = false;           // of a word class: the first letter must be a capital
  int least = 1, most = 1;        // of a repeat
  std::uint32_t weight = 1;       // instructions that it compiles to, or somewhat less
  std::uint32_t depth = 1;        // levels of parts
};

// No pattern compiles to more instructions than this, however its repetitions and fragments multiply, and
// none is deeper; so neither a slip nor malice takes the memory or the stack.
inline constexpr std::uint32_t heaviest_pattern = 200'000;
inline constexpr std::uint32_t deepest_pattern = 50;

// What is wrong with a pattern, and where in its text.
struct PatternError {
  std::size_t offset = 0;
  std::string message;
  std::string hint;
  std::string unknown = {};  // the name, where that is what is wrong
};

struct PatternContext {
  const Lexicon& lexicon;
  std::function<const PatternNode*(std::string_view)> fragment;  // nullptr where there is none of that name
  std::function<std::vector<std::string>()> fragment_names;      // asked for the hint of an error only
};

// Throws PatternError.
PatternNode parse_pattern(std::string_view text, const PatternContext&);

// True where the pattern can match no token at all.
bool may_be_empty(const PatternNode&);

}  // namespace fasti
