// A file's bytes, made text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace fasti {

struct FileText {
  std::string text;       // valid UTF-8 without NUL; as long as the bytes, if they were UTF-8
  std::size_t begin = 0;  // behind a byte-order mark
  std::vector<Diagnostic> diagnostics;
};

// Throws InputError "binary-file" where the bytes begin with a known magic number.
void refuse_other_formats(const std::string& path, std::string_view bytes);

// Throws InputError where the bytes are no text: "binary-file" (a known magic number, NUL bytes, or nothing
// that could be letters).
//   "\x89PNG…"      this looks like a PNG image, not a text; hint: save the text as a .txt file first
//
// UTF-8 stays as it is, but for single stray bytes, which become '?' with the warning "invalid-utf8". What
// has no UTF-8 in it is read in `charset` if a server or mail stated one, else in the one it looks most like,
// with the warning "not-utf8"; UTF-16 with the note "utf-16", also without a byte-order mark.
FileText text_of_bytes(const std::string& path, std::string bytes, std::string_view charset = "");

}  // namespace fasti
