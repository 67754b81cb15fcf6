// Files that are whole or not there at all. Nothing that existed is lost when the disk is full, the folder
// cannot be written to, or the program is killed half-way.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

// Writes the bytes to a temporary file beside `path`, makes sure they are on the disk, and only then gives it
// the name. An existing file keeps its permissions; a symbolic link stays one, and the file it names is
// replaced. The folder must exist. What is no ordinary file (/dev/stdout, a pipe) is written to as it is.
// Throws InputError, code "unwritable", with the path, the system's words and a hint; the old file is then as
// it was and no temporary is left.
//
//   write_file("out/timeline.json", json);
void write_file(const std::filesystem::path& path, std::string_view bytes);

struct FileToWrite {
  std::filesystem::path path;
  std::string_view bytes;
};

// The same for files that belong together: all are on the disk before the first gets its name. So a full disk
// leaves every old file as it was, and not some old and some new.
void write_files(const std::vector<FileToWrite>& files);

// The bytes of a regular file. Throws InputError: "no-such-file", "unreadable" (with the system's words; also
// for folders, pipes and devices, which are never waited for), "too-large" past `limit` bytes.
std::string read_file(const std::filesystem::path& path,
                      std::size_t limit = std::numeric_limits<std::size_t>::max());

// The same piece by piece. open_to_read gives the descriptor of a regular file, which the caller closes;
// read_some waits for at least one byte and gives 0 at the end. Both throw InputError as read_file does.
int open_to_read(const std::filesystem::path& path);
std::size_t read_some(int descriptor, const std::filesystem::path& path, char* into, std::size_t room);

// Makes the folder and those above it. Throws InputError, code "unwritable", where something that is no
// folder is in the way or the system refuses.
void ensure_folder(const std::filesystem::path& path);

}  // namespace fasti
