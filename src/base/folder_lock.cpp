#include "base/folder_lock.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/diagnostic.h"

namespace fasti {

FolderLock::FolderLock(const std::filesystem::path& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (descriptor_ < 0) {
    Diagnostic d;
    d.severity = Severity::error;
    d.code = "unwritable";
    d.place.path = folder.string();
    d.message = "cannot use this folder: " + std::generic_category().message(errno);
    d.hint = "make the folder first, or name another file";
    throw InputError(d);
  }
  // Where the file system knows no locks, nobody is kept waiting; the file is still written whole.
  while (::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
  }
}

FolderLock::~FolderLock() { ::close(descriptor_); }

}  // namespace fasti
