#include "base/sibling_program.h"

#include <cstdlib>
#include <filesystem>

namespace fasti {

namespace fs = std::filesystem;

std::optional<std::string> sibling_program(const std::string& name, const char* variable) {
  if (const char* chosen = std::getenv(variable); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& path :
       {folder / name, folder.parent_path() / name, folder.parent_path() / "libexec/fasti" / name})
    if (fs::exists(path, error)) return path.string();
  return {};
}

}  // namespace fasti
