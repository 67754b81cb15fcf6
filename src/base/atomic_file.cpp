#include "base/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <memory>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diagnostic.h"

namespace fasti {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string code, const fs::path& path, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place.path = path.string();
  throw InputError(std::move(d));
}

std::string hint_for(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space, or write to another disk";
    case EFBIG:
      return "the file is larger than this system lets the program write";
    case EACCES:
    case EPERM:
    case EROFS:
      return "choose a folder that you may write to";
    case ENOENT:
      return "make the folder first";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case ENAMETOOLONG:
      return "choose a shorter name";
    default:
      return "";
  }
}

std::string system_words(int error) { return std::generic_category().message(error); }

[[noreturn]] void fail_writing(const fs::path& path, int error) {
  fail("unwritable", path, "cannot write this file: " + system_words(error), hint_for(error));
}

// Closes on every way out; take() hands the number over to a close whose result counts.
struct Descriptor {
  explicit Descriptor(int opened) : number(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  int take() { return std::exchange(number, -1); }
  int number;
};

// Removes the temporary unless it got its final name.
struct Temporary {
  explicit Temporary(std::string made) : name(std::move(made)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!name.empty()) ::unlink(name.c_str());
  }
  std::string name;
};

// errno of the first failure, 0 if all was written.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// A new file beside the target, with a name that nothing else has; its name is empty if that failed, errno
// says why. Made by open and not by mkstemp, so that it gets the permissions that any new file gets here.
struct NewFile {
  std::string name;
  int descriptor = -1;
};

NewFile make_beside(const fs::path& folder) {
  static std::atomic<unsigned> made = 0;
  for (int attempt = 0; attempt < 1000; ++attempt) {
    NewFile file{(folder / fmt::format(".fasti-{}-{}", ::getpid(), made++)).string()};
    file.descriptor = ::open(file.name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file.descriptor >= 0 || errno != EEXIST) return file;
  }
  return {};
}

int keep_permissions(int descriptor, const fs::path& target) {
  struct stat existing {};
  if (::stat(target.c_str(), &existing) != 0) return 0;
  return ::fchmod(descriptor, existing.st_mode & 07777U) == 0 || errno == EPERM ? 0 : errno;
}

// A name is only as durable as its folder. The file is whole under its name by now, and some file systems
// cannot sync folders: so a failure here is no failure of the writing.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number >= 0) ::fsync(opened.number);
}

// Where the bytes go in the end: through symbolic links, so that a link stays a link.
fs::path resolve_links(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_symlink(path, ignored)) return path;
  const fs::path target = fs::weakly_canonical(path, ignored);
  return ignored || target.empty() ? path : target;
}

int fill(Descriptor& file, std::string_view bytes, const fs::path& target) {
  if (const int error = write_all(file.number, bytes)) return error;
  if (const int error = keep_permissions(file.number, target)) return error;
  if (::fsync(file.number) != 0) return errno;
  return ::close(file.take()) == 0 ? 0 : errno;
}

// /dev/stdout, /dev/null, a named pipe: there is nothing to keep whole, and a rename would destroy them.
void write_device(const fs::path& path, std::string_view bytes) {
  // O_NONBLOCK: a pipe without a reader would keep us waiting at open.
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number < 0) fail_writing(path, errno);
  ::fcntl(file.number, F_SETFL, ::fcntl(file.number, F_GETFL) & ~O_NONBLOCK);
  if (const int error = write_all(file.number, bytes)) fail_writing(path, error);
  if (::close(file.take()) != 0) fail_writing(path, errno);
}

void refuse_folder(const fs::path& path) {
  std::error_code unknown;
  if (!fs::is_directory(path, unknown)) return;
  fail("unwritable", path, "cannot write this file: it is a folder",
       "name a file, or move that folder out of the way");
}

bool is_device(const fs::path& path) {
  std::error_code unknown;
  return fs::exists(path, unknown) && !fs::is_regular_file(path, unknown);
}

fs::path folder_of(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

// A file that is whole on the disk and has only its temporary name.
struct Prepared {
  std::unique_ptr<Temporary> temporary;
  fs::path path;    // as it was asked for, to be named in messages
  fs::path target;  // as it is called in the end
};

Prepared prepare(const FileToWrite& wanted) {
  const fs::path target = resolve_links(wanted.path);
  const NewFile made = make_beside(folder_of(target));
  if (made.descriptor < 0) fail_writing(wanted.path, errno);
  Descriptor file(made.descriptor);
  Prepared prepared{std::make_unique<Temporary>(made.name), wanted.path, target};
  if (const int error = fill(file, wanted.bytes, target)) fail_writing(wanted.path, error);
  return prepared;
}

void give_name(Prepared& prepared) {
  if (::rename(prepared.temporary->name.c_str(), prepared.target.c_str()) != 0)
    fail_writing(prepared.path, errno);
  prepared.temporary->name.clear();
}

}  // namespace

void write_files(const std::vector<FileToWrite>& files) {
  for (const FileToWrite& file : files) refuse_folder(file.path);
  std::vector<Prepared> prepared;
  for (const FileToWrite& file : files) {
    if (is_device(file.path)) {
      write_device(file.path, file.bytes);
    } else {
      prepared.push_back(prepare(file));
    }
  }
  std::set<fs::path> folders;
  for (Prepared& file : prepared) {
    give_name(file);
    folders.insert(folder_of(file.target));
  }
  for (const fs::path& folder : folders) sync_folder(folder);
}

void write_file(const fs::path& path, std::string_view bytes) { write_files({{path, bytes}}); }

namespace {

[[noreturn]] void fail_reading(const fs::path& path, int error) {
  if (error == ENOENT) fail("no-such-file", path, "there is no such file", "");
  const std::string what = path == "-" ? "standard input" : "this file";
  fail("unreadable", path, fmt::format("cannot read {}: {}", what, system_words(error)),
       error == EACCES || error == EPERM ? "ask for permission to read it" : "");
}

[[noreturn]] void fail_too_large(const fs::path& path, std::size_t limit) {
  fail("too-large", path, fmt::format("this file has more than {} bytes", limit),
       "split it into smaller files");
}

void require_regular(const fs::path& path, const struct stat& status) {
  if (S_ISREG(status.st_mode)) return;
  const bool folder = S_ISDIR(status.st_mode);
  fail("unreadable", path,
       folder ? "this is a folder, not a file"
              : "this is not an ordinary file but a device, a pipe or a socket",
       folder ? "" : "name a text file");
}

struct stat status_of(const Descriptor& file, const fs::path& path) {
  struct stat status {};
  if (::fstat(file.number, &status) != 0) fail_reading(path, errno);
  return status;
}

}  // namespace

int open_to_read(const fs::path& path) {
  // O_NONBLOCK: a pipe without a writer would keep us waiting at open.
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (number < 0) fail_reading(path, errno);
  Descriptor file(number);
  require_regular(path, status_of(file, path));
  return file.take();
}

std::size_t read_some(int descriptor, const fs::path& path, char* into, std::size_t room) {
  for (;;) {
    const ssize_t got = ::read(descriptor, into, room);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail_reading(path, errno);
  }
}

std::string read_file(const fs::path& path, std::size_t limit) {
  const Descriptor file(open_to_read(path));
  const auto size = status_of(file, path).st_size;
  if (std::cmp_greater(size, limit)) fail_too_large(path, limit);
  // The size is a first guess: files below /proc say 0, and others may grow while they are read.
  std::string bytes(static_cast<std::size_t>(size) + 1, '\0');
  for (std::size_t filled = 0;;) {
    const std::size_t got = read_some(file.number, path, bytes.data() + filled, bytes.size() - filled);
    filled += got;
    if (filled > limit) fail_too_large(path, limit);
    if (got == 0) {
      bytes.resize(filled);
      return bytes;
    }
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
}

void ensure_folder(const fs::path& path) {
  if (path.empty()) return;
  std::error_code error, ignored;
  fs::create_directories(path, error);
  if (!error && fs::is_directory(path, error)) return;
  if (fs::is_symlink(path, ignored) && !fs::exists(path, ignored))
    fail("unwritable", path, "cannot make this folder: it is a link to something that is not there",
         "make what it points to, or remove the link");
  const int code = error ? error.value() : ENOTDIR;
  fail("unwritable", path, "cannot make this folder: " + system_words(code), hint_for(code));
}

}  // namespace fasti
