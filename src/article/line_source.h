// A stream of bytes, read a line at a time: what is held is the line, never the whole.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "article/byte_stream.h"
#include "article/limits.h"

namespace fasti {

struct Line {
  std::string_view text;   // without its end ("\n" or "\r\n"); valid until the next line is asked for
  std::size_t number = 1;  // counted from one
  bool whole = true;       // false: it has more bytes than are held, and `text` is only its begin
  std::size_t column = 0;  // bytes before it on its line, of what is no line as a whole
};

// 64 bytes behind each line may be read (not written), as simdjson wants them.
//
//   LineSource source(path, stream_of_file(path));  while (const auto line = source.next()) …
class LineSource {
 public:
  // The path is for messages only. Each of the functions throws what the stream does. A line is held up to
  // twice `largest`, as JSON may write each of a text's bytes with two (é as \u00e9).
  LineSource(std::string path, std::unique_ptr<ByteStream>, std::size_t largest = ReadLimits().file);

  // The next few thousand bytes, or all there are, and the line that goes on from one of them. None is taken.
  std::string_view ahead();
  std::string_view line_ahead(std::size_t offset);

  // The next bytes, as many as are asked for or all there are, and passing over as many that were seen so.
  // `position` is the number of bytes that were taken.
  std::string_view ahead(std::size_t bytes);
  void skip(std::size_t bytes);
  std::size_t position() const { return read_ - (end_ - begin_); }

  // Takes the next line; nullopt at the end. A byte-order mark before the first is passed over.
  std::optional<Line> next();

  // All that was not taken. Throws InputError "too-large" past `largest` bytes.
  std::string rest();

 private:
  std::size_t longest_line() const { return 2 * largest_; }
  bool fill(std::size_t most);
  std::size_t line_size(std::size_t offset);
  void skip_line();

  std::string path_;
  std::unique_ptr<ByteStream> stream_;
  std::size_t largest_;
  std::size_t read_ = 0;  // from the stream
  std::string buffer_;    // its bytes from begin_ to end_ were read and not yet taken
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t number_ = 0;
  bool inside_ = false;  // of a line whose begin was taken, its end not
};

}  // namespace fasti
