#include "rules/template.h"

#include <algorithm>
#include <charconv>

namespace fasti {

namespace {

std::optional<long> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

// "year - 1" -> year, -1
std::vector<ValueTemplate::Term> parse_sum(std::string_view sum, std::size_t offset) {
  std::vector<ValueTemplate::Term> terms;
  std::size_t at = 0;
  int sign = 1;
  while (true) {
    const std::size_t end = std::min({sum.find(" + ", at), sum.find(" - ", at), sum.size()});
    const std::string_view part = sum.substr(at, end - at);
    if (part.empty() || part.find(' ') != std::string_view::npos)
      throw TemplateError{offset + at, "a name or a number is missing between the braces"};
    if (const auto number = number_in(part))
      terms.push_back({sign, *number, offset + at});
    else
      terms.push_back({sign, std::string(part), offset + at});
    if (end == sum.size()) return terms;
    sign = sum[end + 1] == '-' ? -1 : 1;
    at = end + 3;
  }
}

const std::string* value_named(const std::vector<CaptureValue>& captures, std::string_view name) {
  for (const CaptureValue& capture : captures)
    if (capture.name == name) return &capture.value;
  return nullptr;
}

std::optional<std::string> fill_piece(const ValueTemplate::Piece& piece,
                                      const std::vector<CaptureValue>& captures) {
  if (piece.terms.empty()) return piece.literal;
  if (piece.terms.size() == 1 && std::holds_alternative<std::string>(piece.terms.front().of)) {
    const std::string* value = value_named(captures, std::get<std::string>(piece.terms.front().of));
    return value == nullptr ? std::nullopt : std::optional(*value);
  }
  long sum = 0;
  for (const ValueTemplate::Term& term : piece.terms) {
    std::optional<long> value;
    if (const long* number = std::get_if<long>(&term.of))
      value = *number;
    else if (const std::string* text = value_named(captures, std::get<std::string>(term.of)))
      value = number_in(*text);
    if (!value) return std::nullopt;
    const bool overflow =
        term.sign < 0 ? __builtin_sub_overflow(sum, *value, &sum) : __builtin_add_overflow(sum, *value, &sum);
    if (overflow) return std::nullopt;
  }
  return std::to_string(sum);
}

}  // namespace

ValueTemplate parse_template(std::string_view text) {
  ValueTemplate result;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find_first_of("{}", at);
    if (open != at) result.pieces.push_back({std::string(text.substr(at, open - at)), {}});
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (text[open] == '}' || close == std::string_view::npos || text[close] != '}')
      throw TemplateError{open, "a brace has no partner"};
    result.pieces.push_back({"", parse_sum(text.substr(open + 1, close - open - 1), open + 1)});
    at = close + 1;
  }
  return result;
}

std::vector<NameInTemplate> names_in(const ValueTemplate& value) {
  std::vector<NameInTemplate> names;
  for (const auto& piece : value.pieces)
    for (const auto& term : piece.terms)
      if (const auto* name = std::get_if<std::string>(&term.of)) names.push_back({*name, term.offset});
  const auto less = [](const NameInTemplate& a, const NameInTemplate& b) { return a.name < b.name; };
  const auto same = [](const NameInTemplate& a, const NameInTemplate& b) { return a.name == b.name; };
  std::stable_sort(names.begin(), names.end(), less);
  names.erase(std::unique(names.begin(), names.end(), same), names.end());
  return names;
}

std::optional<std::string> fill(const ValueTemplate& value, const std::vector<CaptureValue>& captures) {
  std::string text;
  for (const ValueTemplate::Piece& piece : value.pieces) {
    const auto part = fill_piece(piece, captures);
    if (!part) return std::nullopt;
    text += *part;
  }
  return text;
}

}  // namespace fasti
