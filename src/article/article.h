// A text that was read, with what the file itself states about it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "article/published.h"
#include "base/diagnostic.h"
#include "base/span.h"

namespace fasti {

struct Article {
  std::string id;      // the file's name without its ending, with parts of the path where two would clash; or
                       // the "id" of an article line
  std::string source;  // who published it; the id where nothing says
  std::string title;
  std::string url;
  std::string path;  // as the user gave it; of an article line with the line's number, "docs.jsonl:12"
  // The whole file as valid UTF-8. Each byte of an invalid sequence was replaced by '?' one for one, so that
  // offsets are those of the file. Of an article line, its text. Everything downstream counts bytes of this
  // text.
  std::string text;
  Span body;                         // without byte-order mark, header lines and front matter
  std::vector<Span> captions;        // blocks of the text that stand under pictures and tables
  Published published;               // chosen from `dates`; by-lines of the text come later (timex/by_lines)
  std::vector<DateStatement> dates;  // all that is said of it; see published.h
  std::vector<WordedDate> worded_dates;  // the same in words, beside the text
  std::vector<Diagnostic> diagnostics;
};

}  // namespace fasti
