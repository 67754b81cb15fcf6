// The text of a rule file, checked byte for byte before any parser sees it, and diagnostics that point into
// it.
//
// yaml-cpp takes the byte 04 for the end of the file and drops what follows, and takes a line that begins
// with % for a directive wherever it stands; a carriage return alone, a byte-order mark inside and other
// characters that cannot be seen end up in keys. So all of these are refused, besides invalid UTF-8 and NUL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace fasti {

struct SourceText {
  std::string path;
  std::string bytes;                     // without a byte-order mark
  std::vector<std::size_t> line_begins;  // offset of each line

  std::string_view line(std::size_t number) const;  // counted from one, without its line break

  // A diagnostic at a line and a column in bytes, both counted from one; 0 is unknown. Quotes the line unless
  // it is so long that a person could not find the place in it.
  Diagnostic error_at(std::size_t line, std::size_t column, std::string message, std::string hint) const;
};

// Throws InputError at the first byte that a rule file may not hold.
SourceText checked_source(std::string path, std::string bytes);

// How many bytes of a scalar's source, its quotation mark included, come before the byte `offset` of its
// value.
//   source_offset(R"("a\\b{c}")", 3) == 5      the { of the value a\b{c}
std::size_t source_offset(std::string_view scalar, std::size_t offset);

}  // namespace fasti
