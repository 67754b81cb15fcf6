// Text → tokens, sentences, blocks and quotations. No word of any language is known here: abbreviations come
// from the rule files as an Orthography.
//
//   "admitted on Sept. 27, 2020."  ->  tokens  admitted|on|Sept|.|27|,|2020|.   one sentence
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fasti {

struct Orthography {
  // Words that are usually followed by a full stop that ends no sentence, folded, without the stop: "sept",
  // "mr", "u.s". A number can be one: German lists "1" to "31", for "28. September".
  std::set<std::string, std::less<>> abbreviations;
  // Words that, with a capital letter after an abbreviation, begin a new sentence nevertheless, folded:
  // "the", "he".
  //   "at 10 a.m. Tuesday" goes on, "at 10 a.m. The rig sank" does not.
  std::set<std::string, std::less<>> starters;
};

enum class TokenKind : std::uint8_t { word, number, punctuation };

// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
  none,   // nothing: "27" and "," in "27,"
  space,  // blanks, or the line break of a wrapped line
  block,  // the end of a block: a blank line, or a line break that was meant; also before the first token of
          // all
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  Gap gap = Gap::none;
  bool capitalised = false;  // the first letter is upper case
};

// First and one past the last token.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool holds(std::uint32_t token) const { return begin <= token && token < end; }
};

struct Sentence {
  Span span;
  TokenRange tokens;
  std::uint32_t block = 0;  // index into blocks
};

// A paragraph, a heading or a list line.
struct Block {
  Span span;
  TokenRange tokens;
  TokenRange sentences;  // indices into sentences
};

// What stands between quotation marks, marks included. A quotation that is opened again at the start of each
// paragraph and closed once ("… / "… / "…") is one entry a paragraph.
struct Quotation {
  Span span;
  TokenRange tokens;
};

struct Segmented {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Block> blocks;
  std::vector<Quotation> quotations;
};

// A token is a run of letters (with inner apostrophes kept apart: "Son" "’s", "1990" "'s"), a run of the
// digits 0 to 9, or one other character; letters and digits that touch are two tokens with Gap::none ("30th"
// -> "30" "th"). Tokens ascend and do not overlap; every byte of the body that can be seen is in exactly one;
// each token is in exactly one sentence, each sentence in exactly one block. Any bytes will do: invalid UTF-8
// becomes punctuation.
Segmented segment(std::string_view text, Span body, const Orthography&);

// The same of some blocks only, as find_blocks gives them (blocks.h).
Segmented segment_blocks(std::string_view text, const std::vector<Span>& blocks, const Orthography&);

std::string_view text_of(std::string_view text, const Token&);

// The form under which words are compared: case folded, ’ ʼ ‘ as ', soft hyphens and the like dropped,
// accents kept.
//   folded("Son’s") == "son's"
std::string folded(std::string_view word);

}  // namespace fasti
