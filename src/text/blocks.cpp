// A line break inside a paragraph is either wrapping, which means nothing, or meant: a list, a heading, a
// chronology with one statement a line. Three things must come together before we believe in wrapping:
//
//   1. The paragraph's widest line has the width that wrapped text has (40 to 200 characters).
//   2. The next line's first word would not have fitted into the widest line. Else why break there?
//   3. Wrapping breaks anywhere, also before a small letter; a list or a chronology does not. So some break
//   of this
//      paragraph that passes 2 has a line behind it that goes on in lower case; or such a break stands
//      elsewhere in the text, and the next word would not have fitted into that text's width either.
//
// Even then a list sign begins a block, and so does a short line without a stop behind one that ends a
// sentence: it is a heading, such as the date over a chronology's next entry.
//
//   A chronology: the second break passes 2 by accident (its line is the widest), but no line goes on in
//   lower case.
//     2010-04-20
//     The rig explodes and eleven workers are missing.
//     Two days later it sinks.
#include "text/blocks.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "text/characters.h"

namespace fasti {

namespace {

constexpr std::size_t narrowest_wrapped = 40;
constexpr std::size_t widest_wrapped = 200;

struct Line {
  Span span;                     // trimmed
  std::uint32_t width = 0;       // in characters
  std::uint32_t first_word = 0;  // in characters, up to the first blank
  bool opens_paragraph = false;  // a blank line, or nothing, stands before it
  bool list_sign = false;
  bool ends_sentence = false;
  bool goes_on = false;  // its first letter is not upper case: it may continue the line before it
};

using Lines = std::vector<Line>;
using Paragraph = std::span<const Line>;  // lines without a blank line between them

// One raw line: its bytes, and where the next one begins.
struct RawLine {
  Span span;
  std::size_t next = 0;
};

// ASCII and no control character, so no line break.
bool is_plain(char byte) { return static_cast<unsigned char>(byte) - 0x20U < 0x60U; }

RawLine next_line(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    // The shortcut is worth it: this loop sees every byte.
    while (at < end && is_plain(text[at])) ++at;
    if (at == end) break;
    const CodePoint point = decode(text, at);
    const std::size_t after = at + point.length;
    if (kind_of(point.value) == CharacterKind::line_break) {
      const bool carriage_return_line_feed = text[at] == '\r' && after < end && text[after] == '\n';
      return {{begin, at}, carriage_return_line_feed ? after + 1 : after};
    }
    at = after;
  }
  return {{begin, end}, end};
}

// From the first to the last character that is seen; empty for a blank line.
Span seen_part(std::string_view text, Span line) {
  const std::string_view seen = trimmed(text.substr(line.begin, line.size()));
  const std::size_t begin = static_cast<std::size_t>(seen.data() - text.data());
  return {begin, begin + seen.size()};
}

// "- bread", "* milk", "• eggs", "# Heading", "> quoted", "| cell"
bool has_list_sign(std::string_view text, Span line) {
  const CodePoint first = decode(text, line.begin);
  if (first.value == U'•' || first.value == U'–') return true;
  return first.value < 0x80 &&
         std::string_view("-*+#>|").find(static_cast<char>(first.value)) != std::string_view::npos;
}

// Does the line go on in lower case? A script without case may do so anywhere.
bool goes_on(std::string_view text, Span line) {
  const CodePoint point = decode(text, line.begin);
  return kind_of(point.value) == CharacterKind::letter && !is_upper(point.value);
}

// A stop, a question or an exclamation mark, perhaps with a mark or bracket that closes.
bool ends_sentence(std::string_view text, Span line) {
  constexpr std::string_view closing[] = {"\"", "'", ")", "]", "”", "’", "»", "“"};
  std::string_view rest = text.substr(line.begin, line.size());
  for (std::string_view mark : closing) {
    if (rest.ends_with(mark)) rest.remove_suffix(mark.size());
  }
  return rest.ends_with('.') || rest.ends_with('!') || rest.ends_with('?') || rest.ends_with("…");
}

std::size_t first_word_width(std::string_view text, Span line) {
  std::size_t width = 0;
  for (std::size_t at = line.begin; at < line.end; ++width) {
    const CodePoint point = decode(text, at);
    if (is_void(kind_of(point.value))) break;
    at += point.length;
  }
  return width;
}

Line measured(std::string_view text, Span span, bool opens_paragraph) {
  const std::size_t width = count_code_points(text.substr(span.begin, span.size()));
  return {span,
          static_cast<std::uint32_t>(width),
          static_cast<std::uint32_t>(first_word_width(text, span)),
          opens_paragraph,
          has_list_sign(text, span),
          ends_sentence(text, span),
          goes_on(text, span)};
}

Lines find_lines(std::string_view text, Span body) {
  Lines lines;
  bool after_blank = true;
  for (std::size_t at = body.begin; at < body.end;) {
    const RawLine raw = next_line(text, at, body.end);
    const Span span = seen_part(text, raw.span);
    if (!span.empty()) lines.push_back(measured(text, span, after_blank));
    after_blank = span.empty();
    at = raw.next;
  }
  return lines;
}

// Calls visit(Paragraph) for each paragraph in turn.
template <typename Visit>
void for_each_paragraph(const Lines& lines, Visit visit) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !lines[end].opens_paragraph) ++end;
    visit(Paragraph(lines).subspan(begin, end - begin));
    begin = end;
  }
}

std::size_t widest(Paragraph lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max<std::size_t>(width, line.width);
  return width;
}

bool has_wrapped_width(std::size_t width) { return width >= narrowest_wrapped && width <= widest_wrapped; }

bool would_fit(const Line& line, const Line& next, std::size_t width) {
  return std::size_t{line.width} + 1 + next.first_word <= width;
}

// Some break of the paragraph can only be wrapping.
bool surely_wraps(Paragraph lines) {
  const std::size_t width = widest(lines);
  if (!has_wrapped_width(width)) return false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].goes_on && !would_fit(lines[i - 1], lines[i], width)) return true;
  }
  return false;
}

// The width at which this text wraps its lines; 0 if it does not.
std::size_t wrapped_width(const Lines& lines) {
  std::size_t width = 0;
  for_each_paragraph(lines, [&](Paragraph one) {
    if (surely_wraps(one)) width = std::max(width, widest(one));
  });
  return width;
}

// Line i stands for itself: a list line, or a heading inside wrapped text.
bool stands_alone(Paragraph lines, std::size_t i, std::size_t width) {
  if (lines[i].list_sign) return true;
  const bool last = i + 1 == lines.size() || would_fit(lines[i], lines[i + 1], width);
  return last && !lines[i].goes_on && !lines[i].ends_sentence && lines[i - 1].ends_sentence;
}

void append_blocks(Paragraph lines, std::size_t text_width, std::vector<Span>& blocks) {
  const std::size_t own_width = widest(lines);
  const std::size_t known_width = surely_wraps(lines) ? own_width : text_width;
  const bool wraps = known_width > 0 && has_wrapped_width(own_width);
  const std::size_t width = std::max(known_width, own_width);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && wraps && !would_fit(lines[i - 1], lines[i], width) && !stands_alone(lines, i, width)) {
      blocks.back().end = lines[i].span.end;
    } else {
      blocks.push_back(lines[i].span);
    }
  }
}

}  // namespace

std::vector<Span> find_blocks(std::string_view text, Span body) {
  const Lines lines = find_lines(text, body);
  const std::size_t text_width = wrapped_width(lines);
  std::vector<Span> blocks;
  for_each_paragraph(lines, [&](Paragraph one) { append_blocks(one, text_width, blocks); });
  return blocks;
}

}  // namespace fasti
