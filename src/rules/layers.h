// Which files make the rules of a language: folder by folder, from the lowest to the highest.
//
//   folders rules/ and mine/, language en → rules/en/*.yaml, then mine/en/*.yaml or, without such a folder,
//   mine/*.yaml
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace fasti {

struct Layer {
  std::filesystem::path folder;
  std::vector<std::filesystem::path> files;  // in the order of their names
  bool names_language = false;               // the folder is called by the language's code
};

// The layers of a language, and what is wrong with the folders. The first folder may lack a language that a
// later one has; so a person's folder can hold a language of its own.
struct Layers {
  std::vector<Layer> layers;
  std::vector<Diagnostic> errors;
};
Layers layers_of(const std::vector<std::filesystem::path>& folders, const std::string& language);

// Of a language that another one extends: only folders that are called by its code, and no errors.
std::vector<Layer> base_layers_of(const std::vector<std::filesystem::path>& folders,
                                  const std::string& language);

// The languages for which the folders have a folder with rules: {"de", "en"}.
std::vector<std::string> languages_in(const std::vector<std::filesystem::path>& folders);

Diagnostic folder_error(const std::filesystem::path& folder, std::string message, std::string hint);

}  // namespace fasti
