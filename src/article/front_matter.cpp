// YAML front matter, of which four keys matter. We read its simple "key: value" lines ourselves and tell what
// we did not understand: a YAML library would bring aliases, anchors and endless inputs (docs: yaml-cpp 0.7
// hangs on some malformed documents) for the sake of values that are one word or one line.
#include <optional>

#include <fmt/format.h>

#include "article/header.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t longest = 64 * 1024;  // bytes; what goes on beyond is no front matter
constexpr std::size_t most_lines = 500;
constexpr std::size_t most_ignored_keys_shown = 5;

struct Line {
  Span span;  // without the line's end
  std::size_t next = 0;
};

Line line_from(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::size_t next = std::min(end + 1, text.size());
  const bool carriage_return = end > begin && text[end - 1] == '\r';
  return {{begin, carriage_return ? end - 1 : end}, next};
}

std::string_view of(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

bool is_key_sign(char byte) {
  return fold_case(static_cast<unsigned char>(byte)) - 'a' < 26U || (byte >= '0' && byte <= '9') ||
         byte == '_' || byte == '-';
}

// The key of "key: value" or "key:", empty if the line has another form.
std::string_view key_of(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && is_key_sign(line[end])) ++end;
  const bool colon = end > 0 && end < line.size() && line[end] == ':';
  const bool blank_follows =
      colon && (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\t');
  return blank_follows ? line.substr(0, end) : "";
}

bool says_nothing(std::string_view line) { return trimmed(line).empty() || trimmed(line).starts_with('#'); }

// The first line in front matter that says something is "key: value". A Markdown rule is followed by prose.
bool begins_front_matter(std::string_view text, std::size_t begin) {
  text = text.substr(0, begin + longest);
  for (std::size_t at = begin; at < text.size();) {
    const Line line = line_from(text, at);
    if (!says_nothing(of(text, line.span))) return !key_of(of(text, line.span)).empty();
    at = line.next;
  }
  return false;
}

// The line that closes it.
std::optional<Line> find_end(std::string_view text, std::size_t begin) {
  text = text.substr(0, begin + longest);
  std::size_t lines = 0;
  for (std::size_t at = begin; at < text.size() && lines < most_lines; ++lines) {
    const Line line = line_from(text, at);
    const std::string_view stated = trimmed(of(text, line.span));
    if (stated == "---" || stated == "...") return line;
    at = line.next;
  }
  return {};
}

std::optional<HeaderKey> key_named(std::string_view name) {
  if (name == "date" || name == "published") return HeaderKey::date;
  if (name == "source") return HeaderKey::source;
  if (name == "title") return HeaderKey::title;
  if (name == "url") return HeaderKey::url;
  return {};
}

// "…" with \" and \\, or '…' with '' for a quote; nullopt where the quote does not close the value.
std::optional<std::string> unquoted(std::string_view value) {
  const char quote = value.front();
  std::string result;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const bool has_next = i + 1 < value.size();
    if (quote == '"' && value[i] == '\\' && has_next) {
      result += value[++i];
    } else if (value[i] == quote && quote == '\'' && has_next && value[i + 1] == quote) {
      result += value[++i];
    } else if (value[i] == quote) {
      const bool last = says_nothing(value.substr(i + 1));
      return last ? std::optional(result) : std::nullopt;
    } else {
      result += value[i];
    }
  }
  return {};
}

// The value as a person meant it; nullopt where it is YAML of a higher kind.
std::optional<std::string> plain_value(std::string_view value) {
  value = trimmed(value);
  if (value.empty()) return "";
  if (value.front() == '"' || value.front() == '\'') return unquoted(value);
  if (std::string_view("|>&*![{@`%").find(value.front()) != value.npos) return {};
  if (value.front() == '#') return "";
  return std::string(trimmed(value.substr(0, value.find(" #"))));
}

struct FrontMatter {
  const TextFile& file;
  Header& header;
  std::string ignored;  // "author, tags"
  std::size_t ignored_count = 0;
  bool known_key = false;  // of the line before: its value may go on

  void warn(Span span, std::string message, std::string hint) {
    header.diagnostics.push_back(
        remark(Severity::warning, "front-matter", std::move(message), std::move(hint), file, span));
  }

  void ignore(std::string_view key) {
    if (++ignored_count > most_ignored_keys_shown) return;
    ignored += (ignored.empty() ? "" : ", ") + std::string(key);
  }

  void take(HeaderKey key, std::string_view name, Span line) {
    const std::size_t begin = skip_blanks(file.text.substr(0, line.end), line.begin + name.size() + 1);
    const std::string_view written = trimmed(of(file.text, {begin, line.end}));
    const auto value = plain_value(written);
    const Span span{begin, begin + written.size()};
    if (!value)
      return warn(span, "this value is not understood", "write it on one line, without signs before it");
    const std::size_t number = line_column(file.text, line.begin).line;
    take_value(file, {key, *value, span, fmt::format("front matter line {}: {}: {}", number, name, *value)},
               header);
  }

  void read(Span line) {
    const std::string_view stated = of(file.text, line);
    if (says_nothing(stated)) return;
    const std::string_view name = key_of(stated);
    const bool goes_on = stated.front() == ' ' || stated.front() == '\t' || stated.front() == '-';
    if (goes_on) {
      if (known_key) warn(line, "only the first line of this value is read", "write the value on one line");
      known_key = false;
    } else if (name.empty()) {
      warn(line, "this line of the front matter is not understood", "write it as key: value");
    } else if (const auto key = key_named(name)) {
      take(*key, name, line);
      known_key = true;
    } else {
      ignore(name);
      known_key = false;
    }
  }
};

}  // namespace

std::size_t read_front_matter(const TextFile& file, std::size_t begin, Header& header) {
  const Line first = line_from(file.text, begin);
  if (trimmed(of(file.text, first.span)) != "---" || !begins_front_matter(file.text, first.next))
    return begin;
  const auto end = find_end(file.text, first.next);
  FrontMatter reader{file, header, "", 0, false};
  if (!end) {
    reader.warn(first.span, "this front matter never ends, so it is read as text",
                "close it with a line of ---");
    return begin;
  }
  for (std::size_t at = first.next; at < end->span.begin;) {
    const Line line = line_from(file.text, at);
    reader.read(line.span);
    at = line.next;
  }
  if (reader.ignored_count > 0) {
    const bool more = reader.ignored_count > most_ignored_keys_shown;
    header.diagnostics.push_back(remark(
        Severity::note, "front-matter-ignored",
        fmt::format("these keys of the front matter are not used: {}{}", reader.ignored, more ? " …" : ""),
        "", file, first.span));
  }
  return end->next;
}

}  // namespace fasti
