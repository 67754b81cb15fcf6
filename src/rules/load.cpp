#include "rules/load.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "rules/layers.h"
#include "rules/loader.h"

namespace fasti {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_layers = 1'000'000;  // layers are counted down from here

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
  for (const YamlFile& file : loader.files) loading::read_phrases(loader, file);
  for (const YamlFile& file : loader.files) loading::check_words(loader, file);
  // All words are known from here on.
  loading::read_fragments(loader);
  for (const YamlFile& file : loader.files) loading::read_date_words(loader, file);
  read_timex_rules(loader);
  for (const YamlFile& file : loader.files) loading::read_event_rules(loader, file);
  for (const YamlFile& file : loader.files) loading::read_by_line_rules(loader, file);
  loading::read_order(loader);
  sort_by_place(loader.errors);
  sort_by_place(loader.rules.warnings);
  if (!loader.errors.empty()) throw InputError(loader.errors);
  loader.rules.timex_program.finish();
  loader.rules.event_program.finish();
  loader.rules.date_word_program.finish();
  loader.rules.by_line_program.finish();
  index_classes(loader.rules);
  index_words(loader.rules);
  loader.rules.clues.finish();
  return std::move(loader.rules);
}

// Of all files, those to read.
using Wanted = bool (*)(std::string_view bytes);

bool any_file(std::string_view) { return true; }

// A section's name cannot hide: YAML has no other way to write it but escapes in quotes, which none needs.
bool may_hold_wordings(std::string_view bytes) {
  const auto holds = [&](std::string_view key) { return bytes.find(key) != bytes.npos; };
  return holds("wording") || holds("phrases") || holds("extends") || holds("language");
}

void read_layer(loading::Loader& loader, const Layer& layer, std::size_t number, Wanted wanted) {
  for (const fs::path& file : layer.files) {
    if (const auto bytes = bytes_of(file)) {
      if (wanted(*bytes)) parse_into(loader, file.string(), *bytes, number);
    } else
      loader.errors.push_back(
          folder_error(file, "the rule file cannot be read", "it must be a file that you may read"));
  }
}

// A folder without subfolders may be meant for any language; where it is all there is, it must say which one.
void check_language(loading::Loader& loader, const std::vector<Layer>& layers, const std::string& language) {
  for (const Layer& layer : layers)
    if (layer.names_language) return;
  for (const YamlFile& file : loader.files)
    if (const YamlNode* named = file.root.find("language"); named != nullptr && named->text == language)
      return;
  const Layer& last = layers.back();
  loader.errors.push_back(folder_error(
      last.folder, fmt::format("there are no rules for the language \"{}\" below these", language),
      fmt::format("if these are rules for {0}, write `language: {0}` into one of the files", language)));
}

// The language that the rules read last extend, where there are rules for it.
std::optional<std::string> base_of(loading::Loader& loader, const std::vector<fs::path>& folders,
                                   const std::vector<std::string>& read, std::size_t first_file) {
  const auto extension = loading::read_extends(loader, first_file);
  if (!extension) return std::nullopt;
  const YamlFile& file = loader.files[extension->file];
  const YamlNode& node = *file.root.find("extends");
  if (std::find(read.begin(), read.end(), extension->language) != read.end()) {
    loader.fail(file, node, fmt::format("the rules for \"{}\" would extend themselves", extension->language),
                "the built-in rules of a language are read below a folder's without a word");
    return std::nullopt;
  }
  if (!base_layers_of(folders, extension->language).empty()) return extension->language;
  loader.fail(file, node, fmt::format("there are no rules for the language \"{}\"", extension->language),
              hint_for(extension->language, languages_in(folders)));
  return std::nullopt;
}

}  // namespace

namespace {

loading::Loader read_files(const std::vector<fs::path>& folders, const std::string& language, Wanted wanted) {
  loading::Loader loader;
  Layers own = layers_of(folders, language);
  loader.errors = std::move(own.errors);
  std::vector<std::string> read;
  std::optional<std::string> next = language;
  for (std::size_t number = most_layers; next;) {
    const std::vector<Layer> layers = read.empty() ? own.layers : base_layers_of(folders, *next);
    const std::size_t first_file = loader.files.size();
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
      read_layer(loader, *layer, --number, wanted);
    read.push_back(*next);
    next = base_of(loader, folders, read, first_file);
  }
  const bool first_lacks_it = !own.layers.empty() && own.layers.front().folder != folders.front() &&
                              own.layers.front().folder != folders.front() / language;
  if (first_lacks_it) check_language(loader, own.layers, language);
  return loader;
}

}  // namespace

RuleSet load_rules(const std::vector<fs::path>& folders, const std::string& language) {
  loading::Loader loader = read_files(folders, language, any_file);
  return finish(loader);
}

Wordings load_wordings(const std::vector<fs::path>& folders, const std::string& language) {
  loading::Loader loader = read_files(folders, language, may_hold_wordings);
  for (const YamlFile& file : loader.files) {
    loading::read_language(loader, file);
    loading::read_phrases(loader, file);
  }
  sort_by_place(loader.errors);
  if (!loader.errors.empty()) throw InputError(loader.errors);
  return {std::move(loader.rules.wording), std::move(loader.rules.phrases)};
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
