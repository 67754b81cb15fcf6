// What a file states about itself before its text begins: header lines, or YAML front matter, or both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/remark.h"

namespace fasti {

struct Header {
  std::string source;  // empty where nothing is stated
  std::string title;
  std::string url;
  Published published;
  std::size_t body = 0;  // offset of the text's first visible character
  std::vector<Diagnostic> diagnostics;
};

// Reads from `begin` on (behind a byte-order mark). See read.h for the form. What cannot be a header is body;
// what wants to be one and is not well formed gets a warning and is body, except in front matter, which never
// is.
Header read_header(const TextFile&, std::size_t begin);

// The parts of it, shared by header lines and front matter.
enum class HeaderKey { date, source, title, url };

struct HeaderValue {
  HeaderKey key;
  std::string text;
  Span span;                                            // of the value in the file
  std::string place;                                    // "header line 1: date 2021-09-29"
  std::string if_no_date = "the line is read as text";  // what happens to a date that is none
};

// Takes the value over. False, with a warning, where it is not well formed or was stated before. Text may
// follow a date only if `rest` is given, which then gets the bytes of `value.text` that were read.
bool take_value(const TextFile&, const HeaderValue& value, Header&, std::size_t* rest = nullptr);

// Where the front matter that begins at `begin` ends, its values taken over; `begin` itself if there is none.
std::size_t read_front_matter(const TextFile&, std::size_t begin, Header&);

}  // namespace fasti
