// schema.org in JSON-LD: what a page tells search engines about its article.
//
//   {"@graph": [{"@type": "WebPage", …}, {"@type": "NewsArticle", "headline": …, "datePublished":
//   "2021-09-29", …}]}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fasti {

// One thing that has a date or a headline. Only the page's own things are listed, not those that others hold
// (comments, related stories, the posts of a live blog), and of each only what is asked here: an event's
// startDate is none of it.
struct LinkedThing {
  std::string type;  // "NewsArticle"
  std::string headline;
  std::string address;  // of url, mainEntityOfPage or @id
  std::string published, modified, created;
  std::string publisher;
  bool is_article = false;  // by its type; a WebPage or a Product is none
};

// The article that the page is about comes first: the one with the page's address or headline, else the
// first. Others follow only if they are no articles: what a WebPage says of itself counts where its article
// is silent. Broken JSON is passed over.
std::vector<LinkedThing> read_json_ld(const std::vector<std::string>& scripts, std::string_view address,
                                      std::string_view heading);

}  // namespace fasti
