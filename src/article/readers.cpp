#include "article/reader.h"

#include <algorithm>

namespace fasti {

const std::vector<Reader>& readers() {
  static const std::vector<Reader> table{warc_reader, pdf_reader,  office_reader, line_reader,  json_reader,
                                         mail_reader, feed_reader, html_reader,   table_reader, text_reader};
  return table;
}

void read_with_any(const Origin& origin, LineSource& source, const Harvest& harvest) {
  const auto knowing = std::find_if(readers().begin(), readers().end(),
                                    [&](const Reader& reader) { return reader.knows(origin, source); });
  knowing->read(origin, source, harvest);
}

}  // namespace fasti
