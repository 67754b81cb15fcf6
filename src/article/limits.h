// How much is read, so that no input can take all memory or all day.
#pragma once

#include <cstddef>
#include <string>

namespace fasti {

struct ReadLimits {
  // Of one article's file, or one record of many: a text of more bytes is a dump of something, no article.
  std::size_t file = std::size_t{64} << 20U;
  // What a packed file may hold. It is read piece by piece, so this bounds time and not memory.
  std::size_t unpacked = std::size_t{8} << 30U;
};

// "64 MB"; of less than one, "1000 bytes"
std::string in_megabytes(std::size_t bytes);

}  // namespace fasti
