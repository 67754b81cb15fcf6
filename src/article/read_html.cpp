// Web pages, saved or fetched: one article a file.
#include <fmt/format.h>

#include "article/html.h"
#include "article/inputs.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

bool named_as_page(const std::string& path) {
  const std::string ending = ending_of(path);
  return ending == ".html" || ending == ".htm" || ending == ".xhtml";
}

bool holds_page(const Origin& origin, LineSource& source) {
  const std::string_view bytes = source.ahead();
  if (looks_like_html(bytes) || origin.type == "text/html") return true;
  // A page may begin with text; a file so named that has no tag at all is none.
  return named_as_page(origin.path) && bytes.find('<') != bytes.npos && bytes.find('\0') == bytes.npos;
}

void tell_replaced(const HtmlText& page, Article& article) {
  if (page.replaced == 0) return;
  Diagnostic d = file_error("invalid-characters", article.path,
                            fmt::format("{} {} not in {} and became U+FFFD", page.replaced,
                                        page.replaced == 1 ? "character is" : "characters are", page.charset),
                            "if the page is in another charset, let its <meta charset=…> say which");
  d.severity = Severity::warning;
  d.doc = article.id;
  article.diagnostics.push_back(std::move(d));
}

void read_html(const Origin& origin, LineSource& source, const Harvest& harvest) {
  HtmlText page = html_text(source.rest(), origin.charset);
  if (skip_blanks(page.text, 0) == page.text.size())
    throw InputError(file_error("empty-page", origin.path, "no text of an article was found in this page",
                                "pages that a script fills must be saved by a browser, once they are shown"));
  Article article = article_of_page(std::move(page), origin);
  harvest.file(std::move(article));
}

}  // namespace

Article article_of_page(HtmlText page, const Origin& origin) {
  Article article;
  article.id = origin.id;
  article.path = origin.path;
  article.source = page.source.empty() ? origin.id : std::move(page.source);
  article.title = std::move(page.title);
  article.url = std::move(page.url);
  article.captions = std::move(page.captions);
  article.dates = std::move(page.dates);
  article.worded_dates = std::move(page.worded_dates);
  tell_replaced(page, article);
  article.text = std::move(page.text);
  article.body = {0, article.text.size()};
  return article;
}

const Reader html_reader{"HTML", holds_page, read_html};

}  // namespace fasti
