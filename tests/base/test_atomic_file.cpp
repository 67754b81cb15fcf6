#include "base/atomic_file.h"

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

#include "base/diagnostic.h"
#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;
using test::ScratchFolder;

namespace {

// "code: message / hint" of what was thrown, or "nothing". Paths are left out: they differ from run to run.
std::string thrown_by(auto action) {
  try {
    action();
  } catch (const InputError& error) {
    const Diagnostic& d = error.diagnostics.at(0);
    CHECK_FALSE(d.place.path.empty());
    return d.code + ": " + d.message + (d.hint.empty() ? "" : " / " + d.hint);
  }
  return "nothing";
}

// Files may grow to `bytes` only, as on a full disk.
struct FileSizeLimit {
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);  // the write then fails with EFBIG
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit lower{bytes, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &lower);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before); }
  rlimit before{};
};

}  // namespace

TEST_CASE("a file is written and read back, over an old one too", "[base]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "first");
  CHECK(read_file(folder / "a.txt") == "first");
  write_file(folder / "a.txt", "");
  CHECK(read_file(folder / "a.txt").empty());
  CHECK(folder.names() == "a.txt");
}

TEST_CASE("an existing file keeps its permissions, and a link stays a link", "[base]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "old");
  ::chmod((folder / "a.txt").c_str(), 0640);
  std::filesystem::create_symlink("a.txt", folder / "link.txt");
  write_file(folder / "link.txt", "new");
  CHECK(std::filesystem::is_symlink(folder / "link.txt"));
  CHECK(read_file(folder / "a.txt") == "new");
  struct stat status {};
  ::stat((folder / "a.txt").c_str(), &status);
  CHECK((status.st_mode & 0777U) == 0640U);
}

TEST_CASE("when the disk is full the old file survives and nothing is left behind", "[base]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "old");
  std::string failure;
  {
    const FileSizeLimit full(4096);
    failure = thrown_by([&] { write_file(folder / "a.txt", std::string(100'000, 'x')); });
  }
  CHECK(failure ==
        "unwritable: cannot write this file: File too large / the file is larger than this system lets the "
        "program write");
  CHECK(read_file(folder / "a.txt") == "old");
  CHECK(folder.names() == "a.txt");
}

TEST_CASE("of files that belong together, a full disk leaves all old ones", "[base]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "old a");
  write_file(folder / "b.txt", "old b");
  const std::string large(100'000, 'x');
  std::string failure;
  {
    const FileSizeLimit full(4096);
    failure = thrown_by([&] { write_files({{folder / "a.txt", "new a"}, {folder / "b.txt", large}}); });
  }
  CHECK(failure.starts_with("unwritable: cannot write this file: File too large"));
  CHECK(read_file(folder / "a.txt") == "old a");
  CHECK(read_file(folder / "b.txt") == "old b");
  CHECK(folder.names() == "a.txt b.txt");

  ensure_folder(folder / "c.txt");
  failure = thrown_by([&] { write_files({{folder / "a.txt", "new a"}, {folder / "c.txt", "new c"}}); });
  CHECK(failure.starts_with("unwritable: cannot write this file: it is a folder"));
  CHECK(read_file(folder / "a.txt") == "old a");

  write_files({{folder / "a.txt", "new a"}, {folder / "b.txt", "new b"}});
  CHECK(read_file(folder / "a.txt") == "new a");
  CHECK(read_file(folder / "b.txt") == "new b");
}

TEST_CASE("what cannot be written is told with the reason and what to do", "[base]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "old");
  CHECK(thrown_by([&] { write_file(folder / "a.txt" / "b.txt", "x"); }) ==
        "unwritable: cannot write this file: Not a directory / a part of the path is a file, not a folder");
  CHECK(thrown_by([&] { write_file(folder / "none" / "b.txt", "x"); }) ==
        "unwritable: cannot write this file: No such file or directory / make the folder first");
  CHECK(
      thrown_by([&] { write_file(folder.path, "x"); }) ==
      "unwritable: cannot write this file: it is a folder / name a file, or move that folder out of the way");
  CHECK(thrown_by([&] { write_file("/dev/full", "x"); }) ==
        "unwritable: cannot write this file: No space left on device / free some space, or write to another "
        "disk");
  CHECK(folder.names() == "a.txt");
}

TEST_CASE("a device is written to and stays a device", "[base]") {
  write_file("/dev/null", "x");
  CHECK(std::filesystem::is_character_file("/dev/null"));
  const ScratchFolder folder;
  ::mkfifo((folder / "pipe").c_str(), 0600);
  CHECK(thrown_by([&] { write_file(folder / "pipe", "x"); }) ==
        "unwritable: cannot write this file: No such device or address");
}

TEST_CASE("what cannot be read is told, and never waited for", "[base]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "12345");
  ::mkfifo((folder / "pipe").c_str(), 0600);
  CHECK(thrown_by([&] { read_file(folder / "none.txt"); }) == "no-such-file: there is no such file");
  CHECK(thrown_by([&] { read_file(folder.path); }) == "unreadable: this is a folder, not a file");
  const std::string special =
      "unreadable: this is not an ordinary file but a device, a pipe or a socket / name a text file";
  CHECK(thrown_by([&] { read_file(folder / "pipe"); }) == special);
  CHECK(thrown_by([&] { read_file("/dev/zero"); }) == special);
  CHECK(thrown_by([&] { read_file(folder / "a.txt", 4); }) ==
        "too-large: this file has more than 4 bytes / split it into smaller files");
  CHECK(read_file(folder / "a.txt", 5) == "12345");
}

TEST_CASE("folders are made, with those above them", "[base]") {
  const ScratchFolder folder;
  ensure_folder(folder / "a" / "b");
  ensure_folder(folder / "a" / "b");
  std::filesystem::create_symlink("nowhere", folder / "link");
  CHECK(thrown_by([&] { ensure_folder(folder / "link"); }) ==
        "unwritable: cannot make this folder: it is a link to something that is not there / make what it "
        "points to, or remove the link");
  CHECK(std::filesystem::is_directory(folder / "a" / "b"));
  write_file(folder / "file", "x");
  CHECK(thrown_by([&] { ensure_folder(folder / "file"); }) ==
        "unwritable: cannot make this folder: Not a directory / a part of the path is a file, not a folder");
  CHECK(thrown_by([&] { ensure_folder(folder / "file" / "b"); }) ==
        "unwritable: cannot make this folder: Not a directory / a part of the path is a file, not a folder");
}
