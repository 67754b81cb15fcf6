#include "timex/anchor.h"

#include <algorithm>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "calendar/timex_value.h"
#include "timex/partial.h"

namespace fasti {

namespace {

constexpr std::size_t look_back = 40;  // expressions; what was told earlier is out of mind

}  // namespace

std::string place_of(const Timex& timex) {
  return fmt::format("{}:{} «{}»", timex.doc, timex.span.begin, timex.text);
}

bool no_coarser_than_year(const Timex& timex) {
  constexpr std::int64_t days_of_a_year = 366;
  return days_covered(*timex.range) <= days_of_a_year;
}

bool says_its_year(const Timex& timex) {
  if (timex.basis == Basis::explicit_ || timex.basis == Basis::year_from_context ||
      timex.basis == Basis::relative_to_text)
    return no_coarser_than_year(timex);
  return timex.partial.starts_with('@') && timex.partial.find("Y-") != std::string::npos;
}

std::optional<AnchorPoint> publication_anchor(const Document& document) {
  const Published& published = document.published;
  if (!published.known()) return std::nullopt;
  const bool inferred = published.basis == Published::Basis::inferred;
  return AnchorPoint{published.range,
                     fmt::format("publication {}{}", to_edtf(published.range), inferred ? ", inferred" : ""),
                     inferred ? Basis::inferred : Basis::relative_to_publication};
}

std::optional<AnchorPoint> writing_anchor(const Surroundings& around, const std::vector<Timex>& timexes,
                                          std::size_t i) {
  auto heading = std::lower_bound(around.alone.begin(), around.alone.end(), i);
  while (heading != around.alone.begin()) {
    const Timex& timex = timexes[*--heading];
    const bool a_day = timex.range && timex.type == TimexType::date &&
                       timex.range->granularity == Granularity::day && timex.basis == Basis::explicit_;
    if (a_day) return AnchorPoint{*timex.range, place_of(timex), Basis::heading};
    if (i - *heading > look_back) break;
  }
  return publication_anchor(around.document);
}

const Timex* told_before(const Surroundings& around, const std::vector<Timex>& timexes, std::size_t i,
                         const std::function<bool(const Timex&)>& accept) {
  for (std::size_t back = 1; back <= std::min(i, look_back); ++back) {
    const Timex& timex = timexes[i - back];
    const bool in_time = timex.range && (timex.type == TimexType::date || timex.type == TimexType::time);
    if (in_time && !around.quoted[timex.tokens.begin] && accept(timex)) return &timex;
  }
  return nullptr;
}

std::optional<AnchorPoint> narrative_anchor(const Surroundings& around, const std::vector<Timex>& timexes,
                                            std::size_t i, std::string_view unit) {
  const auto fine_enough = [&](const Timex& timex) {
    const Granularity told = timex.range->granularity;
    return no_coarser_than_year(timex) || (told == Granularity::decade && (unit == "DE" || unit == "CE")) ||
           (told == Granularity::century && unit == "CE");
  };
  const Timex* told = told_before(around, timexes, i, fine_enough);
  if (told == nullptr) return std::nullopt;
  return AnchorPoint{*told->range, place_of(*told), Basis::relative_to_text};
}

namespace {

bool is_day(const Timex& timex) {
  const bool in_time = timex.type == TimexType::date || timex.type == TimexType::time;
  return timex.range && in_time && days_covered(*timex.range) == 1;
}

AnchorPoint day_of(const Timex& timex) {
  return {range_of_day(first_day(*timex.range)), place_of(timex), Basis::relative_to_text};
}

// Before it rather than behind it.
const Timex* day_in_sentence(const Surroundings& around, const std::vector<Timex>& timexes, std::size_t i) {
  const auto beside = [&](std::size_t j) {
    return around.same_sentence(timexes[j].tokens, timexes[i].tokens);
  };
  for (std::size_t j = i; j-- > 0 && beside(j);)
    if (is_day(timexes[j])) return &timexes[j];
  for (std::size_t j = i + 1; j < timexes.size() && beside(j); ++j)
    if (is_day(timexes[j])) return &timexes[j];
  return nullptr;
}

}  // namespace

std::optional<AnchorPoint> day_anchor(const Surroundings& around, const std::vector<Timex>& timexes,
                                      std::size_t i, const Profile& profile) {
  if (const Timex* day = day_in_sentence(around, timexes, i)) return day_of(*day);
  const auto published = writing_anchor(around, timexes, i);
  const bool news = published && !profile.narrative_first;
  const std::uint32_t block = around.block[timexes[i].tokens.begin];
  const Timex* told = told_before(around, timexes, i, [&](const Timex& timex) {
    // "The request had been filed the evening before. It met at noon": an aside moves nothing back.
    const bool aside = timex.partial.starts_with("@-");
    return is_day(timex) && !aside && (!news || around.block[timex.tokens.begin] == block);
  });
  return told != nullptr ? std::optional(day_of(*told)) : published;
}

std::optional<AnchorPoint> told_day_anchor(const Surroundings& around, const std::vector<Timex>& timexes,
                                           std::size_t i) {
  const Timex* told = told_before(around, timexes, i, is_day);
  return told != nullptr ? std::optional(day_of(*told)) : std::nullopt;
}

std::optional<AnchorPoint> period_anchor(const Surroundings& around, const std::vector<Timex>& timexes,
                                         std::size_t i) {
  const Timex* told = told_before(around, timexes, i, [](const Timex& timex) {
    const Granularity unit = timex.range->granularity;
    const bool compared = timex.partial.starts_with("@-");
    return (unit == Granularity::quarter || unit == Granularity::half_year) && !compared;
  });
  if (told != nullptr) return AnchorPoint{*told->range, place_of(*told), Basis::relative_to_text};
  auto published = writing_anchor(around, timexes, i);
  if (!published) return std::nullopt;
  const auto last_quarter = value_range(shifted_value(first_day(published->range), -1, "Q"));
  if (last_quarter) published->range = *last_quarter;
  return published;
}

std::optional<AnchorPoint> spoken_anchor(const Surroundings& around, const std::vector<Timex>& timexes,
                                         std::size_t i) {
  const TokenRange own = timexes[i].tokens;
  if (!around.quoted[own.begin]) return std::nullopt;
  const auto in_sentence = [&](const Timex& timex) { return around.same_sentence(timex.tokens, own); };
  // Expressions of one sentence stand together in the list; those outside the quotation are resolved already.
  std::size_t first = i;
  while (first > 0 && in_sentence(timexes[first - 1])) --first;
  for (std::size_t j = first; j < timexes.size() && in_sentence(timexes[j]); ++j) {
    const Timex& timex = timexes[j];
    const bool a_day =
        timex.range && timex.type == TimexType::date && timex.range->granularity == Granularity::day;
    if (a_day && !around.quoted[timex.tokens.begin])
      return AnchorPoint{*timex.range, "when it was said, " + place_of(timex), Basis::relative_to_text};
  }
  return std::nullopt;
}

}  // namespace fasti
