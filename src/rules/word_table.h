// Words numbered from 1 on. What is asked for every word of a text must be quick, so a word of up to sixteen
// bytes is two machine words, compared and hashed as such; no string is made of it.
//
//   add("may") == 1, add("june") == 2; number_of the token "May" == 1; a word never added is 0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text_map.h"
#include "text/segment.h"

namespace fasti {

class WordTable {
 public:
  std::uint32_t add(std::string_view folded_word);  // the number that it has already, else the next one
  std::uint32_t number_of(std::string_view folded_word) const;

  // The token is folded on the way.
  std::uint32_t number_of(std::string_view text, const Token&) const;
  std::uint32_t add(std::string_view text, const Token&);

  std::size_t size() const { return size_; }  // words; the highest number

 private:
  // A folded word of at most sixteen bytes, filled up with zeros.
  struct Key {
    std::uint64_t low = 0, high = 0;
    bool operator==(const Key&) const = default;
  };
  struct Slot {
    Key key;
    std::uint32_t number = 0;  // 0 for an empty slot
  };
  static std::optional<Key> key_of(std::string_view text, const Token&);  // of plain ASCII only
  static Key key_of(std::string_view folded_word);
  std::size_t place_of(const Key&) const;
  std::uint32_t add(const Key&);
  std::uint32_t number_of(const Key&) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, half empty
  TextMap<std::uint32_t> long_words_;
  std::size_t size_ = 0;
};

}  // namespace fasti
