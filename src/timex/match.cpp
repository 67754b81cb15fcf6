#include "timex/match.h"

#include <algorithm>

namespace fasti {

namespace {

std::string filled(const std::optional<ValueTemplate>& value, const std::vector<CaptureValue>& captures) {
  return value ? fill(*value, captures).value_or("") : "";
}

std::optional<PartialTimex> timex_of(const Hit& hit, const Symbols& symbols, const RuleSet& rules) {
  const TimexRule& rule = rules.timexes[hit.pattern];
  const std::vector<Token>& tokens = *symbols.tokens;
  if (!contexts_allow(rules, rule, symbols, hit.tokens)) return std::nullopt;
  PartialTimex timex;
  timex.tokens = hit.tokens;
  timex.span = {tokens[hit.tokens.begin].span.begin, tokens[hit.tokens.end - 1].span.end};
  timex.type = rule.type;
  timex.anchor = rule.anchor;
  timex.rule = &rule;
  if (rule.negative) return timex;
  const std::vector<CaptureValue> captures = capture_values(rules, rule.captures, hit, symbols);
  const auto value = fill(rule.value, captures);
  if (!value) return std::nullopt;
  timex.partial = *value;
  timex.weekday = filled(rule.weekday, captures);
  timex.mod = filled(rule.mod, captures);
  return timex;
}

}  // namespace

std::vector<PartialTimex> match_timexes(std::string_view text, const Segmented& segmented,
                                        const RuleSet& rules) {
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  std::vector<PartialTimex> found;
  for (std::uint32_t at = 0; at < segmented.tokens.size();) {
    std::uint32_t next = at + 1;
    for (const Hit& hit : rules.timex_program.hits_at(symbols, at)) {
      const auto timex = timex_of(hit, symbols, rules);
      if (!timex) continue;
      if (!timex->rule->negative) found.push_back(*timex);
      next = hit.tokens.end;
      break;
    }
    at = next;
  }
  return found;
}

}  // namespace fasti
