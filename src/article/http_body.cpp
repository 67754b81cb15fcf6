#include "article/http_body.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "article/layers.h"
#include "article/line_source.h"
#include "base/diagnostic.h"
#include "base/utf8.h"

namespace fasti {

namespace {

std::string small(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// The line that begins the text, which is then taken from it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Lines up to the blank one, which is taken too.
std::string_view take_head(std::string_view& text) {
  const std::string_view all = text;
  while (!text.empty() && !take_line(text).empty()) {
  }
  return all.substr(0, all.size() - text.size());
}

// Each chunk is its length in hexadecimal on a line, and that many bytes. One that is cut off counts as far
// as it goes; what is not chunked, though it was said to be, is given as it is.
std::string unchunked(std::string_view body) {
  const std::string_view all = body;
  std::string out;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc()) return out.empty() ? std::string(all) : out;
    if (size == 0) return out;
    out += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);
  }
  return out;
}

void unpack(std::string_view coding, const ReadLimits& limits, HttpBody& body) {
  if (coding.empty() || coding == "identity") return;
  if (coding != "gzip" && coding != "x-gzip" && coding != "zstd") {
    body.trouble = fmt::format("its body is packed in a way ({}) that is not known here",
                               repair_utf8(std::string(coding.substr(0, 40))).text);
    body.bytes.clear();
    return;
  }
  try {
    LineSource source("", unpacked("", stream_of_memory(body.bytes), limits), limits.file);
    body.bytes = source.rest();
  } catch (const InputError& error) {
    body.trouble = error.diagnostics.front().message;
    body.bytes.clear();
  }
}

}  // namespace

std::string_view header_value(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    const std::size_t colon = line.find(':');
    if (colon != line.npos && small(trimmed(line.substr(0, colon))) == name)
      return trimmed(line.substr(colon + 1));
  }
  return "";
}

void read_content_type(std::string_view value, std::string& type, std::string& charset) {
  type = small(trimmed(value.substr(0, value.find(';'))));
  const std::string all = small(value);
  const std::size_t at = all.find("charset=");
  if (at == std::string::npos) return;
  std::string_view rest = std::string_view(all).substr(at + 8);
  rest = rest.substr(0, rest.find(';'));
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
  charset = trimmed(rest.substr(0, rest.find_first_of("\"' ,")));
}

HttpBody http_body(std::string_view response, const ReadLimits& limits) {
  HttpBody body;
  if (!response.starts_with("HTTP/")) return body;
  const std::string_view head = take_head(response);
  const std::size_t blank = std::min(head.find(' '), head.size() - 1) + 1;
  std::from_chars(head.data() + blank, head.data() + head.size(), body.status);
  read_content_type(header_value(head, "content-type"), body.type, body.charset);
  const bool chunked = small(header_value(head, "transfer-encoding")) == "chunked";
  body.bytes = chunked ? unchunked(response) : std::string(response);
  // Some crawlers unpack bodies and leave the header as it was.
  const std::string coding = small(header_value(head, "content-encoding"));
  const bool packed = body.bytes.starts_with("\x1F\x8B") || body.bytes.starts_with("\x28\xB5\x2F\xFD");
  if (packed || (coding != "gzip" && coding != "x-gzip" && coding != "zstd")) unpack(coding, limits, body);
  return body;
}

}  // namespace fasti
