#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/streams.h"

namespace fasti::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {"build", set_up_build},     {"render", set_up_render},       {"export", set_up_export},
      {"extract", set_up_extract}, {"reconcile", set_up_reconcile}, {"explain", set_up_explain},
      {"decide", set_up_decide},   {"rules", set_up_rules},
  };
  return table;
}

namespace {

// A word where a command should stand may be a slip of the finger.
void tell_wrong_call(const CLI::ParseError& error, int argc, const char* const* argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  const bool a_command = std::find(names.begin(), names.end(), first) != names.end();
  if (first.empty()) {
    print_error(fmt::format("fasti: say what to do: {}\n  hint: run fasti --help\n", fmt::join(names, ", ")));
  } else if (first.starts_with('-') || a_command) {
    print_error(
        fmt::format("fasti: {}\n  hint: run fasti{} --help\n", error.what(), a_command ? " " + first : ""));
  } else {
    const auto nearest = nearest_word(first, names);
    print_error(fmt::format("fasti: there is no command \"{}\"\n  hint: {}\n", first,
                            nearest ? fmt::format("did you mean \"{}\"?", *nearest)
                                    : fmt::format("known are: {}", fmt::join(names, ", "))));
  }
}

}  // namespace

namespace {

// What the program ends with where the call could be understood. The results that still wait in a buffer
// count too: a full disk behind standard output is no success.
int parsed_and_run(CLI::App& app, int argc, const char* const* argv, const int& exit_code) {
  int result = all_well;
  try {
    app.parse(argc, argv);
    result = exit_code;
  } catch (const CLI::Success& success) {
    result = app.exit(success);
  }
  finish_out();
  return result;
}

}  // namespace

int run(int argc, const char* const* argv) {
  fill_closed_streams();
  CLI::App app{"fasti reconstructs one event timeline from several dated texts.", "fasti"};
  app.set_version_flag("--version", std::string("fasti ") + FASTI_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Example:\n  fasti build articles/ -o out\n\nExit codes: 0 all well, 1 some inputs failed, 2 the call "
      "or a rule file is wrong,\n"
      "3 with --fail-on-conflict where sources disagree on a date, 4 with rules diff --exit-code where rules "
      "differ.");
  int exit_code = all_well;
  for (const Command& command : commands()) command.set_up(*app.add_subcommand(command.name), exit_code);
  try {
    return parsed_and_run(app, argc, argv, exit_code);
  } catch (const CLI::ParseError& error) {
    tell_wrong_call(error, argc, argv);
    return wrong_call;
  } catch (const InputError& error) {
    for (const Diagnostic& d : error.diagnostics) print_error(to_string(d) + "\n");
    const std::string code = error.diagnostics.empty() ? "" : error.diagnostics.back().code;
    return code == "no-article" || code == "output-failed" ? some_failed : wrong_call;
  } catch (const std::exception& error) {
    print_error(fmt::format("fasti: something unexpected went wrong: {}\n", error.what()));
    return wrong_call;
  }
}

}  // namespace fasti::cli
