#include "export/losses.h"

#include <algorithm>

#include <fmt/format.h>

namespace fasti {

namespace {

struct LossWords {
  std::string_view phrase;  // in the rules
  std::string_view one;
  std::string_view many;
};

// In the order of the kinds.
constexpr std::array<LossWords, loss_kinds> words = {{
    {"loss-conflict", "1 conflict flattened to one date", "{} conflicts flattened to one date each"},
    {"loss-undated", "1 event without a date left out", "{} events without a date left out"},
    {"loss-statement", "1 undated statement left out", "{} undated statements left out"},
    {"loss-before-era", "1 date before the year 1 left out", "{} dates before the year 1 left out"},
    {"loss-open-end", "1 open end closed", "{} open ends closed"},
    {"loss-clock", "1 clock time written coarser", "{} clock times written coarser"},
    {"loss-as-point", "1 date written as its first second", "{} dates written as their first second"},
    {"loss-to-years", "1 date before the year 1 written as a year",
     "{} dates before the year 1 written as years"},
}};

template <typename Say>
std::string listed(const Losses& losses, Say say_one) {
  std::string list;
  for (std::size_t i = 0; i < loss_kinds; ++i)
    if (losses.counts[i] > 0) list += (list.empty() ? "" : ", ") + say_one(words[i], losses.counts[i]);
  return list;
}

}  // namespace

bool Losses::any() const {
  return std::any_of(counts.begin(), counts.end(), [](std::size_t n) { return n > 0; });
}

std::string loss_message(const Losses& losses) {
  return listed(losses, [](const LossWords& loss, std::size_t n) {
    return n == 1 ? std::string(loss.one) : fmt::format(fmt::runtime(loss.many), n);
  });
}

std::string loss_note(const Losses& losses, const Phrases& phrases) {
  if (!losses.any()) return "";
  const std::string what = listed(
      losses, [&](const LossWords& loss, std::size_t n) { return say_number(phrases, loss.phrase, n); });
  return say(phrases, "loss", {{"what", what}});
}

}  // namespace fasti
