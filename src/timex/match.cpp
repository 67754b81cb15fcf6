#include "timex/match.h"

#include <algorithm>

namespace fasti {

namespace {

bool touches_from_right(const ContextPattern& context, std::string_view text,
                        const std::vector<Token>& tokens, std::uint32_t end) {
  if (end >= tokens.size() || tokens[end].gap == Gap::block) return false;
  return !context.program.hits_at(context.program.symbols_of(text, tokens), end).empty();
}

bool touches_from_left(const ContextPattern& context, std::string_view text, const std::vector<Token>& tokens,
                       std::uint32_t begin) {
  if (begin == 0 || tokens[begin].gap == Gap::block) return false;
  const Symbols symbols = context.program.symbols_of(text, tokens);
  const std::uint32_t reach = std::min(begin, context.program.longest());
  for (std::uint32_t back = 1; back <= reach; ++back)
    for (const Hit& hit : context.program.hits_at(symbols, begin - back))
      if (hit.tokens.end == begin) return true;
  return false;
}

// Only the tokens around the match are looked at, so that a context costs the same in a long text.
bool contexts_allow(const TimexRule& rule, std::string_view text, const std::vector<Token>& tokens,
                    TokenRange match) {
  for (const auto& context : rule.contexts) {
    const std::uint32_t reach = context->program.longest();
    const std::uint32_t from = match.begin > reach ? match.begin - reach : 0;
    const std::uint32_t to =
        std::min<std::uint32_t>(static_cast<std::uint32_t>(tokens.size()), match.end + reach);
    const std::vector<Token> window(tokens.begin() + from, tokens.begin() + to);
    const bool touches = context->left ? touches_from_left(*context, text, window, match.begin - from)
                                       : touches_from_right(*context, text, window, match.end - from);
    if (touches != context->wanted) return false;
  }
  return true;
}

std::string filled(const std::optional<ValueTemplate>& value, const std::vector<CaptureValue>& captures) {
  return value ? fill(*value, captures).value_or("") : "";
}

std::optional<PartialTimex> timex_of(const Hit& hit, const Symbols& symbols, const RuleSet& rules) {
  const TimexRule& rule = rules.timexes[hit.pattern];
  const std::vector<Token>& tokens = *symbols.tokens;
  if (!contexts_allow(rule, symbols.text, tokens, hit.tokens)) return std::nullopt;
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
