#include "base/diagnostic.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace fasti {

namespace {

std::string place_text(const Place& place) {
  if (place.path.empty()) return "";
  if (place.line == 0) return place.path + ": ";
  if (place.column == 0) return fmt::format("{}:{}: ", place.path, place.line);
  return fmt::format("{}:{}:{}: ", place.path, place.line, place.column);
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
  std::string text = fmt::format("{}{}: {}", place_text(d.place), to_string(d.severity), d.message);
  if (!d.excerpt.empty()) {
    text += "\n  " + d.excerpt;
    if (d.place.column > 0) text += "\n  " + caret_line(d.excerpt, d.place.column);
  }
  if (!d.hint.empty()) text += "\n  hint: " + d.hint;
  return text;
}

InputError::InputError(std::vector<Diagnostic> found)
    : std::runtime_error(summary_of(found)), diagnostics(std::move(found)) {}

InputError::InputError(Diagnostic found) : InputError(std::vector<Diagnostic>{std::move(found)}) {}

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
  const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string> best;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : candidates) {
    // Levenshtein distance, one row at a time.
    std::vector<std::size_t> row(candidate.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::size_t diagonal = row[0]++;
      for (std::size_t j = 0; j < candidate.size(); ++j) {
        const std::size_t substituted = diagonal + (word[i] == candidate[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace fasti
