// Where the built-in rules are.
#pragma once

#include <filesystem>

namespace fasti::cli {

// $FASTI_RULES if set; beside an installed program in ../share/fasti/rules; else in the source tree it was
// built from.
std::filesystem::path built_in_rules();

}  // namespace fasti::cli
