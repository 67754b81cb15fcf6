// fasti rules diff: what an edit of rules changes.
#include <future>

#include "cli/command.h"
#include "cli/rule_folders.h"
#include "cli/streams.h"
#include "inspect/rule_diff_text.h"
#include "rules/load.h"

namespace fasti::cli {

namespace {

constexpr const char* built_in_name = "built-in";

struct DiffOptions : Options {
  std::string before;
  std::string after;
  bool alone = false;
  bool exit_code = false;
};

RuleSet rules_of(const std::string& folder, const DiffOptions& options) {
  std::vector<std::filesystem::path> folders;
  if (!options.alone || folder == built_in_name) folders.push_back(built_in_rules());
  if (folder != built_in_name) folders.emplace_back(folder);
  return load_rules(folders, options.language);
}

int diff(const DiffOptions& options) {
  const RuleSet before = rules_of(options.before, options);
  const RuleSet after = rules_of(options.after, options);
  const auto published = published_for(options);
  const Profile& profile_before = profile_for(options, before);
  const Profile& profile_after = profile_for(options, after);
  const Reading reading = read_inputs(options);
  // One on each of two cores; neither knows of the other.
  auto older = std::async(std::launch::async,
                          [&] { return read_with(reading.articles, before, profile_before, published); });
  const RuleReading newer = read_with(reading.articles, after, profile_after, published);
  const RuleReading old = older.get();
  const RuleDiff found = compare(old, newer);
  print_out(rule_diff_text(found, old, newer));
  if (!reading.failed.empty()) return some_failed;
  return options.exit_code && !found.empty() ? differs : all_well;
}

}  // namespace

void add_rules_diff(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<DiffOptions>();
  CLI::App* command = app.add_subcommand(
      "diff", "Tell what an edit of rules changes in articles: expressions, values, events and verdicts");
  command
      ->add_option("A", options->before,
                   "The rules before: a folder, on top of the built-in rules, or built-in")
      ->required()
      ->type_name("");
  command->add_option("B", options->after, "The rules after")->required()->type_name("");
  add_inputs(*command, *options);
  command->add_flag("--alone", options->alone,
                    "A and B are whole rule sets: the built-in rules are not put below them");
  command->add_flag("--exit-code", options->exit_code, "End with exit code 4 where something differs");
  add_reading(*command, *options);
  add_language(*command, *options);
  add_talk(*command, *options);
  command->footer(
      "Lines begin with + for what is found now, - for what is no longer found, ~ for what has changed.\n\n"
      "Example:\n  fasti rules diff built-in my-rules articles/");
  command->callback([options, &exit_code] { exit_code = diff(*options); });
}

}  // namespace fasti::cli
