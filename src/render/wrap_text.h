// Breaks a text into lines that fit a width, where Unicode allows a break (UAX #14: also between Chinese
// characters), and within a word where a word alone is too long.
//
//   wrap("They announced the loss on Instagram", 90, 2, measure)  ->  "They announced", "the loss on Insta…"
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

using Measure = std::function<double(std::string_view)>;

// At most `most_lines` lines, each no wider than `width`; the last ends in "…" where text was left out. White
// space and characters that cannot be shown are cleaned first. At least one line, perhaps an empty one. The
// time depends on what is shown, not on the length of the text.
std::vector<std::string> wrap(std::string_view text, double width, std::size_t most_lines, const Measure&);

// The same, with as few lines, but these of about equal length: no word is left alone on the last line.
//   wrap      "They told it with photographs from the" / "hospital"
//   balanced  "They told it with" / "photographs from the hospital"
std::vector<std::string> balanced(std::string_view text, double width, std::size_t most_lines,
                                  const Measure&);

// One line: wrap(text, width, 1, measure).
std::string shortened(std::string_view text, double width, const Measure&);

}  // namespace fasti
