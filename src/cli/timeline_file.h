// The timeline.json that a command is called with, and the words of its language.
#pragma once

#include <string>

#include "cli/command.h"
#include "timeline/timeline.h"

namespace fasti::cli {

// `name` is the file, or the folder that fasti build wrote it to. Dates and reports
// are worded in the language of the file, or in that of --lang where it is given, with the words of --rules.
// Throws InputError.
Timeline timeline_named(const std::string& name, const Options&);

// Some words that pictures need where the language has none of its own: the program's own language.
void fill_up_phrases(Phrases&);

}  // namespace fasti::cli
