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
  bool found = false;  // in a folder, not named; then it need not be an article
};

struct InputFiles {
  std::vector<InputFile> files;  // each file once, sorted by id, ids unique
  std::vector<Diagnostic> failed;
};

// "a/Storm.TXT" -> ".txt", "storm.txt.gz" too
std::string ending_of(const std::string& path);

// Folders and globs are expanded. Of a folder, and those in it, all files count that end as an article may,
// no hidden ones, and neither what `fasti build` wrote there nor the parts of saved pages (x_files beside
// x.html). Links to folders are followed, each folder once. In a glob, ** stands for any number of folders.
// The outcome does not depend on the order of the inputs.
InputFiles find_files(const std::vector<std::string>& inputs);

// Names the files, whose paths are sorted and unique: by name without ending (of a packed file without both),
// and where that clashes by as many folders before it as tell them apart.
//   {"a/x.txt", "b/x.txt", "b/y.md"}  ->  a/x, b/x, y        {"x.md", "x.txt"}  ->  x.md, x.txt
void name_files(std::vector<InputFile>& files);

}  // namespace fasti
