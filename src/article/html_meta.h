// What a page's head says of its article: title, publisher, address, and every date with its place.
//
//   <meta property="article:published_time" content="2021-09-29T10:31:00+01:00">
//     -> {29 September 2021, metadata, published, "meta article:published_time: 2021-09-29T10:31:00+01:00"}
//   <meta name="date" content="Sept. 29, 2021">   -> words, for the rules to read
#pragma once

#include <string>
#include <vector>

#include "article/html_main.h"
#include "article/html_page.h"
#include "article/published.h"

namespace fasti {

struct PageFacts {
  std::string title;
  std::string source;
  std::string url;
  std::vector<DateStatement> dates;
  std::vector<WordedDate> worded_dates;
};

PageFacts page_facts(const HtmlPage&, const HtmlMain&);

}  // namespace fasti
