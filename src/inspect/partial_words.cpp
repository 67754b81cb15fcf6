#include "inspect/partial_words.h"

#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "timex/partial.h"

namespace fasti {

namespace {

using Pairs = std::pair<std::string_view, std::string_view>;

// Longest beginnings first.
constexpr Pairs open_parts[] = {
    {"XXXX-WXX", "week"}, {"XXXX-XX", "month"}, {"XXXX", "year"}, {"XX", "century"}, {"BC?", "era"}};

constexpr Pairs units[] = {{"D", "day"},      {"W", "week"},       {"WE", "weekend"}, {"M", "month"},
                           {"Q", "quarter"},  {"H1", "half-year"}, {"Y", "year"},     {"DE", "decade"},
                           {"CE", "century"}, {"TH", "hour"},      {"TM", "minute"},  {"TS", "second"}};

std::string missing_in_words(const Partial& partial) {
  switch (partial.direction) {
    case '<':
      return "the last one before what it is counted from";
    case '=':
      return "the one in the same year, or week, as what it is counted from";
    case '>':
      return "the next one after what it is counted from";
    default:
      break;
  }
  for (const auto& [beginning, part] : open_parts)
    if (partial.value.starts_with(beginning)) return fmt::format("the {} is left open", part);
  return "a part is left open";
}

std::string shift_in_words(const Partial& partial) {
  std::string unit = partial.unit;
  for (const auto& [letters, name] : units)
    if (letters == partial.unit) unit = name;
  if (partial.count == 0) return fmt::format("the {} of what it is counted from", unit);
  const long count = std::labs(partial.count);
  const std::string plural =
      unit.ends_with('y') && !unit.ends_with("ay") ? unit.substr(0, unit.size() - 1) + "ies" : unit + "s";
  return fmt::format("{} {} {} what it is counted from", count, count == 1 ? unit : plural,
                     partial.count < 0 ? "before" : "after");
}

}  // namespace

std::string partial_in_words(std::string_view text, TimexType type) {
  if (type == TimexType::set) return "how often";
  const Partial partial = parse_partial(text);
  switch (partial.kind) {
    case Partial::Kind::missing:
      return missing_in_words(partial);
    case Partial::Kind::shifted:
      return shift_in_words(partial);
    case Partial::Kind::complete:
      break;
  }
  if (text.ends_with("_REF")) return "a time that no date is known for";
  return type == TimexType::duration ? "how long" : "nothing is left open";
}

}  // namespace fasti
