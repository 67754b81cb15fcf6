#include "timeline/line_writer.h"

#include <charconv>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr char hexadecimal[] = "0123456789abcdef";

void append_escaped(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\b':
      out += "\\b";
      break;
    case '\f':
      out += "\\f";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      out += "\\u00";
      out += hexadecimal[static_cast<unsigned char>(byte) >> 4U];
      out += hexadecimal[static_cast<unsigned char>(byte) & 15U];
  }
}

bool is_plain(char byte) { return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\'; }

}  // namespace

void LineWriter::number(std::string_view key, std::size_t value) {
  name(key);
  char digits[24];
  out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

// Text from files is valid UTF-8 already; should a slip of ours cut a character, it is replaced.
void LineWriter::value_of(std::string_view text) {
  unsigned char beyond = 0;
  for (const char byte : text) beyond |= static_cast<unsigned char>(byte);
  if (beyond >= 0x80 && !is_valid_utf8(text)) {
    out_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    out_.append(text, at, end - at);
    if (end < text.size()) append_escaped(out_, text[end++]);
    at = end;
  }
  out_ += '"';
}

}  // namespace fasti
