// Documents of word processors. The day on which they were written is the best that they say of their
// publication.
#include "article/header_date.h"
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
  if (const auto created = read_header_date(office.created); created && created->possible)
    article.published = {created->range, Published::Basis::metadata, "document created: " + office.created};
  harvest.file(std::move(article));
}

}  // namespace

const Reader office_reader{"office document", knows_office, read_office};

}  // namespace fasti
