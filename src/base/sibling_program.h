// Programs of ours that do what may fail in a process of their own.
#pragma once

#include <optional>
#include <string>

namespace fasti {

// Where such a program is: what the environment variable names; beside the program that runs; one above, as
// for the tests in a build folder; in libexec once installed. nullopt where it is nowhere.
//   sibling_program("fasti-draw", "FASTI_DRAW")
std::optional<std::string> sibling_program(const std::string& name, const char* variable);

}  // namespace fasti
