// Feeds, as they were fetched: an article an item.
#include <fmt/format.h>

#include "article/feed.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

bool holds_feed(const Origin&, LineSource& source) { return looks_like_feed(source.ahead()); }

void read_items(const Origin& origin, LineSource& source, const Harvest& harvest) {
  std::size_t items = 0;
  const std::string bytes = source.rest();
  const auto fault = read_feed(bytes, [&](HtmlText page, std::size_t number) {
    ++items;
    if (skip_blanks(page.text, 0) == page.text.size()) return;  // a link without a text
    const std::string path = fmt::format("{}#{}", origin.path, number);
    harvest.one_of_many(article_of_page(std::move(page), {path, fmt::format("{}-{}", origin.id, number)}));
  });
  if (fault) {
    Diagnostic d = file_error("broken-feed", origin.path, "this feed is broken: " + fault->reason,
                              "the items before this place were read");
    d.place.line = fault->line;
    throw InputError(std::move(d));
  }
  if (items == 0) throw InputError(file_error("empty-file", origin.path, "this feed has no items"));
}

}  // namespace

const Reader feed_reader{"RSS and Atom", holds_feed, read_items};

}  // namespace fasti
