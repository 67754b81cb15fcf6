#include "timex/settle_order.h"

#include <optional>

#include <fmt/format.h>

namespace fasti {

namespace {

constexpr int months = 12;

// Where "03?04" stands in a value.
struct Pair {
  std::size_t begin = 0;
  std::string first, second;
};

int number(const std::string& digits) { return (digits[0] - '0') * 10 + digits[1] - '0'; }

bool two_digits(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 2 && digit(text[0]) && digit(text[1]);
}

std::optional<Pair> pair_in(const std::string& partial) {
  const std::size_t sign = partial.find('?');
  if (sign == std::string::npos || sign < 2 || sign + 3 > partial.size()) return std::nullopt;
  Pair pair{sign - 2, partial.substr(sign - 2, 2), partial.substr(sign + 1, 2)};
  return two_digits(pair.first) && two_digits(pair.second) ? std::optional(pair) : std::nullopt;
}

// true: the first can only be the day; false: the second can; nullopt: either, or neither.
std::optional<bool> only_order(const Pair& pair) {
  const bool first = number(pair.first) <= months;
  const bool second = number(pair.second) <= months;
  return first == second ? std::nullopt : std::optional(second);
}

}  // namespace

DateOrder order_of(const std::vector<PartialTimex>& partials, std::string_view text, const Profile& profile) {
  for (const PartialTimex& timex : partials) {
    const auto pair = pair_in(timex.partial);
    const auto order = pair ? only_order(*pair) : std::nullopt;
    if (order) return {*order, false, fmt::format("«{}»", text.substr(timex.span.begin, timex.span.size()))};
  }
  return {profile.day_first, true, fmt::format("profile {}", profile.name)};
}

OrderedValue in_order(const std::string& partial, bool day_first) {
  const auto pair = pair_in(partial);
  if (!pair) return {partial, ""};
  const auto with = [&](const std::string& month, const std::string& day) {
    std::string value = partial;
    return value.replace(pair->begin, 5, fmt::format("{}-{}", month, day));
  };
  const auto only = only_order(*pair);
  const bool day_is_first = only.value_or(day_first);
  const std::string day_first_value = with(pair->second, pair->first);
  const std::string month_first_value = with(pair->first, pair->second);
  if (day_first_value == month_first_value || only)
    return {day_is_first ? day_first_value : month_first_value, ""};
  return day_is_first ? OrderedValue{day_first_value, month_first_value}
                      : OrderedValue{month_first_value, day_first_value};
}

}  // namespace fasti
