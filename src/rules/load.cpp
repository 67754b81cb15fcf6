#include "rules/load.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti {

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> sections{"language", "abbreviations", "wording", "profiles", "lexicon",
                                        "digits",   "inflection",    "lemmas",  "holidays", "fragments",
                                        "rules",    "not-dates",     "spans",   "events"};

Diagnostic folder_error(const fs::path& folder, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "rule-folder";
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place.path = folder.string();
  return d;
}

std::vector<fs::path> yaml_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    const bool yaml = path.extension() == ".yaml" || path.extension() == ".yml";
    if (yaml && entry.is_regular_file(error) && !path.filename().string().starts_with('.'))
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::move(bytes).str();
}

void parse_into(loading::Loader& loader, const std::string& path, std::string bytes, std::size_t folder) {
  try {
    YamlFile file = parse_yaml(path, std::move(bytes));
    file.folder = folder;
    if (file.root.kind == YamlNode::Kind::null) return;  // an empty file, or one of comments only
    if (loading::check_keys(loader, file, file.root, sections, "a rule file"))
      loader.files.push_back(std::move(file));
  } catch (const InputError& error) {
    loader.errors.insert(loader.errors.end(), error.diagnostics.begin(), error.diagnostics.end());
  }
}

// What a value can be looked up by once the classes are complete.
void index_classes(RuleSet& rules) {
  for (const auto& [name, words] : rules.lexicon.classes)
    for (const WordClass::Entry& entry : words.entries)
      rules.class_values[name].try_emplace(key_of(entry.phrase), entry.value);
}

RuleSet finish(loading::Loader& loader) {
  for (const YamlFile& file : loader.files) loading::read_words(loader, file);
  for (const YamlFile& file : loader.files) loading::read_language(loader, file);
  loading::read_fragments(loader);
  for (const YamlFile& file : loader.files) loading::read_timex_rules(loader, file);
  for (const YamlFile& file : loader.files) loading::read_event_rules(loader, file);
  if (!loader.errors.empty()) throw InputError(loader.errors);
  loader.rules.timex_program.finish();
  loader.rules.event_program.finish();
  index_classes(loader.rules);
  return std::move(loader.rules);
}

}  // namespace

RuleSet load_rules(const std::vector<fs::path>& folders, const std::string& language) {
  loading::Loader loader;
  for (std::size_t number = folders.size(); number-- > 0;) {
    std::error_code error;
    const fs::path inside = folders[number] / language;
    const fs::path folder = fs::is_directory(inside, error) ? inside : folders[number];
    const std::vector<fs::path> files = yaml_files_in(folder);
    if (!fs::is_directory(folder, error))
      loader.errors.push_back(
          folder_error(folder, "there is no such rule folder", "look at the path after --rules"));
    else if (files.empty())
      loader.errors.push_back(
          folder_error(folder, "the rule folder holds no *.yaml file",
                       fmt::format("rules for {} are looked for here and in {}", language, inside.string())));
    for (const fs::path& file : files) parse_into(loader, file.string(), bytes_of(file), number);
  }
  return finish(loader);
}

RuleSet load_rules_from(const std::vector<RuleFileText>& files) {
  loading::Loader loader;
  for (const RuleFileText& file : files) parse_into(loader, file.path, file.text, 0);
  return finish(loader);
}

}  // namespace fasti
