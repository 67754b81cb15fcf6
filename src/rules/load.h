// Rule folders → RuleSet. All mistakes of all files are told in one go.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace fasti {

// Each folder holds *.yaml files, or one folder a language that holds them (rules/en/…). Files are read in
// the order of their names; a rule with the id of an earlier folder's rule replaces it. The rules of a
// language that one of the files extends are read below all these. Throws InputError with every mistake
// found, each with file:line:column.
RuleSet load_rules(const std::vector<std::filesystem::path>& folders, const std::string& language);

// What pictures and reports say in a language, without its rules: to draw a finished timeline again.
struct Wordings {
  DateWording dates;
  Phrases phrases;
};
// Reads only files with such words, in a tenth of the time of load_rules, by the same order of folders and
// with the same errors.
Wordings load_wordings(const std::vector<std::filesystem::path>& folders, const std::string& language);

// load_rules from files in memory, for tests: name, text and number of the folder of each.
struct RuleFileText {
  std::string path;
  std::string text;
  std::size_t folder = 0;
};
RuleSet load_rules_from(const std::vector<RuleFileText>& files);

}  // namespace fasti
