#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "article/inputs.h"
#include "article/layers.h"
#include "base/utf8.h"

namespace fasti {

namespace {

namespace fs = std::filesystem;

// "../stories/a/x.txt" -> stories, a, x
std::vector<std::string> parts_of(const std::string& path) {
  if (path == standard_input) return {"stdin"};
  const fs::path normal = fs::path(without_packing(path)).lexically_normal();
  std::vector<std::string> parts;
  for (const fs::path& part : normal.parent_path()) {
    if (part != ".." && part != "." && part != "/") parts.push_back(part.string());
  }
  parts.push_back(normal.stem().string());
  return parts;
}

// The last `count` parts, or all there are. Names that are no UTF-8 are mended, for ids are printed.
std::string tail(const std::vector<std::string>& parts, std::size_t count) {
  std::string id;
  for (std::size_t i = parts.size() - std::min(count, parts.size()); i < parts.size(); ++i) {
    id += (id.empty() ? "" : "/") + parts[i];
  }
  return repair_utf8(std::move(id)).text;
}

// ".txt", ".txt.gz"
std::string endings_of(const std::string& path) {
  const std::string bare = without_packing(path);
  return fs::path(bare).extension().string() + path.substr(bare.size());
}

using Group = std::vector<InputFile*>;

// True if the last `count` parts tell all of them apart.
bool name_by_tail(const Group& group, std::size_t count) {
  std::set<std::string> seen;
  for (InputFile* file : group) seen.insert(file->id = tail(parts_of(file->path), count));
  return seen.size() == group.size();
}

void name_group(const Group& group) {
  std::size_t most = 1;
  for (const InputFile* file : group) most = std::max(most, parts_of(file->path).size());
  for (std::size_t count = 1; count <= most; ++count) {
    if (name_by_tail(group, count)) return;
  }
  // Only their endings differ, x.txt and x.md, or folders above "..".
  name_by_tail(group, 1);
  for (InputFile* file : group) file->id += endings_of(file->path);
}

// Whatever is left (names that differ only in bytes that were mended) gets a number.
void number_clashes(std::vector<InputFile>& files) {
  std::set<std::string> taken;
  for (InputFile& file : files) {
    const std::string wanted = file.id;
    for (int n = 2; !taken.insert(file.id).second; ++n) file.id = fmt::format("{}-{}", wanted, n);
  }
}

}  // namespace

void name_files(std::vector<InputFile>& files) {
  std::map<std::string, Group> groups;
  for (InputFile& file : files) groups[tail(parts_of(file.path), 1)].push_back(&file);
  for (const auto& [stem, group] : groups) name_group(group);
  number_clashes(files);
}

}  // namespace fasti
