#include "timex/match.h"

#include <algorithm>
#include <iterator>

namespace fasti {

namespace {

bool holds_in(const TimexRule& rule, const Profile& profile) {
  return rule.profiles.empty() ||
         std::find(rule.profiles.begin(), rule.profiles.end(), profile.name) != rule.profiles.end();
}

std::string filled(const std::optional<ValueTemplate>& value, const std::vector<CaptureValue>& captures) {
  return value ? fill(*value, captures).value_or("") : "";
}

// The tokens from the first to the last of the captures that took part; none where none did.
TokenRange words_of(const TimexPart& part, const TimexRule& rule, const Hit& hit) {
  if (part.words.empty()) return hit.tokens;
  TokenRange words;
  for (std::size_t slot = 0; slot < rule.captures.size(); ++slot) {
    const TokenRange capture = hit.captures[slot];
    const bool named =
        std::find(part.words.begin(), part.words.end(), rule.captures[slot].name) != part.words.end();
    if (!named || capture.size() == 0) continue;
    words.begin = words.size() == 0 ? capture.begin : std::min(words.begin, capture.begin);
    words.end = std::max(words.end, capture.end);
  }
  return words;
}

std::optional<std::string> first_filled(const std::vector<ValueTemplate>& values,
                                        const std::vector<CaptureValue>& captures) {
  for (const ValueTemplate& value : values)
    if (auto text = fill(value, captures)) return text;
  return std::nullopt;
}

std::optional<PartialTimex> part_of(const TimexPart& part, const TimexRule& rule, const Hit& hit,
                                    const std::vector<CaptureValue>& captures,
                                    const std::vector<Token>& tokens) {
  const TokenRange words = words_of(part, rule, hit);
  const auto value = first_filled(part.values, captures);
  if (words.size() == 0 || !value) return std::nullopt;
  PartialTimex timex;
  timex.tokens = words;
  timex.span = {tokens[words.begin].span.begin, tokens[words.end - 1].span.end};
  timex.type = part.type;
  timex.anchor = rule.anchor;
  timex.rule = &rule;
  timex.partial = *value;
  timex.weekday = filled(part.weekday, captures);
  timex.mod = filled(part.mod, captures);
  return timex;
}

// What the rule makes of the match; nothing where no value can be filled.
std::vector<PartialTimex> timexes_of(const Hit& hit, const Symbols& symbols, const RuleSet& rules) {
  const TimexRule& rule = rules.timexes[hit.pattern];
  const std::vector<CaptureValue> captures = capture_values(rules, rule.captures, hit, symbols);
  std::vector<PartialTimex> found;
  for (const TimexPart& part : rule.parts)
    if (auto timex = part_of(part, rule, hit, captures, *symbols.tokens)) found.push_back(std::move(*timex));
  return found;
}

}  // namespace

std::vector<PartialTimex> match_timexes(std::string_view text, const Segmented& segmented,
                                        const RuleSet& rules, const Profile& profile) {
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  std::vector<PartialTimex> found;
  for (std::uint32_t at = 0; at < segmented.tokens.size();) {
    std::uint32_t next = at + 1;
    for (const Hit& hit : rules.timex_program.hits_at(symbols, at)) {
      const TimexRule& rule = rules.timexes[hit.pattern];
      if (!holds_in(rule, profile) || !contexts_allow(rules, rule, symbols, hit.tokens)) continue;
      std::vector<PartialTimex> timexes;
      if (!rule.negative) timexes = timexes_of(hit, symbols, rules);
      if (!rule.negative && timexes.empty()) continue;
      std::move(timexes.begin(), timexes.end(), std::back_inserter(found));
      next = hit.tokens.end;
      break;
    }
    at = next;
  }
  return found;
}

}  // namespace fasti
