#include "base/diagnostic.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

// On one line, and without signs that a terminal would obey.
std::string shown_path(const std::string& path) {
  std::string shown;
  for (const char byte : clean_text(path)) {
    if (byte == '\n') {
      shown += "\\n";
    } else {
      shown += byte;
    }
  }
  return shown;
}

std::string place_text(const Place& place) {
  if (place.path.empty()) return "";
  const std::string path = shown_path(place.path);
  if (place.line == 0) return path + ": ";
  if (place.column == 0) return fmt::format("{}:{}: ", path, place.line);
  return fmt::format("{}:{}:{}: ", path, place.line, place.column);
}

// Blanks up to the column; tabs stay tabs so that the caret stands below its character.
std::string caret_line(const std::string& excerpt, std::size_t column) {
  std::string line;
  std::size_t seen = 1;
  for (char byte : excerpt) {
    if (seen == column) break;
    const bool inside_character = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    if (inside_character) continue;
    line += byte == '\t' ? '\t' : ' ';
    ++seen;
  }
  return line + '^';
}

std::string summary_of(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& one : found) text += (text.empty() ? "" : "\n") + to_string(one);
  return text;
}

}  // namespace

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string to_string(const Diagnostic& d) {
  std::string text =
      fmt::format("{}{}: {}", place_text(d.place), to_string(d.severity), clean_text(d.message));
  if (!d.excerpt.empty()) {
    const std::string excerpt = clean_text(d.excerpt);
    text += "\n  " + excerpt;
    if (d.place.column > 0) text += "\n  " + caret_line(excerpt, d.place.column);
  }
  if (!d.hint.empty()) text += "\n  hint: " + clean_text(d.hint);
  return text;
}

InputError::InputError(std::vector<Diagnostic> found)
    : std::runtime_error(summary_of(found)), diagnostics(std::move(found)) {}

InputError::InputError(Diagnostic found) : InputError(std::vector<Diagnostic>{std::move(found)}) {}

InputError error_of(std::string code, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  return InputError(std::move(d));
}

InputError call_error(std::string message, std::string hint) {
  return error_of("wrong-call", std::move(message), std::move(hint));
}

namespace {

// Optimal string alignment: Levenshtein's distance, and two neighbouring letters swapped count as one slip.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
  const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string> best;
  std::size_t fewest = allowed + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t slips = slips_between(word, candidate);
    if (slips >= fewest) continue;
    fewest = slips;
    best = candidate;
  }
  return best;
}

}  // namespace fasti
