#include "article/file_text.h"

#include <algorithm>

#include <fmt/format.h>

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

void tell_repairs(const std::string& path, const Repaired& repaired, std::size_t beyond_ascii,
                  FileText& result) {
  const bool none_is_utf8 = repaired.replaced == beyond_ascii;
  const bool one = repaired.replaced == 1;
  const std::string count =
      fmt::format("{} {} no UTF-8 and became '?'", repaired.replaced, one ? "byte is" : "bytes are");
  std::string message = none_is_utf8 ? "this text is not in UTF-8: " + count : count;
  std::string hint = none_is_utf8 ? "save it as UTF-8, for instance: iconv -f WINDOWS-1252 -t UTF-8" : "";
  result.diagnostics.push_back(remark(Severity::warning, none_is_utf8 ? "not-utf8" : "invalid-utf8",
                                      std::move(message), std::move(hint), {path, result.text},
                                      {repaired.first, repaired.first + 1}));
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

FileText text_of_bytes(const std::string& path, std::string bytes) {
  refuse_other_formats(path, bytes);
  if (has_utf16_mark(bytes)) return from_utf16(path, bytes);
  refuse_nul(path, bytes);
  const std::size_t beyond_ascii = count_beyond_ascii(bytes);
  Repaired repaired = repair_utf8(std::move(bytes));
  if (repaired.replaced * 100 > repaired.text.size() * most_invalid_percent) {
    throw InputError(
        file_error("not-utf8", path, "this is no text in UTF-8: most of its bytes are something else",
                   "if it is a text, save it as UTF-8, for instance: iconv -f WINDOWS-1252 -t UTF-8"));
  }
  FileText result{std::move(repaired.text), 0, {}};
  if (result.text.starts_with("\xEF\xBB\xBF")) result.begin = 3;
  if (repaired.replaced > 0) tell_repairs(path, repaired, beyond_ascii, result);
  return result;
}

}  // namespace fasti
