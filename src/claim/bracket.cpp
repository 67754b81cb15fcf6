#include "claim/bracket.h"

#include <algorithm>

namespace fasti {

namespace {

constexpr std::uint32_t longest_bracket = 40;  // tokens

// What may stand behind the verb that closes: the rest of the verb, a mark, another verb.
bool may_follow(const WordView& words, std::uint32_t t) {
  constexpr AskedClass rest = AskedClass("auxiliary") | "coordinator";
  return words.token(t).kind == TokenKind::punctuation || words.is(t, rest);
}

}  // namespace

bool has_brackets(const RuleSet& rules) { return rules.class_values.contains("verb-bracket"); }

std::optional<std::uint32_t> bracket_opener(const WordView& words, const Clause& clause, std::uint32_t verb) {
  const WordFacts& facts = words.facts(verb);
  if (!facts.has(WordFacts::participle) && !facts.has(WordFacts::base)) return std::nullopt;
  if (verb + 1 < clause.tokens.end && !may_follow(words, verb + 1)) return std::nullopt;
  const std::uint32_t from = std::max(clause.tokens.begin, verb - std::min(verb, longest_bracket));
  for (std::uint32_t t = verb; t-- > from;)
    if (words.is(t, "verb-bracket") && !words.in_timex[t]) return t;
  return std::nullopt;
}

bool only_planned(const WordView& words, const Clause& clause, std::uint32_t verb) {
  const auto opener = bracket_opener(words, clause, verb);
  if (!opener || !words.is(*opener, "plain-form-after")) return false;
  const bool passive = verb + 1 < clause.tokens.end && words.is(verb + 1, "auxiliary");
  return words.facts(verb).has(WordFacts::base) || passive;
}

}  // namespace fasti
