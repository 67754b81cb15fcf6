#include "article/collect_dates.h"

#include <algorithm>

#include "article/address_date.h"
#include "article/inputs.h"

namespace fasti {

void collect_dates(Article& article, bool is_file) {
  if (article.published.known()) {
    DateStatement stated{article.published.range, article.published.basis, DateStatement::What::published,
                         article.published.reason};
    const auto same = std::find(article.dates.begin(), article.dates.end(), stated);
    if (same == article.dates.end()) article.dates.insert(article.dates.begin(), std::move(stated));
  }
  if (auto archived = archived_address(article.url))
    add_statement(article.dates, std::move(archived->fetched));
  if (auto dated = date_in_address(article.url)) add_statement(article.dates, std::move(*dated));
  if (is_file && article.path != standard_input)
    if (auto dated = date_in_file_name(article.path)) add_statement(article.dates, std::move(*dated));
  article.published = choose_published(article.dates);
}

}  // namespace fasti
