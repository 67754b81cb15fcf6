#include "article/limits.h"

#include <fmt/format.h>

namespace fasti {

std::string in_megabytes(std::size_t bytes) {
  constexpr std::size_t megabyte = std::size_t{1} << 20U;
  return bytes < megabyte ? fmt::format("{} bytes", bytes) : fmt::format("{} MB", bytes / megabyte);
}

}  // namespace fasti
