// sources.yaml: what a person says about the articles beside it.
#pragma once

#include <string>
#include <vector>

#include "article/corrections.h"
#include "cli/command.h"

namespace fasti::cli {

inline constexpr const char* sources_file_name = "sources.yaml";

// The corrections in a file. Every key is looked at, and every mistake is told. Throws InputError, code
// "sources-file".
std::vector<Correction> read_sources(const std::string& path, std::string bytes);

// Those of --sources FILE, else of each sources.yaml in an input's folder (of a glob: in the folder before
// its first sign).
std::vector<Correction> corrections_for(const Options&);

}  // namespace fasti::cli
