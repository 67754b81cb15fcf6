// fasti rules check | test | list: edit rules without fear.
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/streams.h"
#include "timeline/rule_examples.h"

namespace fasti::cli {

namespace {

// Loading is the check: it throws with every mistake.
int check(const Options& options) {
  const RuleSet rules = rules_for(options);
  print_out(fmt::format("{} rules for time expressions and {} for events are in order\n",
                        rules.timexes.size(), rules.events.size()));
  return all_well;
}

int test(const Options& options) {
  const ExampleRun run = run_examples(rules_for(options));
  tell(run.failed, options);
  print_out(fmt::format("{} examples hold, {} do not\n", run.passed, run.failed.size()));
  return run.failed.empty() ? all_well : wrong_call;
}

int list(const Options& options) {
  const RuleSet rules = rules_for(options);
  for (const TimexRule& rule : rules.timexes)
    print_out(fmt::format("{:32} {:9} {}:{}\n", rule.id,
                          rule.negative ? "no date" : to_string(rule.parts.front().type), rule.place.path,
                          rule.place.line));
  for (const EventRule& rule : rules.events)
    print_out(fmt::format("{:32} {:9} {}:{}\n", rule.id, "event", rule.place.path, rule.place.line));
  return all_well;
}

void add(CLI::App& app, const char* name, const char* description, int (*action)(const Options&),
         int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(name, description);
  add_rules(*command, *options);
  add_talk(*command, *options);
  command->footer(fmt::format("Example:\n  fasti rules {} --rules my-rules", name));
  command->callback([options, action, &exit_code] { exit_code = action(*options); });
}

}  // namespace

void set_up_rules(CLI::App& app, int& exit_code) {
  app.description("Check rule files, run their examples, list the rules");
  app.require_subcommand(1);
  app.footer("Example:\n  fasti rules test --rules my-rules");
  add(app, "check", "Tell every mistake in the rule files", check, exit_code);
  add(app, "test", "Run the examples that stand beside the rules", test, exit_code);
  add(app, "list", "List the rules and where they stand", list, exit_code);
}

}  // namespace fasti::cli
