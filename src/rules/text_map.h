// A hash map from text to anything, asked with a string_view and without making a std::string of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fasti {

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};

template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace fasti
