#include "article/byte_stream.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <unistd.h>

#include "article/inputs.h"
#include "base/atomic_file.h"

namespace fasti {

namespace {

struct FileStream final : ByteStream {
  explicit FileStream(std::string named)
      : path(std::move(named)), descriptor(path == standard_input ? STDIN_FILENO : open_to_read(path)) {}
  ~FileStream() override {
    if (path != standard_input) ::close(descriptor);
  }

  std::size_t read(char* into, std::size_t most) override { return read_some(descriptor, path, into, most); }

  std::size_t expected() const override {
    std::error_code unknown;
    const auto size = path == standard_input ? 0 : std::filesystem::file_size(path, unknown);
    return unknown ? 0 : size;
  }

  std::string path;
  int descriptor;
};

struct MemoryStream final : ByteStream {
  explicit MemoryStream(std::string_view all) : left(all), size(all.size()) {}

  std::size_t read(char* into, std::size_t most) override {
    const std::size_t got = left.copy(into, std::min(most, left.size()));
    left.remove_prefix(got);
    return got;
  }

  std::size_t expected() const override { return size; }

  std::string_view left;
  std::size_t size;
};

}  // namespace

std::unique_ptr<ByteStream> stream_of_file(const std::string& path) {
  return std::make_unique<FileStream>(path);
}

std::unique_ptr<ByteStream> stream_of_memory(std::string_view bytes) {
  return std::make_unique<MemoryStream>(bytes);
}

}  // namespace fasti
