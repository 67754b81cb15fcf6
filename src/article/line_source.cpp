#include "article/line_source.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "article/remark.h"

namespace fasti {

namespace {

constexpr std::size_t piece = std::size_t{256} << 10U;  // bytes that are asked for at once
constexpr std::size_t looked_ahead = 4096;
constexpr std::size_t padding = 64;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void refuse_large(const std::string& path, std::size_t largest) {
  throw InputError(file_error("too-large", path,
                              fmt::format("this text has more than {}", in_megabytes(largest)),
                              "split it into smaller files, or allow more with --max-file"));
}

}  // namespace

LineSource::LineSource(std::string path, std::unique_ptr<ByteStream> stream, std::size_t largest)
    : path_(std::move(path)), stream_(std::move(stream)), largest_(largest) {}

// Reads a piece more; false at the end. What was taken makes room, and only where that is not enough the
// buffer grows, to hold no more than `most` and a piece.
bool LineSource::fill(std::size_t most) {
  if (end_ + piece + padding > buffer_.size()) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    if (end_ + piece + padding > buffer_.size())
      buffer_.resize(std::max(end_, std::min(2 * end_, most + piece)) + piece + padding);
  }
  const std::size_t got = stream_->read(buffer_.data() + end_, piece);
  end_ += got;
  read_ += got;
  return got > 0;
}

std::string_view LineSource::ahead() {
  ahead(looked_ahead);
  return std::string_view(buffer_).substr(begin_, end_ - begin_);
}

std::string_view LineSource::ahead(std::size_t bytes) {
  while (end_ - begin_ < bytes && fill(bytes)) {
  }
  return std::string_view(buffer_).substr(begin_, std::min(bytes, end_ - begin_));
}

void LineSource::skip(std::size_t bytes) { begin_ += std::min(bytes, end_ - begin_); }

// From there to the line's end, once that was read, or else more than longest_line.
std::size_t LineSource::line_size(std::size_t offset) {
  for (std::size_t size = 0;;) {
    const std::string_view read = std::string_view(buffer_).substr(0, end_);
    const std::size_t from = begin_ + offset + size;
    const std::size_t found = read.find('\n', from);
    size += std::min(found, read.size()) - from;
    if (found != read.npos || size > longest_line() || !fill(longest_line())) return size;
  }
}

std::string_view LineSource::line_ahead(std::size_t offset) {
  const std::size_t size = line_size(offset);
  std::string_view line = std::string_view(buffer_).substr(begin_ + offset, std::min(size, longest_line()));
  if (size <= longest_line() && line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The rest of a line whose begin was taken.
void LineSource::skip_line() {
  for (inside_ = false;;) {
    const std::size_t end = std::string_view(buffer_).substr(0, end_).find('\n', begin_);
    begin_ = std::min(end, end_);
    if (begin_ < end_) ++begin_;
    if (end != std::string_view::npos || !fill(longest_line())) return;
  }
}

std::optional<Line> LineSource::next() {
  if (inside_) skip_line();
  if (begin_ == end_ && !fill(longest_line())) return {};
  const std::size_t size = line_size(0);
  std::string_view text = line_ahead(0);
  if (number_ == 0 && text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  inside_ = size > longest_line();
  begin_ += inside_ ? size : std::min(size + 1, end_ - begin_);
  return Line{text, ++number_, !inside_};
}

std::string LineSource::rest() {
  const std::size_t expected = stream_->expected();
  if (expected > largest_) refuse_large(path_, largest_);
  std::string bytes = buffer_.substr(begin_, end_ - begin_);
  begin_ = end_;
  for (std::size_t filled = bytes.size();;) {
    if (filled == bytes.size()) bytes.resize(std::max(expected, filled) + piece);
    const std::size_t got = stream_->read(bytes.data() + filled, bytes.size() - filled);
    filled += got;
    read_ += got;
    if (filled > largest_) refuse_large(path_, largest_);
    if (got > 0) continue;
    bytes.resize(filled);
    return bytes;
  }
}

}  // namespace fasti
