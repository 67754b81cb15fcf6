// A quotation with its surroundings as HTML: the words that give the date are marked, the word that tells the
// event is underlined, and what stands around the quotation is set back.
//
//   "They lost the baby on Sept. 30."  ->  They <u>lost</u> the baby on <mark>Sept. 30</mark>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"

namespace fasti {

// What to put an element around, in offsets of the article's text.
struct Marking {
  Span span;
  std::string_view element;  // "mark", "u"
};

// The text, which begins at `offset` of the article, escaped, with elements that nest properly however the
// spans overlap.
std::string marked_html(std::string_view text, std::size_t offset, const std::vector<Marking>&);

std::string quotation_html(const Claim&);

}  // namespace fasti
