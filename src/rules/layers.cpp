#include "rules/layers.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fasti {

namespace fs = std::filesystem;

namespace {

bool is_rule_file(const fs::path& path) {
  const bool yaml = path.extension() == ".yaml" || path.extension() == ".yml";
  return yaml && !path.filename().string().starts_with('.');
}

std::vector<fs::path> rule_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (is_rule_file(entry->path())) files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

Layer layer_in(const fs::path& folder, const std::string& language) {
  const fs::path inside = folder / language;
  if (is_folder(inside)) return {inside, rule_files_in(inside), true};
  return {folder, rule_files_in(folder), false};
}

Diagnostic no_rules_in(const fs::path& folder, const std::string& language) {
  const std::vector<std::string> known = languages_in({folder});
  const std::string inside = (folder / language).string();
  if (known.empty())
    return folder_error(folder, "the rule folder holds no *.yaml file",
                        fmt::format("rules for {} are looked for here and in {}", language, inside));
  return folder_error(folder, fmt::format("the rule folder has no rules for the language \"{}\"", language),
                      fmt::format("it has some for {}; those for {} are looked for in {}",
                                  fmt::join(known, ", "), language, inside));
}

}  // namespace

Diagnostic folder_error(const fs::path& folder, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "rule-folder";
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place.path = folder.string();
  return d;
}

Layers layers_of(const std::vector<fs::path>& folders, const std::string& language) {
  Layers found;
  std::vector<Diagnostic> first_lacks_it;
  for (const fs::path& folder : folders) {
    Layer layer = layer_in(folder, language);
    if (!is_folder(folder))
      found.errors.push_back(
          folder_error(folder, "there is no such rule folder", "look at the path after --rules"));
    else if (!layer.files.empty())
      found.layers.push_back(std::move(layer));
    else if (&folder == &folders.front())
      first_lacks_it.push_back(no_rules_in(folder, language));
    else
      found.errors.push_back(no_rules_in(folder, language));
  }
  if (found.layers.empty())
    found.errors.insert(found.errors.begin(), first_lacks_it.begin(), first_lacks_it.end());
  return found;
}

std::vector<Layer> base_layers_of(const std::vector<fs::path>& folders, const std::string& language) {
  std::vector<Layer> layers;
  for (const fs::path& folder : folders)
    if (Layer layer = layer_in(folder, language); layer.names_language && !layer.files.empty())
      layers.push_back(std::move(layer));
  return layers;
}

std::vector<std::string> languages_in(const std::vector<fs::path>& folders) {
  std::set<std::string> languages;
  for (const fs::path& folder : folders) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
      if (is_folder(entry->path()) && !rule_files_in(entry->path()).empty())
        languages.insert(entry->path().filename().string());
  }
  return {languages.begin(), languages.end()};
}

}  // namespace fasti
