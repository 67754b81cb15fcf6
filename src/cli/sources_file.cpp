#include "cli/sources_file.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "article/header_date.h"
#include "article/inputs.h"
#include "base/atomic_file.h"
#include "rules/strict_yaml.h"

namespace fasti::cli {

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

constexpr std::size_t largest = 8U << 20U;

const Names file_keys{"sources"};
const Names source_keys{"file", "id", "source", "title", "url", "published"};

class SourcesReader {
 public:
  SourcesReader(const YamlFile& file, std::string path) : yaml_(file), path_(std::move(path)) {}

  std::vector<Correction> read() {
    std::vector<Correction> all;
    for (const YamlNode& node : yaml_.list_at("sources", file_keys, "a file of sources",
                                              "begin each with a dash, as in - file: storm.txt"))
      all.push_back(source_in(node));
    return all;
  }

  std::vector<Diagnostic> mistakes() { return yaml_.mistakes(); }

 private:
  std::optional<std::string> text_in(const YamlNode& map, const std::string& key) {
    return yaml_.text_in(map.find(key), key, fmt::format("as in {}: \"a name\"", key));
  }

  Correction source_in(const YamlNode& node) {
    Correction correction;
    correction.folder = fs::path(path_).parent_path().string();
    correction.place = {path_, node.line, node.column};
    if (!yaml_.check_keys(node, source_keys, "a source")) return correction;
    if (node.find("file") == nullptr)
      yaml_.fail(node, "a source needs the key \"file\"",
                 "a path below this folder, or a glob: file: \"gazette/**\"");
    correction.file = text_in(node, "file").value_or("");
    correction.id = text_in(node, "id");
    correction.source = text_in(node, "source");
    correction.title = text_in(node, "title");
    correction.url = text_in(node, "url");
    if (correction.url && !correction.url->starts_with("http://") && !correction.url->starts_with("https://"))
      yaml_.fail(*node.find("url"), "this is not a web address", "write it as https://…");
    read_date(node, correction);
    return correction;
  }

  void read_date(const YamlNode& node, Correction& correction) {
    const auto text = text_in(node, "published");
    if (!text) return;
    const auto date = read_header_date(*text);
    if (!date || !date->possible || date->length != text->size())
      return yaml_.fail(*node.find("published"), fmt::format("\"{}\" is no date", *text),
                        "write it as 2021-09-29, 2021-09 or 2021");
    correction.published = date->range;
    correction.written = *text;
  }

  StrictYaml yaml_;
  std::string path_;
};

// Where an input's sources.yaml would lie.
fs::path folder_of(const std::string& input) {
  std::error_code ignored;
  if (fs::is_directory(input, ignored)) return input;
  const std::size_t sign = fs::exists(input, ignored) ? std::string::npos : input.find_first_of("*?[");
  return fs::path(input.substr(0, sign)).parent_path();
}

}  // namespace

std::vector<Correction> read_sources(const std::string& path, std::string bytes) {
  std::vector<Diagnostic> mistakes;
  std::vector<Correction> corrections;
  try {
    const YamlFile file = parse_yaml(path, std::move(bytes));
    SourcesReader reader(file, path);
    corrections = reader.read();
    mistakes = reader.mistakes();
  } catch (const InputError& error) {
    mistakes = error.diagnostics;
  }
  for (Diagnostic& d : mistakes) d.code = "sources-file";
  if (!mistakes.empty()) throw InputError(std::move(mistakes));
  return corrections;
}

std::vector<Correction> corrections_for(const Options& options) {
  if (!options.sources.empty()) return read_sources(options.sources, read_file(options.sources, largest));
  std::set<fs::path> seen;
  std::vector<Correction> all;
  for (const std::string& input : std::set<std::string>(options.inputs.begin(), options.inputs.end())) {
    if (input == standard_input) continue;
    const fs::path path = folder_of(input) / sources_file_name;
    std::error_code error;
    if (!fs::is_regular_file(path, error) || !seen.insert(fs::weakly_canonical(path, error)).second) continue;
    for (Correction& correction : read_sources(path.string(), read_file(path, largest)))
      all.push_back(std::move(correction));
  }
  return all;
}

}  // namespace fasti::cli
