// What went wrong or looked odd, told so that a person can act on it: where, what, and what to do.
//
//   rules/en/date.yaml:41:14: error: unknown lexicon class "mnth" in rule "month-day"
//     pattern: "{mnth} {day}"
//                ^
//   hint: did you mean "month"?
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fasti {

enum class Severity { note, warning, error };
std::string_view to_string(Severity);  // "note", "warning", "error"

// Where in a file; line and column count from one, 0 is unknown. Columns count characters, not bytes.
struct Place {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;
};

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;     // stable and short: "invalid-utf8"
  std::string message;  // one sentence in plain words, no full stop
  std::string hint;     // what to do about it; may be empty
  Place place;
  std::string excerpt;       // the line concerned; empty if it does not help
  std::string doc;           // the article's id, where it is about an article
  std::optional<Span> span;  // bytes in that article
};

// The multi-line text above, without a newline at the end. Parts that are unknown are left out.
std::string to_string(const Diagnostic&);

// Thrown for what a person has to mend before anything can be done: a wrong call, rule file or input.
// Holds every error that was found, not only the first. Caught once, in main.
struct InputError : std::runtime_error {
  explicit InputError(std::vector<Diagnostic> found);
  explicit InputError(Diagnostic found);
  std::vector<Diagnostic> diagnostics;
};

// An error that lies in no file, and the one of a wrong call, whose code is "wrong-call".
InputError error_of(std::string code, std::string message, std::string hint = "");
InputError call_error(std::string message, std::string hint = "");

// The candidate closest to `word` by edit distance, if it is close enough to be a likely slip of the finger.
//   nearest_word("mnth", {"month", "day"}) == "month"
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace fasti
