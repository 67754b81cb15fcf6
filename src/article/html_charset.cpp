#include "article/html_charset.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t head = 4096;  // where a declaration must stand
constexpr std::size_t enough_to_tell = 1U << 16U;
constexpr std::string_view replacement = "\uFFFD";

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':' || c == '.';
}

// <meta charset=utf-8>, <meta … content="text/html; charset=utf-8">, <?xml … encoding="utf-8"?>
std::string declared(std::string_view bytes) {
  std::string start(bytes.substr(0, head));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  for (const std::string_view key : {std::string_view("charset"), std::string_view("encoding")}) {
    std::size_t at = start.find(key);
    for (; at != std::string::npos; at = start.find(key, at + 1)) {
      std::size_t value = start.find_first_not_of(" \t\n", at + key.size());
      if (value == std::string::npos || start[value] != '=') continue;
      value = start.find_first_not_of(" \t\n\"'", value + 1);
      if (value == std::string::npos) continue;
      std::size_t end = value;
      while (end < start.size() && is_name(start[end])) ++end;
      if (end > value) return start.substr(value, end - value);
    }
  }
  return "";
}

// Pages in Windows-1252 call it Latin-1, and one that declares UTF-16 in ASCII letters cannot mean it.
std::string meant_by(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii")
    return "windows-1252";
  if (name.starts_with("utf-16") || name == "utf8") return "utf-8";
  return name;
}

constexpr int sure_enough = 30;  // of 100; below, ICU guesses

std::string detected(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                            &ucsdet_close);
  const std::string_view sample = bytes.substr(0, enough_to_tell);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  ucsdet_enableInputFilter(detector.get(), true);  // tags are ASCII in any language
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  const bool sure = match != nullptr && ucsdet_getConfidence(match, &error) >= sure_enough;
  const char* name = !sure || U_FAILURE(error) ? nullptr : ucsdet_getName(match, &error);
  return name == nullptr ? "windows-1252" : meant_by(name);
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// Nothing where ICU does not know the name.
bool convert(std::string_view bytes, const std::string& charset, std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset.c_str(), &error),
                                                                &ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("utf-8", &error), &ucnv_close);
  if (U_FAILURE(error)) return false;
  text.clear();
  std::vector<char> room(1U << 16U);
  std::vector<UChar> pivot(1U << 12U);
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  bool reset = true;
  do {
    char* out = room.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &out, room.data() + room.size(), &at, end, pivot.data(), &pivot_from,
                   &pivot_to, pivot.data() + pivot.size(), reset, true, &error);
    reset = false;
    text.append(room.data(), out);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return U_SUCCESS(error);
}

// UTF-8 that is mostly well formed: each byte of the rest becomes U+FFFD.
std::string mended(std::string_view bytes, std::size_t& replaced) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    const bool invalid = point.value == replacement_character && point.length == 1;
    text.append(invalid ? replacement : bytes.substr(at, point.length));
    replaced += invalid ? 1 : 0;
    at += point.length;
  }
  return text;
}

DecodedPage as_utf8(std::string_view bytes) {
  DecodedPage page;
  page.charset = "utf-8";
  page.text = is_valid_utf8(bytes) ? std::string(bytes) : mended(bytes, page.replaced);
  return page;
}

DecodedPage in_charset(std::string_view bytes, const std::string& charset) {
  if (charset == "utf-8") return as_utf8(bytes);
  DecodedPage page;
  page.charset = charset;
  if (!convert(bytes, charset, page.text)) return as_utf8(bytes);
  page.replaced = count_of(page.text, replacement);
  return page;
}

DecodedPage decoded(std::string_view bytes, std::string_view given) {
  if (has_utf16_mark(bytes)) return {utf8_from_utf16(bytes), "utf-16", 0};
  if (bytes.starts_with("\xEF\xBB\xBF")) return as_utf8(bytes.substr(3));
  std::string name = given.empty() ? meant_by(declared(bytes)) : meant_by(std::string(given));
  // Declarations of UTF-8 by templates around a text in something else are met often, the reverse too.
  if (is_valid_utf8(bytes)) return in_charset(bytes, "utf-8");
  if (name.empty() || name == "utf-8") {
    DecodedPage page = as_utf8(bytes);
    if (name == "utf-8" && page.replaced * 200 < bytes.size()) {
      const bool some_is_utf8 = page.text.size() > bytes.size() + 2 * page.replaced - 1 &&
                                count_of(page.text, "\xC3") > page.replaced;
      if (some_is_utf8) return page;
    }
    name = detected(bytes);
  }
  return in_charset(bytes, name);
}

}  // namespace

DecodedPage decode_text(std::string_view bytes, std::string_view charset) {
  const std::string given = meant_by(std::string(charset));
  return in_charset(bytes, given.empty() || given == "utf-8" ? detected(bytes) : given);
}

DecodedPage decode_page(std::string_view bytes, std::string_view charset) {
  DecodedPage page = decoded(bytes, charset);
  std::replace(page.text.begin(), page.text.end(), '\0', ' ');
  return page;
}

}  // namespace fasti
