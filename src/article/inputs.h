// What the user named → the files to read.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace fasti {

inline constexpr const char* standard_input = "-";

// What people decided about dates (decisions/decisions.h). It lies beside articles and is none, also where a
// glob names it.
inline constexpr const char* decisions_file_name = "decisions.yaml";

struct InputFile {
  std::string path;  // as the user gave it, or below the folder that the user gave
  std::string id;
};

struct InputFiles {
  std::vector<InputFile> files;  // each file once, sorted by id, ids unique
  std::vector<Diagnostic> failed;
};

// "a/Storm.TXT" -> ".txt"
std::string ending_of(const std::string& path);

// Folders and globs are expanded. The outcome does not depend on the order of the inputs.
InputFiles find_files(const std::vector<std::string>& inputs);

// Names the files, whose paths are sorted and unique: by name without ending, and where that clashes by as
// many folders before it as tell them apart.
//   {"a/x.txt", "b/x.txt", "b/y.md"}  ->  a/x, b/x, y        {"x.md", "x.txt"}  ->  x.md, x.txt
void name_files(std::vector<InputFile>& files);

}  // namespace fasti
