// Any bytes as any file: whichever reader knows them reads them or tells why not, and gives articles as they
// must be. PDF is left out, which a process of its own reads.
#include <string>

#include "article/layers.h"
#include "article/reader.h"
#include "base/utf8.h"
#include "fuzz/invariants.h"

using namespace fasti;

namespace {

void check_article(const Article& article) {
  for (const std::string& said : {article.id, article.text, article.source, article.title, article.url})
    fuzz::require(is_valid_utf8(said), "what is read is UTF-8");
  fuzz::require(article.body.begin <= article.body.end && article.body.end <= article.text.size(),
                "the body lies in the text");
  if (article.published.known()) fuzz::check_range(article.published.range);
  for (const DateStatement& date : article.dates) fuzz::check_range(date.range);
}

void check_told(const Diagnostic& d) {
  fuzz::require(!d.message.empty() && is_valid_utf8(to_string(d)), "what is told can be printed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadLimits limits;
  limits.file = 1U << 20U;
  limits.unpacked = 4U << 20U;
  const Harvest harvest{check_article, check_article, check_told, check_told};
  try {
    LineSource source("fuzzed", unpacked("fuzzed", stream_of_memory(bytes), limits), limits.file);
    if (source.ahead().find("%PDF-") != std::string_view::npos) return 0;
    read_with_any({"fuzzed", "fuzzed", limits}, source, harvest);
  } catch (const InputError& error) {
    fuzz::require(!error.diagnostics.empty(), "an error tells something");
    for (const Diagnostic& d : error.diagnostics) check_told(d);
  }
  return 0;
}
