// One at a time, please: whoever reads a file, adds to it and writes it back holds its folder's lock, so that
// nothing is lost where two do it at once. (A lock on the file itself would stay with the one that is
// replaced.)
//
//   const FolderLock lock(path.parent_path());
#pragma once

#include <filesystem>

namespace fasti {

class FolderLock {
 public:
  // Waits for those who came first. Throws InputError, code "unwritable", where there is no such folder.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace fasti
