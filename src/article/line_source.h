// A stream of bytes, read a line at a time: what is held is the line, never the whole.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "article/byte_stream.h"

namespace fasti {

// A text of more bytes than this is a dump of something, not an article.
inline constexpr std::size_t largest_file = std::size_t{64} << 20U;

// JSON may write each of a text's bytes with two (é as \u00e9); past that, a line is not read.
inline constexpr std::size_t longest_line = 2 * largest_file;

struct Line {
  std::string_view text;   // without its end ("\n" or "\r\n"); valid until the next line is asked for
  std::size_t number = 1;  // counted from one
  bool whole = true;       // false: it has more than longest_line bytes, and `text` is only its begin
};

// 64 bytes behind each line may be read (not written), as simdjson wants them.
//
//   LineSource source(path, stream_of_file(path));  while (const auto line = source.next()) …
class LineSource {
 public:
  // The path is for messages only. Each of the functions throws what the stream does.
  LineSource(std::string path, std::unique_ptr<ByteStream>);

  // The next few thousand bytes, or all there are, and the line that goes on from one of them. None is taken.
  std::string_view ahead();
  std::string_view line_ahead(std::size_t offset);

  // Takes the next line; nullopt at the end. A byte-order mark before the first is passed over.
  std::optional<Line> next();

  // All that was not taken. Throws InputError "too-large" past largest_file bytes.
  std::string rest();

 private:
  bool fill();
  std::size_t line_size(std::size_t offset);
  void skip_line();

  std::string path_;
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;  // its bytes from begin_ to end_ were read and not yet taken
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t number_ = 0;
  bool inside_ = false;  // of a line whose begin was taken, its end not
};

}  // namespace fasti
