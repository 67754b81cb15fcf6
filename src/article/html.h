// A web page → its article: the text without menus, comments and banners, and what the page says about it.
//
//   <html><head><meta property="article:published_time" content="2021-09-29T10:31:00+01:00"></head>
//   <body><nav>…</nav><article><h1>Storm</h1><p>The pier collapsed.</p><p>Nobody was
//   hurt.</p></article></body></html>
//     -> title "Storm", text "The pier collapsed.\n\nNobody was hurt.", dates {2021-09-29, metadata,
//     published}
//
// Offsets of all that follows count bytes of `text`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/published.h"
#include "base/span.h"

namespace fasti {

struct HtmlText {
  std::string text;            // UTF-8; blocks with a blank line between them
  std::vector<Span> captions;  // blocks of it
  std::string title;           // these are empty where the page does not say
  std::string source;
  std::string url;
  std::vector<DateStatement> dates;
  std::vector<WordedDate> worded_dates;
  std::string charset;       // that the bytes were read in
  std::size_t replaced = 0;  // characters that the charset does not have, now U+FFFD
};

// `charset` is what came with the page, such as a Content-Type's; may be empty. Any bytes will do.
HtmlText html_text(std::string_view bytes, std::string_view charset = "");

// Does the text look like a page? By its first tags, not by a < somewhere.
bool looks_like_html(std::string_view bytes);

}  // namespace fasti
