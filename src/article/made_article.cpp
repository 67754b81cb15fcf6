#include "article/made_article.h"

#include <algorithm>

#include <fmt/format.h>

#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

Article made_article(const Origin& origin, std::string text, const std::string& what) {
  if (trimmed(text).empty())
    throw InputError(file_error("empty-file", origin.path, fmt::format("this {} has no text", what)));
  Article article;
  article.id = origin.id;
  article.source = origin.id;
  article.path = origin.path;
  article.text = repair_utf8(std::move(text)).text;
  std::replace(article.text.begin(), article.text.end(), '\0', ' ');
  article.body = {skip_blanks(article.text, 0), article.text.size()};
  return article;
}

}  // namespace fasti
