// Bytes one after the other, wherever they come from: a file, standard input, memory, what a layer unpacks.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace fasti {

struct ByteStream {
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  // At most `most` bytes into `into`; 0 at the end only. Throws InputError where they cannot be read.
  virtual std::size_t read(char* into, std::size_t most) = 0;

  // How many bytes there will be, as far as that is known, else 0. To be told of large ones in time.
  virtual std::size_t expected() const { return 0; }
};

// "-" is standard input. Throws InputError "no-such-file" or "unreadable".
std::unique_ptr<ByteStream> stream_of_file(const std::string& path);

// The bytes must outlive the stream.
std::unique_ptr<ByteStream> stream_of_memory(std::string_view bytes);

}  // namespace fasti
