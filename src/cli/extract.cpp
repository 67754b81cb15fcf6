// fasti extract: time expressions and claims of articles, as JSON lines.
#include <fmt/format.h>

#include "claim/find_claims.h"
#include "cli/command.h"
#include "cli/streams.h"
#include "timeline/build.h"
#include "timeline/json.h"

namespace fasti::cli {

namespace {

int extract(const Options& options) {
  const RuleSet rules = rules_for(options);
  const Profile& profile = profile_for(options, rules);
  const auto published = published_for(options);
  Reading reading = read_inputs(options);
  for (const Document& document : date_articles(std::move(reading.articles), rules, profile, published)) {
    print_out(extract_lines(document, find_dated_claims(document, rules)));
  }
  return reading.failed.empty() ? all_well : some_failed;
}

}  // namespace

void set_up_extract(CLI::App& app, int& exit_code) {
  app.description("Print the time expressions and dated claims of articles as JSON lines");
  app.footer("Example:\n  fasti extract articles/*.txt > found.jsonl");
  const auto options = std::make_shared<Options>();
  add_inputs(app, *options);
  add_reading(app, *options);
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = extract(*options); });
}

}  // namespace fasti::cli
