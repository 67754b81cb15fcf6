#include "cli/decisions_file.h"

#include <set>

#include <fmt/format.h>

#include "article/inputs.h"
#include "base/atomic_file.h"
#include "base/folder_lock.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_file = 8U << 20U;

bool is_standard_input(const std::string& path) {
  return path == "-" || path.starts_with("-:") || path.starts_with("-#");
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

std::string bytes_of(const fs::path& path) { return is_there(path) ? read_file(path, largest_file) : ""; }

InputError which_one(const std::vector<fs::path>& files) {
  return call_error(fmt::format("there are decisions in {} folders: {} and {}", files.size(),
                                files[0].string(), files[1].string()),
                    "put them into one file and name it: --decisions FILE");
}

}  // namespace

DecisionPlaces decision_places(const std::vector<std::string>& article_paths) {
  std::set<fs::path> files;
  for (const std::string& path : article_paths)
    if (!is_standard_input(path)) files.insert(fs::path(path).parent_path() / decisions_file_name);
  DecisionPlaces places;
  std::set<fs::path> seen;
  for (const fs::path& file : files) {
    std::error_code ignored;
    const bool there = is_there(file);
    // "articles/decisions.yaml" and "./articles/decisions.yaml" are one.
    if (there && !seen.insert(fs::weakly_canonical(file, ignored)).second) continue;
    (there ? places.there : places.missing).push_back(file);
  }
  return places;
}

Decisions read_decisions_file(const fs::path& path) { return read_decisions(path.string(), bytes_of(path)); }

Decisions decisions_for(const Options& options, const std::vector<Article>& articles) {
  if (!options.decisions.empty())
    return read_decisions(options.decisions, read_file(options.decisions, largest_file));
  std::vector<std::string> paths;
  for (const Article& article : articles) paths.push_back(article.path);
  const DecisionPlaces places = decision_places(paths);
  if (places.there.empty()) return {};
  if (places.there.size() > 1) throw which_one(places.there);
  return read_decisions_file(places.there.front());
}

void add_to_file(const fs::path& path, const Decision& decision) {
  const FolderLock lock(path.has_parent_path() ? path.parent_path() : fs::path("."));
  write_file(path, with_decision(path.string(), bytes_of(path), decision));
}

}  // namespace fasti::cli
