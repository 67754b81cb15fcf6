// Documents of word processors. The day on which they were written is the best that they say of their
// publication.
#include "article/machine_date.h"
#include "article/made_article.h"
#include "article/office.h"
#include "article/reader.h"

namespace fasti {

namespace {

bool knows_office(const Origin&, LineSource& source) { return looks_like_zip(source.ahead()); }

void read_office(const Origin& origin, LineSource& source, const Harvest& harvest) {
  const std::string bytes = source.rest();
  OfficeText office = office_text(origin.path, bytes, origin.limits);
  Article article = made_article(origin, std::move(office.text), "document");
  article.title = office.title;
  if (!office.creator.empty()) article.source = office.creator;
  if (const auto day = read_machine_date(office.created))
    add_statement(article.dates, {*day, Published::Basis::metadata, DateStatement::What::published,
                                  "document created: " + office.created});
  if (const auto day = read_machine_date(office.modified))
    add_statement(article.dates, {*day, Published::Basis::metadata, DateStatement::What::modified,
                                  "document modified: " + office.modified});
  article.published = choose_published(article.dates);
  harvest.file(std::move(article));
}

}  // namespace

const Reader office_reader{"office document", knows_office, read_office};

}  // namespace fasti
