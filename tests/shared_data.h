// The team's shared corpora. They are no part of the repository, so a test that wants them skips itself where
// they are missing:
//
//   const auto text = shared_file("corpora/hostile/utf8/utf8tests.bin");
//   if (!text) return;  // a message was printed
//
// The folder is $FASTI_SHARED, else ../shared beside the source folder.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "catch.h"

namespace fasti::test {

inline std::filesystem::path shared_folder() {
  if (const char* named = std::getenv("FASTI_SHARED")) return named;
  return std::filesystem::path(FASTI_SOURCE_DIR) / ".." / "shared";
}

inline std::optional<std::filesystem::path> shared_path(const std::string& name) {
  const std::filesystem::path path = shared_folder() / name;
  if (std::filesystem::exists(path)) return path;
  WARN("skipped: " << path.string() << " does not exist (set FASTI_SHARED to the folder that holds it)");
  return std::nullopt;
}

inline std::optional<std::string> shared_file(const std::string& name) {
  const auto path = shared_path(name);
  if (!path) return std::nullopt;
  std::ifstream file(*path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace fasti::test
