#include "rules/load.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti {

namespace fs = std::filesystem;

namespace {

Diagnostic folder_error(const fs::path& folder, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "rule-folder";
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place.path = folder.string();
  return d;
}

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

// nullopt where the file cannot be read: a folder, a pipe, a link to nowhere, or not ours to read.
std::optional<std::string> bytes_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad()) return std::nullopt;
  return bytes;
}

void parse_into(loading::Loader& loader, const std::string& path, const std::string& bytes,
                std::size_t folder) {
  try {
    YamlFile file = parse_yaml(path, bytes);
    file.folder = folder;
    if (file.root.kind == YamlNode::Kind::null) return;  // an empty file, or one of comments only
    if (loading::check_keys(loader, file, file.root, rule_keys::file, "a rule file"))
      loader.files.push_back(std::move(file));
  } catch (const InputError& error) {
    loader.errors.insert(loader.errors.end(), error.diagnostics.begin(), error.diagnostics.end());
    loader.cannot_read(bytes);
  }
}

// What a value can be looked up by once the classes are complete. Words of later folders come first, and win.
void index_classes(RuleSet& rules) {
  for (const auto& [name, words] : rules.lexicon.classes)
    for (const WordClass::Entry& entry : words.entries)
      rules.class_values[name].try_emplace(key_of(entry.phrase), entry.value);
}

// File by file and line by line, whatever section was read first.
void sort_by_place(std::vector<Diagnostic>& told) {
  std::stable_sort(told.begin(), told.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.path, a.place.line, a.place.column) <
           std::tie(b.place.path, b.place.line, b.place.column);
  });
}

// Folder by folder, and what is no date before what is: of two rules that match equally many words the first
// wins.
void read_timex_rules(loading::Loader& loader) {
  for (auto begin = loader.files.begin(); begin != loader.files.end();) {
    const auto end = std::find_if(begin, loader.files.end(),
                                  [&](const YamlFile& file) { return file.folder != begin->folder; });
    for (auto file = begin; file != end; ++file) loading::read_not_dates(loader, *file);
    for (auto file = begin; file != end; ++file) loading::read_timex_rules(loader, *file);
    begin = end;
  }
}

RuleSet finish(loading::Loader& loader) {
  loading::read_without(loader);
  for (const YamlFile& file : loader.files) loading::read_words(loader, file);
  for (const YamlFile& file : loader.files) loading::read_language(loader, file);
  for (const YamlFile& file : loader.files) loading::check_words(loader, file);
  // All words are known from here on.
  loading::read_fragments(loader);
  for (const YamlFile& file : loader.files) loading::read_date_words(loader, file);
  read_timex_rules(loader);
  for (const YamlFile& file : loader.files) loading::read_event_rules(loader, file);
  sort_by_place(loader.errors);
  sort_by_place(loader.rules.warnings);
  if (!loader.errors.empty()) throw InputError(loader.errors);
  loader.rules.timex_program.finish();
  loader.rules.event_program.finish();
  loader.rules.date_word_program.finish();
  index_classes(loader.rules);
  index_words(loader.rules);
  loader.rules.clues.finish();
  return std::move(loader.rules);
}

}  // namespace

RuleSet load_rules(const std::vector<fs::path>& folders, const std::string& language) {
  loading::Loader loader;
  for (std::size_t number = folders.size(); number-- > 0;) {
    std::error_code error;
    const fs::path inside = folders[number] / language;
    const fs::path folder = fs::is_directory(inside, error) ? inside : folders[number];
    const std::vector<fs::path> files = rule_files_in(folder);
    if (!fs::is_directory(folder, error))
      loader.errors.push_back(
          folder_error(folder, "there is no such rule folder", "look at the path after --rules"));
    else if (files.empty())
      loader.errors.push_back(
          folder_error(folder, "the rule folder holds no *.yaml file",
                       fmt::format("rules for {} are looked for here and in {}", language, inside.string())));
    for (const fs::path& file : files) {
      if (auto bytes = bytes_of(file))
        parse_into(loader, file.string(), *bytes, number);
      else
        loader.errors.push_back(
            folder_error(file, "the rule file cannot be read", "it must be a file that you may read"));
    }
  }
  return finish(loader);
}

RuleSet load_rules_from(const std::vector<RuleFileText>& files) {
  loading::Loader loader;
  std::size_t last = 0;
  for (const RuleFileText& file : files) last = std::max(last, file.folder);
  for (std::size_t folder = last + 1; folder-- > 0;)
    for (const RuleFileText& file : files)
      if (file.folder == folder) parse_into(loader, file.path, file.text, folder);
  return finish(loader);
}

}  // namespace fasti
