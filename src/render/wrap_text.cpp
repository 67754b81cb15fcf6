#include "render/wrap_text.h"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "base/escape.h"

namespace fasti {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t most_bytes_a_line =
    400;  // no line we set holds more; what lies beyond is not looked at

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

// The start of the text, of at most that many bytes, that cuts no character.
std::string_view start_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  auto end = static_cast<std::int64_t>(most);
  U8_SET_CP_START(reinterpret_cast<const std::uint8_t*>(text.data()), 0, end);
  return text.substr(0, static_cast<std::size_t>(end));
}

// The ends of the pieces between which ICU allows a break, ascending, the last one text.size().
std::vector<std::size_t> breaks_by_icu(std::string_view text, bool characters) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  const std::unique_ptr<icu::BreakIterator> breaks(
      characters ? icu::BreakIterator::createCharacterInstance(root, error)
                 : icu::BreakIterator::createLineInstance(root, error));
  UText* view = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error);
  std::vector<std::size_t> ends;
  if (U_SUCCESS(error)) {
    breaks->setText(view, error);
    breaks->first();
    for (auto at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
      ends.push_back(static_cast<std::size_t>(at));
  }
  utext_close(view);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
  return ends;
}

// Plain English needs no Unicode tables: after blanks and hyphens between letters.
std::vector<std::size_t> breaks_of_ascii(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text[at - 1] == ' ' && text[at] != ' ') ends.push_back(at);
  ends.push_back(text.size());
  return ends;
}

std::string_view without_blanks_at_end(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The longest start of `text`, by whole characters, that fits; at least one character if `some`.
std::size_t fitting_characters(std::string_view text, double width, const Measure& measure, bool some) {
  const std::vector<std::size_t> ends = breaks_by_icu(start_of(text, most_bytes_a_line), true);
  // Bisection: the width of a start grows with its length.
  std::size_t low = 0, high = ends.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (measure(text.substr(0, ends[middle])) <= width)
      low = middle + 1;
    else
      high = middle;
  }
  if (low > 0) return ends[low - 1];
  return some ? ends.front() : 0;
}

std::string with_ellipsis(std::string_view line, double width, const Measure& measure) {
  const double room = width - measure(ellipsis);
  const std::string_view kept = line.substr(0, fitting_characters(line, room, measure, false));
  return std::string(without_blanks_at_end(kept)) + std::string(ellipsis);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, double width, std::size_t most_lines,
                              const Measure& measure) {
  const std::size_t looked_at = most_bytes_a_line * most_lines;
  const std::string whole = one_line(start_of(text, 4 * looked_at));
  const std::string_view rest = start_of(whole, looked_at);
  const std::vector<std::size_t> ends = is_ascii(rest) ? breaks_of_ascii(rest) : breaks_by_icu(rest, false);

  std::vector<std::string> lines;
  std::size_t begin = 0, next = 0;  // of the line; index of the next piece's end
  while (begin < rest.size() && lines.size() < most_lines) {
    std::size_t end = begin;
    double used = 0;
    while (next < ends.size()) {
      const std::string_view piece = rest.substr(end, ends[next] - end);
      if (used + measure(without_blanks_at_end(piece)) > width) break;
      used += measure(piece);
      end = ends[next++];
    }
    if (end == begin) end += fitting_characters(rest.substr(begin, ends[next] - begin), width, measure, true);
    const bool is_last = lines.size() + 1 == most_lines || end == rest.size();
    const bool cut = is_last && end < whole.size();
    const std::string_view line = without_blanks_at_end(rest.substr(begin, end - begin));
    lines.push_back(cut ? with_ellipsis(rest.substr(begin), width, measure) : std::string(line));
    begin = end;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::vector<std::string> balanced(std::string_view text, double width, std::size_t most_lines,
                                  const Measure& measure) {
  std::vector<std::string> best = wrap(text, width, most_lines, measure);
  if (best.size() < 2 || best.back().ends_with(ellipsis)) return best;
  // The narrowest measure that needs no further line, by bisection.
  double narrow = width / 2, wide = width;
  for (int i = 0; i < 5; ++i) {
    const double middle = (narrow + wide) / 2;
    std::vector<std::string> lines = wrap(text, middle, best.size() + 1, measure);
    if (lines.size() <= best.size()) {
      best = std::move(lines);
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return best;
}

std::string shortened(std::string_view text, double width, const Measure& measure) {
  return wrap(text, width, 1, measure).front();
}

}  // namespace fasti
