#include "article/html.h"

#include <algorithm>
#include <array>

#include "article/html_charset.h"
#include "article/html_main.h"
#include "article/html_meta.h"
#include "article/html_page.h"
#include "base/utf8.h"

namespace fasti {

HtmlText html_text(std::string_view bytes, std::string_view charset) {
  const DecodedPage decoded = decode_page(bytes, charset);
  const HtmlPage page = read_html_page(decoded.text);
  HtmlMain main = find_main(page);
  PageFacts facts = page_facts(page, main);
  HtmlText result;
  result.text = std::move(main.text);
  result.captions = std::move(main.captions);
  result.title = std::move(facts.title);
  result.source = std::move(facts.source);
  result.url = std::move(facts.url);
  result.dates = std::move(facts.dates);
  result.worded_dates = std::move(facts.worded_dates);
  result.charset = decoded.charset;
  result.replaced = decoded.replaced;
  return result;
}

bool looks_like_html(std::string_view bytes) {
  std::string start =
      has_utf16_mark(bytes) ? utf8_from_utf16(bytes.substr(0, 4096)) : std::string(bytes.substr(0, 2048));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  std::string_view rest = start;
  for (;;) {  // what may stand before the first tag
    rest = rest.substr(std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size()));
    const std::string_view end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?xml") ? "?>" : "";
    if (end.empty()) break;
    const std::size_t at = rest.find(end);
    if (at == rest.npos) break;
    rest.remove_prefix(at + end.size());
  }
  constexpr std::array<std::string_view, 14> first = {
      "<!doctype html", "<html",    "<head", "<body", "<title", "<meta",  "<script",
      "<style",         "<article", "<div",  "<h1",   "<p>",    "<table", "<link"};
  return std::any_of(first.begin(), first.end(), [&](std::string_view tag) { return rest.starts_with(tag); });
}

}  // namespace fasti
