// Where words stand, for people: file and line, and the words with what is around them.
#pragma once

#include <string>

#include "timex/document.h"

namespace fasti {

// "letters/a.txt:12"; of an article line its path, which has the line's number already: "docs.jsonl:12".
std::string place_in(const Article&, Span);

// "over [the past few weeks] the pump": some tokens to each side, within the paragraph, on one line.
std::string words_around(const Document&, Span);

}  // namespace fasti
