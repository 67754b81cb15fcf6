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
    fmt::print(stderr, "fasti: {}\n  hint: run fasti --help, or fasti COMMAND --help\n", error.what());
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
