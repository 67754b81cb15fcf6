#include "article/file_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "article/html_charset.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view begin;
  std::string_view what;
};

constexpr Magic magic_numbers[] = {
    {"\x89PNG\r\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF87a"sv, "a GIF image"},
    {"GIF89a"sv, "a GIF image"},
    {"PK\x05\x06"sv, "an empty zip archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old office document (doc, xls)"},
    {"{\\rtf"sv, "a rich text (RTF) document"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive"},
    {"\x7F"
     "ELF"sv,
     "a program (ELF)"},
};

constexpr std::size_t most_invalid_percent = 30;  // past this, what is left says nothing
constexpr std::size_t most_odd_percent = 5;       // of characters that no text has
constexpr std::size_t looked_at = 4096;           // bytes, for UTF-16 without a mark

[[noreturn]] void refuse(const std::string& path, std::string message) {
  throw InputError(file_error("binary-file", path, std::move(message), "save the text as a .txt file first"));
}

void refuse_nul(const std::string& path, std::string_view text) {
  const std::size_t at = text.find('\0');
  if (at == text.npos) return;
  refuse(path, fmt::format("this is not a text: byte {} is NUL, which no text has", at));
}

std::size_t count_beyond_ascii(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
}

void tell_repairs(const std::string& path, const Repaired& repaired, FileText& result) {
  const bool one = repaired.replaced == 1;
  result.diagnostics.push_back(
      remark(Severity::warning, "invalid-utf8",
             fmt::format("{} {} no UTF-8 and became '?'", repaired.replaced, one ? "byte is" : "bytes are"),
             "", {path, result.text}, {repaired.first, repaired.first + 1}));
}

// Texts in Latin letters have a NUL in every other byte, most of the time.
std::string with_utf16_mark(std::string bytes) {
  const std::string_view head = std::string_view(bytes).substr(0, looked_at);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t many = head.size() / 4;
  if (bytes.size() < 8 || bytes.size() % 2 != 0) return bytes;
  if (nuls[1] > many && nuls[0] == 0) return "\xFF\xFE" + bytes;
  if (nuls[0] > many && nuls[1] == 0) return "\xFE\xFF" + bytes;
  return bytes;
}

// True for what came out of bytes that were never a text.
bool is_noise(std::string_view text) {
  std::size_t odd = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) {
    const CodePoint point = decode(text, at);
    const bool control =
        point.value < 0x20 && point.value != '\n' && point.value != '\r' && point.value != '\t';
    odd += control || point.value == replacement_character || (point.value >= 0x7F && point.value < 0xA0) ? 1
                                                                                                          : 0;
    at += point.length;
  }
  return odd * 100 > all * most_odd_percent;
}

// Nothing where the bytes look like a text in no charset.
std::optional<FileText> from_charset(const std::string& path, std::string_view bytes,
                                     std::string_view charset) {
  DecodedPage decoded = decode_text(bytes, charset);
  if (is_noise(decoded.text)) return {};
  FileText result{std::move(decoded.text), 0, {}};
  Diagnostic d = file_error("not-utf8", path,
                            fmt::format("this text is not in UTF-8; it was read as {}, and offsets count the "
                                        "bytes of its UTF-8 form",
                                        decoded.charset),
                            "if letters are wrong in it, save it as UTF-8: iconv -f CHARSET -t UTF-8");
  d.severity = Severity::warning;
  result.diagnostics.push_back(std::move(d));
  return result;
}

FileText from_utf16(const std::string& path, std::string_view bytes) {
  FileText result{utf8_from_utf16(bytes), 0, {}};
  refuse_nul(path, result.text);
  Diagnostic d =
      file_error("utf-16", path, "this text was UTF-16; offsets count the bytes of its UTF-8 form");
  d.severity = Severity::note;
  result.diagnostics.push_back(std::move(d));
  return result;
}

}  // namespace

void refuse_other_formats(const std::string& path, std::string_view bytes) {
  for (const Magic& magic : magic_numbers) {
    if (bytes.starts_with(magic.begin))
      refuse(path, fmt::format("this looks like {}, not a text", magic.what));
  }
}

FileText text_of_bytes(const std::string& path, std::string bytes, std::string_view charset) {
  refuse_other_formats(path, bytes);
  bytes = with_utf16_mark(std::move(bytes));
  if (has_utf16_mark(bytes)) return from_utf16(path, bytes);
  refuse_nul(path, bytes);
  const std::size_t beyond_ascii = count_beyond_ascii(bytes);
  Repaired repaired = repair_utf8(bytes);
  const bool hardly_utf8 = repaired.replaced * 2 > beyond_ascii;
  if (hardly_utf8)
    if (auto result = from_charset(path, bytes, charset)) return std::move(*result);
  if (repaired.replaced * 100 > bytes.size() * most_invalid_percent)
    refuse(path, "this is not a text: most of its bytes are no letters in any charset");
  FileText result{std::move(repaired.text), 0, {}};
  if (result.text.starts_with("\xEF\xBB\xBF")) result.begin = 3;
  if (repaired.replaced > 0) tell_repairs(path, repaired, result);
  return result;
}

}  // namespace fasti
