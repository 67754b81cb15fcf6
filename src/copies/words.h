// A text as numbers: one a word, equal where the words are. Whatever finds copies compares these and knows no
// language.
//
//   "The Gazette's man"  ->  the | gazette | ' | s | man as hashes; case and punctuation do not count
//   "大桥倒塌"           ->  大桥 | 桥倒 | 倒塌 | 塌
//
// Scripts that put no blanks between words (by Unicode's line-breaking classes ID, CJ and SA) give a word a
// character, of it and the next, since single characters are too common to tell texts apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/segment.h"

namespace fasti {

using WordHash = std::uint32_t;

struct Words {
  std::vector<WordHash> hashes;
  std::vector<Span> spans;        // where each stands
  std::vector<bool> capitalised;  // begins with a capital letter
};

Words hashed_words(std::string_view text, const std::vector<Token>& tokens, TokenRange range);
Words hashed_words(std::string_view text, const std::vector<Token>& tokens);
Words hashed_words(std::string_view text);  // of a name or the like, by itself

}  // namespace fasti
