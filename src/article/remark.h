// A diagnostic about a place in a text, with that place's line as the excerpt.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace fasti {

struct TextFile {
  std::string path;
  std::string_view text;
};

// remark(Severity::warning, "invalid-date", "…", "…", file, {5, 15}) points at the span's first byte. Lines
// too long for a terminal are not shown.
Diagnostic remark(Severity, std::string code, std::string message, std::string hint, const TextFile&, Span);

// About a file as a whole.
Diagnostic file_error(std::string code, std::string path, std::string message, std::string hint = "");

}  // namespace fasti
