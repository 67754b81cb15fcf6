// fasti extract: time expressions and claims of articles, as JSON lines.
#include <algorithm>

#include "cli/command.h"
#include "cli/streams.h"
#include "timeline/extract.h"

namespace fasti::cli {

namespace {

struct Only {
  std::vector<std::string> kinds;  // none: all

  bool has(const char* kind) const {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }
};

int extract(const Options& options, const Only& only) {
  const RuleSet rules = rules_for(options);
  const LineKinds kinds{only.has("timexes"), only.has("claims"), only.has("diagnostics")};
  const Extraction extraction{rules, profile_for(options, rules), published_for(options), kinds};
  Reading reading = read_inputs(options);
  fasti::extract(std::move(reading.articles), extraction, print_out);
  return reading.failed.empty() ? all_well : some_failed;
}

}  // namespace

void set_up_extract(CLI::App& app, int& exit_code) {
  app.description("Print the time expressions and dated claims of articles as JSON lines");
  app.footer("Example:\n  fasti extract articles/*.txt > found.jsonl");
  const auto options = std::make_shared<Options>();
  const auto only = std::make_shared<Only>();
  add_inputs(app, *options);
  app.add_option("--only", only->kinds,
                 "Print these kinds of lines only: timexes, claims, diagnostics; several with commas. Without "
                 "claims it is much quicker")
      ->type_name("KINDS")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"timexes", "claims", "diagnostics"}));
  add_reading(app, *options);
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, only, &exit_code] { exit_code = extract(*options, *only); });
}

}  // namespace fasti::cli
