// A file's bytes, made text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace fasti {

struct FileText {
  std::string text;       // valid UTF-8 without NUL; as long as the bytes, unless they were UTF-16
  std::size_t begin = 0;  // behind a byte-order mark
  std::vector<Diagnostic> diagnostics;
};

// Throws InputError "binary-file" where the bytes begin with a known magic number.
void refuse_other_formats(const std::string& path, std::string_view bytes);

// Throws InputError where the bytes are no text: "binary-file" (a known magic number, NUL bytes), "not-utf8"
// (mostly).
//   "%PDF-1.7 …"      this looks like a PDF document, not a text; hint: save the text as a .txt file first
// A few bytes that are no UTF-8 become '?' with a warning: "invalid-utf8", or "not-utf8" where no other is
// beyond ASCII.
FileText text_of_bytes(const std::string& path, std::string bytes);

}  // namespace fasti
