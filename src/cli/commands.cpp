#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"

namespace fasti::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {"build", set_up_build},
      {"extract", set_up_extract},
      {"rules", set_up_rules},
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
    fmt::print(stderr, "fasti: say what to do: {}\n  hint: run fasti --help\n", fmt::join(names, ", "));
  } else if (first.starts_with('-') || a_command) {
    fmt::print(stderr, "fasti: {}\n  hint: run fasti{} --help\n", error.what(), a_command ? " " + first : "");
  } else {
    const auto nearest = nearest_word(first, names);
    fmt::print(stderr, "fasti: there is no command \"{}\"\n  hint: {}\n", first,
               nearest ? fmt::format("did you mean \"{}\"?", *nearest)
                       : fmt::format("known are: {}", fmt::join(names, ", ")));
  }
}

}  // namespace

int run(int argc, const char* const* argv) {
  CLI::App app{"fasti reconstructs one event timeline from several dated texts.", "fasti"};
  app.set_version_flag("--version", std::string("fasti ") + FASTI_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Example:\n  fasti build articles/ -o out\n\nExit codes: 0 all well, 1 some inputs failed, 2 the call "
      "or a rule file is wrong,\n"
      "3 with --fail-on-conflict where sources disagree on a date.");
  int exit_code = all_well;
  for (const Command& command : commands()) command.set_up(*app.add_subcommand(command.name), exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    tell_wrong_call(error, argc, argv);
    return wrong_call;
  } catch (const InputError& error) {
    for (const Diagnostic& d : error.diagnostics) fmt::print(stderr, "{}\n", to_string(d));
    const bool nothing_to_read = !error.diagnostics.empty() && error.diagnostics.back().code == "no-article";
    return nothing_to_read ? some_failed : wrong_call;
  } catch (const std::exception& error) {
    fmt::print(stderr, "fasti: something unexpected went wrong: {}\n", error.what());
    return wrong_call;
  }
  return exit_code;
}

}  // namespace fasti::cli
