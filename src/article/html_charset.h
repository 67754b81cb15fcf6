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

DecodedPage decode_page(std::string_view bytes, std::string_view charset = "");

}  // namespace fasti
