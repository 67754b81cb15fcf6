// Words and where they stand on a page → lines → paragraphs. A PDF knows the former only.
#pragma once

#include <string>
#include <vector>

namespace fasti {

struct PageWord {
  std::string text;
  double x = 0, y = 0, width = 0, height = 0;  // of its box, from the upper left, in points
  bool blank_follows = true;
};

struct WordsOfPage {
  double height = 0;
  std::vector<PageWord> words;  // in the order of reading
};

// The text, with a blank line between paragraphs. Lines of a paragraph are joined, and a word that a hyphen
// parts at a line's end with them. A paragraph ends where the next line is further away than lines of this
// height are, or of another height, or where its line ends short. It goes on over a column's or page's end
// unless a sentence ends there. Lines that stand on several pages' upper or lower margin, page numbers apart,
// are left out.
std::string paragraphs_of(const std::vector<WordsOfPage>&);

}  // namespace fasti
