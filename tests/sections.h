// Files of cases for tests that read pages: sections of a text, each with what is expected of it.
//
//   === a blog        the name; below it the page
//   <html>…
//   --- title         what is expected under this key
//   A bell for the Wren
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace fasti::test {

struct Section {
  std::string name, page;
  std::map<std::string, std::string> expected;  // without line ends at their end
};

// `path` is below the sources' folder. No sections where there is no such file.
inline std::vector<Section> sections_of(const std::string& path) {
  std::ifstream file(FASTI_SOURCE_DIR "/" + path);
  std::vector<Section> all;
  std::string* into = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      all.push_back({line.substr(4), "", {}});
      into = &all.back().page;
    } else if (line.starts_with("--- ") && !all.empty()) {
      into = &all.back().expected[line.substr(4)];
    } else if (into != nullptr) {
      *into += line + "\n";
    }
  }
  for (Section& section : all)
    for (auto& [key, text] : section.expected)
      while (text.ends_with('\n')) text.pop_back();
  return all;
}

}  // namespace fasti::test
