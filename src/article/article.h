// A text that was read, with what the file itself states about it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "calendar/date_range.h"

namespace fasti {

// When an article was published, and how that is known.
struct Published {
  enum class Basis { stated, metadata, file_name, inferred, unknown };
  DateRange range;  // meaningless where the basis is unknown
  Basis basis = Basis::unknown;
  std::string reason;  // in words: "header line 1: date 2021-09-29"

  bool known() const { return basis != Basis::unknown; }
};
std::string_view to_string(Published::Basis);  // "file name" with a space, as in the formats

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
  Span body;  // without byte-order mark, header lines and front matter
  Published published;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace fasti
