// Any bytes as a text: they are segmented, matched, resolved and turned into claims with the built-in English
// rules, and what comes out keeps the promises of the headers.
#include <string>

#include "article/read.h"
#include "claim/find_claims.h"
#include "cli/rule_folders.h"
#include "fuzz/invariants.h"
#include "rules/load.h"
#include "timeline/build.h"
#include "timeline/json.h"

using namespace fasti;

namespace {

const RuleSet& english() {
  static const RuleSet rules = load_rules({cli::built_in_rules()}, "en");
  return rules;
}

// Segmentation and matching promise to take any bytes.
void check_raw(const std::string& text) {
  const Segmented segmented = segment(text, {0, text.size()}, english().orthography);
  fuzz::check_segmented(segmented, text);
  fuzz::check_partials(match_timexes(text, segmented, english(), english().profiles.at("news")), text);
  fuzz::check_hits(english().timex_program, segmented, text);
}

void check_pipeline(const std::string& text) {
  Article article;
  try {
    article = article_from_text("fuzzed.txt", text);
  } catch (const InputError&) {
    return;  // no text
  }
  article.id = "fuzzed";
  const auto documents = date_articles({article}, english(), english().profiles.at("news"));
  for (const Document& document : documents) {
    fuzz::check_timexes(document);
    const Claims claims = find_claims(document, english());
    for (const auto* list : {&claims.dated, &claims.undated, &claims.background})
      fuzz::check_claims(*list, document);
    extract_lines(document, claims.dated);
  }
  build_timeline(documents, english());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_raw(text);
  check_pipeline(text);
  return 0;
}
