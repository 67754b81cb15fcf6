// What an element of a page is there for, told by its tag and by what authors of pages write into role,
// itemprop, class and id. These names are conventions of page templates, the same in pages of any language.
//
//   <div class="related-stories">    aside
//   <p class="byline">               by-line
//   <div itemprop="articleBody">     the article's body
#pragma once

#include <string_view>

#include "article/html_parse.h"

namespace fasti {

struct HtmlRole {
  bool article = false;        // <article>
  bool main = false;           // <main>, role=main
  bool body = false;           // articleBody
  bool aside = false;          // beside the article for certain: menus, comments, forms, hidden things
  bool perhaps_aside = false;  // as its name says; not if it holds the article
  bool header = false;         // <header>: an article's, or the site's
  bool by_line = false;        // who and when
  bool published = false, modified = false;  // a date, as its names say
  bool caption = false;
};

HtmlRole role_of(const HtmlTag&);

// How its tag lays out an element.
enum class HtmlLayout {
  inline_,
  block,
  paragraph,
  heading,
  item,
  row,
  cell,
  quote,
  preformatted,
  line_break,
  dropped
};
HtmlLayout layout_of(std::string_view tag);

}  // namespace fasti
