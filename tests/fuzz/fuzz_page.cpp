// Any bytes as a web page, and as a feed.
#include <string>

#include "article/feed.h"
#include "base/utf8.h"
#include "fuzz/invariants.h"

using namespace fasti;

namespace {

void check_page(const HtmlText& page) {
  for (const std::string& said : {page.text, page.title, page.source, page.url})
    fuzz::require(is_valid_utf8(said), "what a page says is UTF-8");
  fuzz::require(page.text.find('\0') == std::string::npos, "a text has no NUL");
  std::size_t reached = 0;
  for (const Span caption : page.captions) fuzz::check_span(caption, reached, page.text);
  for (const DateStatement& one : page.dates) {
    fuzz::check_range(one.range);
    fuzz::require(is_valid_utf8(one.where), "where a date stands is UTF-8");
  }
  for (const WordedDate& one : page.worded_dates)
    fuzz::require(is_valid_utf8(one.words) && is_valid_utf8(one.where), "dates in words are UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_page(html_text(bytes));
  check_page(html_text(bytes, "utf-8"));
  read_feed(bytes, [](const HtmlText& page, std::size_t) { check_page(page); });
  return 0;
}
