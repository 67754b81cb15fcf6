#include "timex/measure_spans.h"

#include <algorithm>

#include "calendar/timex_value.h"
#include "timex/anchor.h"

namespace fasti {

namespace {

constexpr std::int64_t slack = 7 * seconds_per_day;  // articles are written some days before they appear

bool joined_by_rule(const Timex& duration, const Timex& date, const Surroundings& around) {
  if (date.tokens.begin <= duration.tokens.end) return false;
  const std::string before = around.word(date.tokens.begin - 1);
  return std::any_of(around.rules.spans.begin(), around.rules.spans.end(), [&](const SpanRule& rule) {
    return date.tokens.begin - duration.tokens.end <= rule.within && around.rules.is_in(rule.word, before);
  });
}

void measure(Timex& duration, const Timex& date, const Surroundings& around) {
  const auto length = duration.type == TimexType::duration ? length_of(duration.value) : std::nullopt;
  const auto published = publication_anchor(around.document);
  const bool a_day = date.range && date.type == TimexType::date;
  if (!length || !published || !a_day || !joined_by_rule(duration, date, around)) return;
  const DateRange end_if_since = shifted(*date.range, *length, +1);
  if (end_if_since.earliest <= published->range.latest + slack) return;
  const DateRange start = shifted(*date.range, *length, -1);
  duration.range = range_of_days(first_day(start), last_day(*date.range), Granularity::span);
  duration.basis = Basis::relative_to_text;
  duration.anchor = "counted back from " + place_of(date);
}

}  // namespace

void measure_spans(std::vector<Timex>& timexes, const Surroundings& around) {
  for (std::size_t i = 0; i + 1 < timexes.size(); ++i) measure(timexes[i], timexes[i + 1], around);
}

}  // namespace fasti
