// Which blocks of a page are the article? First by structure: articleBody, <article>, <main>. Where a page
// has none of these, by density: the innermost element that holds most of the text that is no link. No word
// of a language plays a part. Menus, comments, related stories and the like are left out by their elements
// (html_roles), lists of links by what they are.
#pragma once

#include <string>
#include <vector>

#include "article/html_page.h"
#include "base/span.h"

namespace fasti {

struct HtmlMain {
  std::string text;  // blocks with a blank line between them; items ("- …") and rows ("a | b") a line each
  std::vector<Span> captions;
  std::string heading;                 // the first <h1>; no part of the text
  std::vector<std::string> by_lines;   // who and when; no part of the text
  std::vector<const HtmlTime*> times;  // those that are about this article
};

HtmlMain find_main(const HtmlPage&);

}  // namespace fasti
