// A JSON array, element by element: what is held is one of them, never the whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/line_source.h"

namespace fasti {

struct JsonElement {
  std::string_view text;   // valid until the next one is asked for; 64 bytes behind it may be read
  std::size_t line = 1;    // where it begins in the file
  std::size_t column = 0;  // bytes before it on that line
  bool whole = true;       // false: it is larger than may be held, and was passed over
};

// Finds where elements end by their brackets and quotation marks, and says nothing of what is between those.
class JsonElements {
 public:
  // The source stands before the "[".
  JsonElements(std::string path, LineSource&, std::size_t largest);

  // nullopt behind the last. Throws InputError "broken-json" with line and column where what follows is no
  // array.
  std::optional<JsonElement> next();

 private:
  std::size_t find_end();
  void pass(std::size_t bytes);
  bool pass_blanks();
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;
  LineSource& source_;
  std::size_t largest_;
  std::size_t line_ = 1;
  std::size_t column_ = 0;
  std::size_t element_ = 0;  // bytes of the one that was given last
  bool begun_ = false;
};

}  // namespace fasti
