#include "cli/rule_folders.h"

#include <cstdlib>

namespace fasti::cli {

namespace fs = std::filesystem;

fs::path built_in_rules() {
  if (const char* chosen = std::getenv("FASTI_RULES"); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "fasti" / "rules";
  if (!error && fs::is_directory(installed, error)) return installed;
  return FASTI_SOURCE_RULES;
}

}  // namespace fasti::cli
