// Any bytes as an article's file: they are read, or it is told why they are none.
#include <string>

#include "article/read.h"
#include "base/utf8.h"
#include "fuzz/invariants.h"

using namespace fasti;

namespace {

void check_article(const Article& article) {
  fuzz::require(is_valid_utf8(article.text), "the text is UTF-8");
  fuzz::require(article.body.begin <= article.body.end && article.body.end <= article.text.size(),
                "the body lies in the text");
  for (const std::string& said : {article.source, article.title, article.url})
    fuzz::require(is_valid_utf8(said), "what the header says is UTF-8");
  if (article.published.known()) fuzz::check_range(article.published.range);
  for (const Diagnostic& d : article.diagnostics)
    fuzz::require(!d.message.empty() && is_valid_utf8(to_string(d)), "what is told can be printed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const char* name : {"fuzzed.txt", "fuzzed.md"}) {
    try {
      check_article(article_from_text(name, std::string(reinterpret_cast<const char*>(data), size)));
    } catch (const InputError& error) {
      fuzz::require(!error.diagnostics.empty(), "an error tells something");
    }
  }
  return 0;
}
