// Folders and what is in them, whatever links say.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace fasti {

struct Listing {
  std::vector<std::filesystem::directory_entry> entries;  // sorted by name
  std::error_code error;
};
Listing list_folder(const std::filesystem::path&);

struct Walk {
  std::vector<std::string> paths;
  std::vector<std::pair<std::string, std::error_code>> unreadable;  // folders
};

// The files below a folder that are named as articles are (inputs.h says what that means).
Walk articles_below(const std::string& folder);

// The files that match a pattern in which ** stands for any number of folders, none included; no hidden ones
// unless the pattern says so.
//   files_like("crawl/**/*.html")      crawl/a.html, crawl/2021/09/b.html
std::vector<std::string> files_like(const std::string& pattern);

// Does the pattern, or plain path, fit the whole path? Each part by itself: * stands for no /.
bool path_matches(const std::string& pattern, const std::string& path);

}  // namespace fasti
