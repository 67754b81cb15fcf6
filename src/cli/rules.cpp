// fasti rules check | test | list | gaps, and with rules_diff.cpp diff: edit rules without fear.
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/streams.h"
#include "inspect/gaps.h"
#include "inspect/rule_uses.h"
#include "timeline/build.h"
#include "timeline/rule_examples.h"

namespace fasti::cli {

namespace {

// Loading is the check: it throws with every mistake. What is only odd is a warning.
int check(const Options& options) {
  const RuleSet rules = rules_for(options);
  tell(rules.warnings, options);
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

struct ListOptions : Options {
  bool json = false;
};

std::vector<Document> documents_of(const Reading& reading, const RuleSet& rules, const Options& options) {
  return date_articles(reading.articles, rules, profile_for(options, rules), published_for(options));
}

int list(const ListOptions& options) {
  const RuleSet rules = rules_for(options);
  if (options.inputs.empty()) {
    for (const RuleUse& rule : rules_of(rules))
      print_out(options.json ? rule_uses_json({rule}, {})
                             : fmt::format("{:32} {:9} {}:{}\n", rule.id, rule.kind, rule.place.path,
                                           rule.place.line));
    return all_well;
  }
  const Reading reading = read_inputs(options);
  const std::vector<Document> documents = documents_of(reading, rules, options);
  const std::vector<RuleUse> uses = rule_uses(documents, rules, profile_for(options, rules));
  print_out(options.json ? rule_uses_json(uses, documents) : rule_uses_text(uses, documents));
  return reading.failed.empty() ? all_well : some_failed;
}

void check_date_words(const RuleSet& rules) {
  if (!rules.date_words.empty()) return;
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "no-date-words";
  d.message = "no rule file says which words look like a part of a date";
  d.hint = "add a list such as date-words: [\"{month}\", \"{unit}\"] to one";
  throw InputError(d);
}

int gaps(const Options& options) {
  const RuleSet rules = rules_for(options);
  check_date_words(rules);
  const Reading reading = read_inputs(options);
  const std::vector<Document> documents = documents_of(reading, rules, options);
  print_out(gaps_text(find_gaps(documents, rules, profile_for(options, rules)), documents));
  return reading.failed.empty() ? all_well : some_failed;
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

void add_list(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ListOptions>();
  CLI::App* command = app.add_subcommand(
      "list",
      "List the rules and where they stand; of articles, how often each took words, and the last of them");
  add_inputs(*command, *options)->required(false);
  command->add_flag("--json", options->json, "Print one JSON object a line instead");
  add_reading(*command, *options);
  add_rules(*command, *options);
  add_talk(*command, *options);
  command->footer(
      "What a rule costs is not listed: all rules run as one automaton, and none has a cost of its own.\n\n"
      "Example:\n  fasti rules list articles/ --rules my-rules");
  command->callback([options, &exit_code] { exit_code = list(*options); });
}

void add_gaps(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "gaps", "List words that look like a part of a date and that no rule took, most frequent first");
  add_inputs(*command, *options);
  add_reading(*command, *options);
  add_rules(*command, *options);
  add_talk(*command, *options);
  command->footer("Example:\n  fasti rules gaps articles/ --rules my-rules");
  command->callback([options, &exit_code] { exit_code = gaps(*options); });
}

}  // namespace

void set_up_rules(CLI::App& app, int& exit_code) {
  app.description("Check rule files, run their examples, see what they take and what they leave");
  app.require_subcommand(1);
  app.footer("Example:\n  fasti rules test --rules my-rules");
  add(app, "check", "Tell every mistake in the rule files", check, exit_code);
  add(app, "test", "Run the examples that stand beside the rules", test, exit_code);
  add_list(app, exit_code);
  add_gaps(app, exit_code);
  add_rules_diff(app, exit_code);
}

}  // namespace fasti::cli
