// Who is spoken of: runs of capitalised words, the shorter ones taken for the longer where they fit.
//
//   "Teodor Maslin … Mr Maslin"   ->   both are "Teodor Maslin"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct NameMention {
  TokenRange tokens;
  std::string name;   // the fullest form in the article: "Teodor Maslin"
  std::string title;  // "Mrs" before a single name, where it tells a woman from a man
};

// In the order of the text. Words of time expressions, and words that are capitalised only because they begin
// a sentence, are no names.
std::vector<NameMention> find_names(const Document&, const RuleSet&);

// True where every word of the shorter name stands in the longer, in order: "Maslin", "Teodor Maslin".
bool may_be_same_name(std::string_view a, std::string_view b);

}  // namespace fasti
