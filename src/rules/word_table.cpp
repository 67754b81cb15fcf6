#include "rules/word_table.h"

#include <bit>
#include <cstring>

namespace fasti {

namespace {

constexpr std::size_t most_bytes = 16;
constexpr std::uint64_t high_bits = 0x8080808080808080;
constexpr std::uint64_t case_bits = 0x2020202020202020;  // what tells 'a' from 'A'
constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15;

std::uint64_t first_bytes(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

// The first `count` bytes, 1 to 8, where eight may be read.
std::uint64_t first_bytes_of_eight(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value & (~std::uint64_t{0} >> (64 - 8 * count));
}

}  // namespace

// Without a branch on the bytes: a word is letters and perhaps an apostrophe, which the case bit does not
// change, and it does not change digits either.
std::optional<WordTable::Key> WordTable::key_of(std::string_view text, const Token& token) {
  static_assert(std::endian::native == std::endian::little, "first_bytes_of_eight takes the low bytes");
  const std::size_t size = token.span.size();
  if (size > most_bytes || size == 0) return std::nullopt;
  const char* bytes = text.data() + token.span.begin;
  Key key;
  if (token.span.begin + most_bytes <= text.size()) {
    key.low = first_bytes_of_eight(bytes, size < 8 ? size : 8);
    if (size > 8) key.high = first_bytes_of_eight(bytes + 8, size - 8);
  } else {
    key.low = first_bytes(bytes, size < 8 ? size : 8);
    if (size > 8) key.high = first_bytes(bytes + 8, size - 8);
  }
  if (((key.low | key.high) & high_bits) != 0) return std::nullopt;
  if (token.kind == TokenKind::punctuation) return key;
  key.low |= case_bits & (~std::uint64_t{0} >> (size < 8 ? 64 - 8 * size : 0));
  if (size > 8) key.high |= case_bits & (~std::uint64_t{0} >> (128 - 8 * size));
  return key;
}

WordTable::Key WordTable::key_of(std::string_view word) {
  Key key;
  key.low = first_bytes(word.data(), word.size() < 8 ? word.size() : 8);
  if (word.size() > 8) key.high = first_bytes(word.data() + 8, word.size() - 8);
  return key;
}

// The word's slot, or the empty one in which it would be put.
std::size_t WordTable::place_of(const Key& key) const {
  const std::uint64_t mixed = (key.low ^ std::rotl(key.high * mixer, 29)) * mixer;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (mixed ^ (mixed >> 32U)) & mask;
  while (slots_[at].number != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

std::uint32_t WordTable::number_of(const Key& key) const {
  return slots_.empty() ? 0 : slots_[place_of(key)].number;
}

void WordTable::grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.number != 0) slots_[place_of(slot.key)] = slot;
}

std::uint32_t WordTable::add(const Key& key) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[place_of(key)];
  if (slot.number == 0) slot = {key, static_cast<std::uint32_t>(++size_)};
  return slot.number;
}

std::uint32_t WordTable::add(std::string_view word) {
  if (word.size() <= most_bytes) return add(key_of(word));
  const auto [found, fresh] = long_words_.try_emplace(std::string(word), 0);
  if (fresh) found->second = static_cast<std::uint32_t>(++size_);
  return found->second;
}

std::uint32_t WordTable::number_of(std::string_view word) const {
  if (word.size() <= most_bytes) return number_of(key_of(word));
  const auto found = long_words_.find(word);
  return found == long_words_.end() ? 0 : found->second;
}

std::uint32_t WordTable::number_of(std::string_view text, const Token& token) const {
  if (const auto key = key_of(text, token)) return number_of(*key);
  return number_of(folded(text_of(text, token)));
}

std::uint32_t WordTable::add(std::string_view text, const Token& token) {
  if (const auto key = key_of(text, token)) return add(*key);
  return add(folded(text_of(text, token)));
}

}  // namespace fasti
