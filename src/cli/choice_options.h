// The options of commands that draw: which events are shown.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "timeline/choose.h"

namespace fasti::cli {

// As given: what cannot be read is told with a hint.
struct ChoiceOptions {
  std::string level, max_events;
  std::string from, to;
  std::vector<std::string> only;
};

void add_choice(CLI::App&, ChoiceOptions&);  // --level, --max-events, --from, --to, --only

// Throws InputError, code "wrong-call".
Choice choice_for(const ChoiceOptions&);

// Throws InputError, code "wrong-call", where --only names what the timeline does not have.
void check_names(const Choice&, const Timeline&);

}  // namespace fasti::cli
