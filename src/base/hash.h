// A hash that is the same on every machine and in every run, which std::hash need not be: FNV-1a with 64 bits
// (G. Fowler, L. C. Noll, K.-P. Vo). For ids and for comparing words, not for security.
#pragma once

#include <cstdint>
#include <string_view>

namespace fasti {

inline constexpr std::uint64_t hash_seed = 14695981039346656037ULL;

// Hashes one more piece; pieces are kept apart, so that "ab","c" is not "a","bc".
constexpr std::uint64_t hash_on(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return (hash ^ 0xFFU) * 1099511628211ULL;
}

}  // namespace fasti
