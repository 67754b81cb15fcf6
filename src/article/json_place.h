// Where something stands in a line of JSON: asked only where a person must be told.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fasti {

struct JsonFault {
  std::size_t offset = 0;  // a byte of the line
  std::string reason;      // "unexpected end of input"; empty where none is known
};

// Of a line that is no JSON; the offset is that of the last byte of the part that does not fit.
//   {"text": "a" "id": 1}      16, "unexpected string literal; expected '}'"
JsonFault find_json_fault(std::string_view line);

// Offsets in a line that is a JSON object: of the value of its key number `index`, counted from 0, and of the
// first value of the key so called.
//   {"id": 1, "text": "a"}      offset_of_value(line, 1) == 18      offset_of_key(line, "id") == 7
std::size_t offset_of_value(std::string_view line, std::size_t index);
std::optional<std::size_t> offset_of_key(std::string_view line, std::string_view key);

}  // namespace fasti
