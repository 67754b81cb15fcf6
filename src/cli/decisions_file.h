// Where decisions are kept, and reading and adding to them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "decisions/decisions.h"

namespace fasti::cli {

// The files named decisions.yaml in the folders of these articles, whose paths are as people gave them.
struct DecisionPlaces {
  std::vector<std::filesystem::path> there;    // that exist
  std::vector<std::filesystem::path> missing;  // where one could be
};
DecisionPlaces decision_places(const std::vector<std::string>& article_paths);

// Of --decisions FILE, else of the one file beside the articles; none where there is none. Throws InputError,
// also where there are several to choose from.
Decisions decisions_for(const Options&, const std::vector<Article>&);

// Reads the file, adds the decision and writes it back, whole, while nobody else does. Throws InputError and
// leaves the file alone where it holds a mistake.
void add_to_file(const std::filesystem::path&, const Decision&);

Decisions read_decisions_file(const std::filesystem::path&);  // none where there is no file

}  // namespace fasti::cli
