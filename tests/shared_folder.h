// Where the corpora are that are too large or too foreign for this repository. Tests that want them skip
// where they are absent.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace fasti {

inline std::filesystem::path shared_folder() {
  if (const char* set = std::getenv("FASTI_SHARED")) return set;
  return std::filesystem::path(FASTI_SOURCE_DIR).parent_path() / "shared";
}

}  // namespace fasti
