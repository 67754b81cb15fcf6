#include "base/escape.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/utf8.h>

namespace fasti {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_allowed_in_xml(UChar32 c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  if (c >= 0x7F && c <= 0x9F) return c == 0x85;
  return (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF);  // noncharacters
}

// XML 1.0's own rule, which also allows what it only discourages: C1 controls and most noncharacters.
bool is_xml_character(UChar32 c) {
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

bool turns_direction(UChar32 c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_line_break(UChar32 c) { return c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Applies `piece` to each byte and joins what it gives.
template <typename Piece>
std::string each_byte(std::string_view text, Piece piece) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) piece(out, c);
  return out;
}

std::string lower(std::string_view text) {
  return each_byte(text, [](std::string& out, char c) { out += c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
}

void append_xml(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

bool is_list_marker(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (at == 0) return c == '#' || c == '+' || c == '-' || c == '=';
  // "1." and "1)" open a numbered list
  return (c == '.' || c == ')') && std::all_of(text.begin(), text.begin() + at, is_digit);
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0 || !is_allowed_in_xml(c)) {
      out += replacement;
    } else if (is_line_break(c)) {
      const bool pair = c == '\r' && at < length && text[static_cast<std::size_t>(at)] == '\n';
      if (!pair) out += '\n';
    } else if (!turns_direction(c)) {
      out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) {
    if (!is_blank(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string escape_dot(std::string_view text) {
  return each_byte(clean_text(text), [](std::string& out, char c) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '&':
        out += "&amp;";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += c;
    }
  });
}

std::string dot_name(std::string_view text) {
  return each_byte(text, [](std::string& out, char c) {
    out += is_letter(c) || is_digit(c) || c == '.' || c == '-' ? c : '_';
  });
}

std::string escape_xml(std::string_view text) {
  std::string out;
  append_xml(out, clean_text(text));
  return out;
}

ExactXml exact_xml(std::string_view text) {
  ExactXml out;
  out.text.reserve(text.size() + text.size() / 8);
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0 || !is_xml_character(c)) {
      out.text += replacement;
      ++out.replaced;
    } else if (c == '\r') {
      out.text += "&#13;";
    } else {
      append_xml(out.text,
                 text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    }
  }
  return out;
}

std::string escape_csv(std::string_view cell) {
  const bool quoted = cell.find_first_of(",\"\r\n") != cell.npos;
  std::string out = each_byte(cell, [](std::string& text, char c) {
    if (c == '\0')
      text += replacement;
    else
      text.append(c == '"' ? 2 : 1, c);
  });
  return quoted ? '"' + out + '"' : out;
}

std::string csv_words(std::string_view cell) {
  const std::string_view words = cell.substr(std::min(cell.find_first_not_of('\''), cell.size()));
  constexpr std::array<std::string_view, 11> formulas = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                         "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const bool formula = std::any_of(formulas.begin(), formulas.end(),
                                   [&](std::string_view sign) { return words.starts_with(sign); });
  return escape_csv(formula ? "'" + std::string(cell) : std::string(cell));
}

std::string escape_markdown(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (std::string_view("\\`*_[]|~").find(c) != std::string_view::npos || is_list_marker(line, at))
      out += {'\\', c};
    else
      out += c;
  }
  return out;
}

std::string safe_link(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  const std::string_view first = text.substr(0, text.find_first_of("/?#"));
  const auto colon = first.find(':');
  constexpr std::array<std::string_view, 3> followed = {"http", "https", "mailto"};
  if (colon != std::string_view::npos) {
    if (std::find(followed.begin(), followed.end(), lower(first.substr(0, colon))) == followed.end())
      return "";
  } else if (text.starts_with("//") || first.find('&') != std::string_view::npos) {
    return "";
  }
  if (first.find('\\') != std::string_view::npos) return "";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || byte == 0x7F) return "";
    if (std::string_view(" \"'<>\\^`{|}").find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", byte);
    else
      out += c;
  }
  return clean_text(out) == out ? out : "";
}

}  // namespace fasti
