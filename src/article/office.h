// Documents of word processors (.docx, .odt) → paragraphs, and what they say about themselves.
#pragma once

#include <string>
#include <string_view>

#include "article/limits.h"

namespace fasti {

struct OfficeText {
  std::string text;  // a blank line between paragraphs; cells of a table each a paragraph
  std::string title;
  std::string creator;
  std::string created;  // "2021-09-29T08:00:00Z", as it stands there
  std::string modified;
};

// True for the begin of a zip archive.
bool looks_like_zip(std::string_view bytes);

// Throws InputError with the path: "broken-archive" (no zip, or damaged), "unpacks-too-large", "broken-xml",
// "not-an-article" (a zip archive with another content: a table, slides, an e-book).
OfficeText office_text(const std::string& path, std::string_view bytes, const ReadLimits&);

}  // namespace fasti
