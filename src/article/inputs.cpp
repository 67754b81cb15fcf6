#include "article/inputs.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>
#include <glob.h>

#include "article/file_walk.h"
#include "article/layers.h"
#include "article/remark.h"

namespace fasti {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_names_shown = 5;
constexpr std::size_t most_names_searched = 10'000;

struct Search {
  std::vector<std::string> paths;
  std::set<std::string> found;  // those of them that a folder gave
  std::vector<Diagnostic> failed;
};

std::string name_of(const fs::directory_entry& entry) { return entry.path().filename().string(); }

std::string contents_in_words(const std::vector<fs::directory_entry>& entries) {
  std::string names;
  for (std::size_t i = 0; i < std::min(entries.size(), most_names_shown); ++i) {
    names += (names.empty() ? "" : ", ") + name_of(entries[i]);
  }
  if (entries.empty()) return "it is empty";
  return fmt::format("it holds {}{}", names, entries.size() > most_names_shown ? " …" : "");
}

void add_folder(const std::string& folder, Search& search) {
  const Listing listing = list_folder(folder);
  if (listing.error) {
    search.failed.push_back(
        file_error("unreadable", folder, "cannot read this folder: " + listing.error.message()));
    return;
  }
  Walk walk = articles_below(folder);
  for (const auto& [path, error] : walk.unreadable)
    search.failed.push_back(file_error("unreadable", path, "cannot read this folder: " + error.message()));
  if (walk.paths.empty() && walk.unreadable.empty())
    search.failed.push_back(file_error(
        "empty-folder", folder, "no file in this folder, or in those in it, has the name of an article",
        contents_in_words(listing.entries)));
  search.found.insert(walk.paths.begin(), walk.paths.end());
  std::move(walk.paths.begin(), walk.paths.end(), std::back_inserter(search.paths));
}

// "did you mean …" from what stands beside the missing file.
std::string hint_for_missing(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return fmt::format("there is no folder {} either", folder.string());
  const std::string wanted = path.filename().string();
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : list_folder(folder).entries) {
    if (names.size() == most_names_searched) break;
    names.push_back(name_of(entry));
    if (entry.path().stem() == wanted)
      return fmt::format("did you mean {}?", (path.parent_path() / names.back()).string());
  }
  const auto nearest = nearest_word(wanted, names);
  return nearest ? fmt::format("did you mean {}?", (path.parent_path() / *nearest).string()) : "";
}

bool is_pattern(const std::string& input) { return input.find_first_of("*?[") != input.npos; }

std::vector<std::string> expanded(const std::string& pattern) {
  if (pattern.find("**") != pattern.npos) return files_like(pattern);
  glob_t found{};
  std::vector<std::string> paths;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return paths;
}

// Files that match; folders only where nothing else does, so that "stories/*" means the stories.
void add_pattern(const std::string& pattern, Search& search) {
  std::vector<std::string> folders;
  bool any_file = false;
  for (const std::string& path : expanded(pattern)) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      folders.push_back(path);
    } else {
      search.paths.push_back(path);
      any_file = true;
    }
  }
  if (any_file) return;
  for (const std::string& folder : folders) add_folder(folder, search);
  if (folders.empty()) {
    search.failed.push_back(file_error("no-such-file", pattern, "no file matches this pattern"));
  }
}

void add_input(const std::string& input, Search& search) {
  if (input == standard_input) {
    search.paths.push_back(input);
    return;
  }
  std::error_code error;
  const fs::file_status status = fs::status(input, error);
  const bool link = fs::is_symlink(fs::symlink_status(input, error));
  if (fs::is_directory(status)) {
    add_folder(input, search);
  } else if (status.type() != fs::file_type::not_found || link) {
    search.paths.push_back(input);
  } else if (is_pattern(input)) {
    add_pattern(input, search);
  } else {
    search.failed.push_back(
        file_error("no-such-file", input, "there is no such file", hint_for_missing(input)));
  }
}

std::string identity(const std::string& path) {
  std::error_code error;
  const fs::path canonical = path == standard_input ? fs::path() : fs::canonical(path, error);
  return error || canonical.empty() ? path : canonical.string();
}

// The shorter path of two to the same file wins, then the one first in the alphabet.
bool comes_before(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

std::string ending_of(const std::string& path) {
  std::string ending = fs::path(without_packing(path)).extension().string();
  for (char& byte : ending) byte = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
  return ending;
}

InputFiles find_files(const std::vector<std::string>& inputs) {
  Search search;
  // Each input once and in one order, so that the outcome is the same for any order they are given in.
  for (const std::string& input : std::set<std::string>(inputs.begin(), inputs.end()))
    add_input(input, search);
  std::sort(search.paths.begin(), search.paths.end(), comes_before);
  InputFiles result;
  result.failed = std::move(search.failed);
  std::set<std::string> seen;
  const bool alone = search.paths.size() == 1 && result.failed.empty();
  for (const std::string& path : search.paths) {
    if (fs::path(path).filename() == decisions_file_name) {
      if (alone) result.failed.push_back(file_error("no-article", path, "this file holds decisions"));
      continue;
    }
    if (seen.insert(identity(path)).second) result.files.push_back({path, "", search.found.contains(path)});
  }
  name_files(result.files);
  std::sort(result.files.begin(), result.files.end(),
            [](const InputFile& a, const InputFile& b) { return a.id < b.id; });
  return result;
}

}  // namespace fasti
