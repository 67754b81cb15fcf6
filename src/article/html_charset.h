// A page's bytes → UTF-8. The charset is, in this order: a byte-order mark's, the one that came with the
// page, the one that the page declares in its first kilobytes, UTF-8 if the bytes are, and else what ICU
// takes them for.
#pragma once

#include <string>
#include <string_view>

namespace fasti {

struct DecodedPage {
  std::string text;  // valid UTF-8 without NUL
  std::string charset;
  std::size_t replaced = 0;  // characters that became U+FFFD
};

// Of a text that declares nothing itself: in `charset` where that is known, else in what ICU takes it for,
// which of a few bytes is Windows-1252.
DecodedPage decode_text(std::string_view bytes, std::string_view charset = "");

DecodedPage decode_page(std::string_view bytes, std::string_view charset = "");

}  // namespace fasti
