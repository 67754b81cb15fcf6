// Dates in the names of things: in the address of a page and in the name of a file.
//
//   https://example.org/2021/09/29/storm     29 September 2021      also /2021-09-29-storm, /20210929/,
//   /2021/sep/29/ https://example.org/2021/09/storm        September 2021
//   https://web.archive.org/web/20211003120000/https://example.org/…     fetched on 3 October 2021
//   2021-09-29-storm.txt, 20210929.html, storm_2021-09.md
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/published.h"

namespace fasti {

std::optional<DateStatement> date_in_address(std::string_view address);

// Not of a version or a number ("report-v2.2021.09", "id-20211399"), nor where the name holds two dates.
std::optional<DateStatement> date_in_file_name(std::string_view path);

// The copy of a page that an archive made, by its address.
struct ArchivedAddress {
  std::string address;  // of the page itself
  DateStatement fetched;
};
std::optional<ArchivedAddress> archived_address(std::string_view address);

}  // namespace fasti
