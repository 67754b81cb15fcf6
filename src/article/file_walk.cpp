#include "article/file_walk.h"

#include <algorithm>
#include <array>
#include <set>

#include <fnmatch.h>

#include "article/inputs.h"

namespace fasti {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t deepest = 100;

constexpr std::array<std::string_view, 18> article_endings{
    ".txt", ".text", ".md",    ".markdown", ".jsonl", ".ndjson", ".json", ".csv",  ".tsv",
    ".htm", ".html", ".xhtml", ".eml",      ".warc",  ".wet",    ".pdf",  ".docx", ".odt"};

bool is_article_name(const std::string& name) {
  const std::string ending = ending_of(name);
  return !name.starts_with('.') &&
         std::find(article_endings.begin(), article_endings.end(), ending) != article_endings.end();
}

std::string name_of(const fs::directory_entry& entry) { return entry.path().filename().string(); }

// What is known of a folder once its names are.
struct Names {
  std::set<std::string> all;

  explicit Names(const Listing& listing) {
    for (const fs::directory_entry& entry : listing.entries) all.insert(name_of(entry));
  }
  bool has(const std::string& name) const { return all.contains(name); }

  // A browser keeps the pictures of storm.html in storm_files.
  bool is_part_of_page(const std::string& folder) const {
    constexpr std::string_view tail = "_files";
    if (!folder.ends_with(tail)) return false;
    const std::string page = folder.substr(0, folder.size() - tail.size());
    return has(page + ".html") || has(page + ".htm");
  }

  bool is_our_own(const std::string& name) const {
    const bool written = has("timeline.json") && has("conflicts.json");
    return written && (name.starts_with("timeline.") || name.starts_with("conflicts."));
  }
};

// Calls with each entry of the folder and those in it, in the order of their names; every folder once.
class Walker {
 public:
  template <typename Take>
  void walk(const fs::path& folder, const Take& take, Walk& result, std::size_t depth = 0) {
    std::error_code error;
    const fs::path canonical = fs::canonical(folder, error);
    if (depth > deepest || !seen_.insert(error ? folder.string() : canonical.string()).second) return;
    const Listing listing = list_folder(folder);
    if (listing.error) result.unreadable.emplace_back(folder.string(), listing.error);
    const Names names(listing);
    for (const fs::directory_entry& entry : listing.entries) {
      const fs::path path = folder / entry.path().filename();
      const std::string name = name_of(entry);
      std::error_code ignored;
      if (!entry.is_directory(ignored)) {
        take(path, names);
      } else if (!name.starts_with('.') && !names.is_part_of_page(name)) {
        walk(path, take, result, depth + 1);
      }
    }
  }

 private:
  std::set<std::string> seen_;
};

using Parts = std::vector<std::string>;

Parts parts_of(const fs::path& path) {
  Parts parts;
  for (const fs::path& part : path) parts.push_back(part.string());
  return parts;
}

bool matches(const Parts& pattern, std::size_t p, const Parts& path, std::size_t at) {
  if (p == pattern.size()) return at == path.size();
  if (pattern[p] == "**")
    return matches(pattern, p + 1, path, at) ||
           (at < path.size() && !path[at].starts_with('.') && matches(pattern, p, path, at + 1));
  return at < path.size() && ::fnmatch(pattern[p].c_str(), path[at].c_str(), FNM_PERIOD) == 0 &&
         matches(pattern, p + 1, path, at + 1);
}

// The folders of the pattern that have no sign in them: where to look.
fs::path begin_of(const Parts& pattern) {
  fs::path begin;
  for (const std::string& part : pattern) {
    if (part.find_first_of("*?[") != part.npos) break;
    begin /= part;
  }
  return begin;
}

}  // namespace

Listing list_folder(const fs::path& folder) {
  Listing listing;
  fs::directory_iterator at(folder, listing.error);
  for (; !listing.error && at != fs::directory_iterator(); at.increment(listing.error))
    listing.entries.push_back(*at);
  std::sort(listing.entries.begin(), listing.entries.end());
  return listing;
}

Walk articles_below(const std::string& folder) {
  Walk result;
  // A pipe or a broken link with the right name is kept: reading it tells what is wrong.
  const auto take = [&](const fs::path& path, const Names& names) {
    const std::string name = path.filename().string();
    if (is_article_name(name) && !names.is_our_own(name)) result.paths.push_back(path.string());
  };
  Walker().walk(folder, take, result);
  return result;
}

std::vector<std::string> files_like(const std::string& pattern) {
  const Parts parts = parts_of(fs::path(pattern));
  const fs::path begin = begin_of(parts);
  Walk result;
  const auto take = [&](const fs::path& path, const Names&) {
    const fs::path shown = begin.empty() ? path.lexically_relative(".") : path;
    if (matches(parts, 0, parts_of(shown), 0)) result.paths.push_back(shown.string());
  };
  Walker().walk(begin.empty() ? fs::path(".") : begin, take, result);
  return std::move(result.paths);
}

bool path_matches(const std::string& pattern, const std::string& path) {
  return pattern == path || matches(parts_of(fs::path(pattern).lexically_normal()), 0,
                                    parts_of(fs::path(path).lexically_normal()), 0);
}

}  // namespace fasti
