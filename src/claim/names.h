// Who is spoken of: runs of capitalised words, the shorter ones taken for the longer where they fit.
//
//   "Teodor Maslin … Mr Maslin"   ->   both are "Teodor Maslin"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/word_view.h"

namespace fasti {

using NameNumber = std::uint32_t;

struct NameMention {
  TokenRange tokens;
  NameNumber name = 0;             // the fullest form in the article: "Teodor Maslin"
  std::uint32_t title = no_title;  // token of "Mrs" before a single name, where it tells a woman from a man

  static constexpr std::uint32_t no_title = ~std::uint32_t{0};
};

struct Names {
  std::vector<NameMention> mentions;  // in the order of the text
  std::vector<std::string> texts;     // by number; each once
};

// Words of time expressions, and words that are capitalised only because they begin a sentence, are no names.
Names find_names(const WordView&);

// True where every word of the shorter name stands in the longer, in order: "Maslin", "Teodor Maslin".
bool may_be_same_name(std::string_view a, std::string_view b);

}  // namespace fasti
