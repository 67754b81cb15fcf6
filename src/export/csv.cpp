#include "export/csv.h"

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

constexpr std::string_view line_end = "\r\n";

std::string row_of(const Timex& timex) {
  const auto& range = timex.range;
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}{}", csv_words(timex.doc), timex.span.begin,
                     timex.span.end, csv_words(timex.text), to_string(timex.type), escape_csv(timex.value),
                     escape_csv(timex.mod), range ? earliest_text(*range) : "",
                     range ? latest_text(*range) : "", range ? to_string(range->granularity) : "",
                     to_string(timex.basis), csv_words(timex.anchor), csv_words(timex.rule), line_end);
}

}  // namespace

std::string csv_header() {
  return fmt::format("doc,begin,end,text,type,value,mod,earliest,latest,granularity,basis,anchor,rule{}",
                     line_end);
}

std::string csv_rows(const Document& document) {
  std::string rows;
  for (const Timex& timex : document.timexes) rows += row_of(timex);
  return rows;
}

}  // namespace fasti
