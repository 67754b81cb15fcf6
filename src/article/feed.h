// RSS (0.9 to 2.0) and Atom: the articles of a feed, read by libxml2.
//
//   <item><title>Pier collapses</title><link>https://…</link><pubDate>Wed, 29 Sep 2021 10:31:00
//   +0100</pubDate>
//     <description>&lt;p&gt;The pier of Tolbury collapsed …</description></item>
//     -> one FeedItem: title, url, its text as a page's, and "feed pubDate: Wed, 29 Sep 2021 …" as published
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "article/html.h"

namespace fasti {

struct FeedFault {
  std::size_t line = 0;
  std::string reason;  // libxml2's words
};

// Gives the items in their order; each has the feed's title as source. The outcome tells where the feed is
// broken, what stands before that is given. Items count from one.
std::optional<FeedFault> read_feed(std::string_view bytes,
                                   const std::function<void(HtmlText, std::size_t number)>&);

bool looks_like_feed(std::string_view bytes);

}  // namespace fasti
