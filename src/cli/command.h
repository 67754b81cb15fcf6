// The commands of the program: one file each, one table of all (commands.cpp), and what they share.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "article/read.h"
#include "base/diagnostic.h"
#include "rules/rule_set.h"

namespace fasti::cli {

// What the program ends with; scripts rely on the numbers.
enum Exit { all_well = 0, some_failed = 1, wrong_call = 2, conflict_open = 3, differs = 4 };

// Options that several commands take.
struct Options {
  std::vector<std::string> inputs;
  ReadLimits limits;
  std::vector<std::string> fields;
  std::string sources;
  std::vector<std::string> rule_folders;
  std::string language = "en";
  std::string profile = "news";
  std::string published;
  std::string decisions;
  bool quiet = false;
  bool verbose = false;
};

CLI::Option* add_inputs(CLI::App&, Options&);     // at least one is required; and how to read them
void add_rules(CLI::App&, Options&);              // --rules, --lang
void add_language(CLI::App&, Options&);           // --lang
void add_reading(CLI::App&, Options&);            // --profile, --published
CLI::Option* add_decisions(CLI::App&, Options&);  // --decisions
void add_talk(CLI::App&, Options&);               // --quiet, --verbose

// The built-in rules, then those of --rules. Throws InputError.
RuleSet rules_for(const Options&);
const Profile& profile_for(const Options&, const RuleSet&);
std::optional<DateRange> published_for(const Options&);

// Reads what can be read and tells what cannot. Throws InputError with code "no-article" where nothing is
// left.
Reading read_inputs(const Options&);
ReadOptions read_options_for(const Options&);

// To standard error. Notes only with --verbose, warnings not with --quiet, errors always.
void tell(const Diagnostic&, const Options&);
void tell(const std::vector<Diagnostic>&, const Options&);

// A command sets itself up on the parser and says what runs it.
struct Command {
  const char* name;
  void (*set_up)(CLI::App& command, int& exit_code);
};
const std::vector<Command>& commands();

void set_up_build(CLI::App&, int& exit_code);
void set_up_render(CLI::App&, int& exit_code);
void set_up_extract(CLI::App&, int& exit_code);
void set_up_explain(CLI::App&, int& exit_code);
void set_up_reconcile(CLI::App&, int& exit_code);
void set_up_decide(CLI::App&, int& exit_code);
void set_up_export(CLI::App&, int& exit_code);
void set_up_rules(CLI::App&, int& exit_code);
void add_rules_diff(CLI::App& rules, int& exit_code);  // a command of that command

// The whole program: parses the call, runs the command, turns InputError into messages and an exit code.
int run(int argc, const char* const* argv);

}  // namespace fasti::cli
