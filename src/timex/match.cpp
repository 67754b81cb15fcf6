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

// What a hit comes to by itself, before others compete with it.
struct Trial {
  std::optional<Sighting::Fate> refused;      // none where it may take its words
  const ContextPattern* objection = nullptr;  // where that is why
  std::vector<PartialTimex> timexes;          // none under not-dates
};

Trial trial_of(const Hit& hit, const Symbols& symbols, const RuleSet& rules, const Profile& profile) {
  const TimexRule& rule = rules.timexes[hit.pattern];
  if (!holds_in(rule, profile)) return {Sighting::Fate::other_profile, nullptr, {}};
  const ContextPattern* objection = objection_to(rules, rule, symbols, hit.tokens);
  if (objection != nullptr) return {Sighting::Fate::kept_away, objection, {}};
  if (rule.negative) return {};
  std::vector<PartialTimex> timexes = timexes_of(hit, symbols, rules);
  if (timexes.empty()) return {Sighting::Fate::no_value, nullptr, {}};
  return {std::nullopt, nullptr, std::move(timexes)};
}

// The hits that begin at a token; the first that stands is taken, none where `taken` is their number.
struct Contest {
  std::vector<Hit> hits;
  std::size_t taken = 0;
  Trial trial;  // of the one that is taken
  bool decided() const { return taken < hits.size(); }
};

// Shows the contest at each token that no match has taken. This is all there is to matching; who wants to
// know why something was not found looks on here.
template <class See>
void contest_all(const Symbols& symbols, const RuleSet& rules, const Profile& profile, const See& see) {
  const auto size = static_cast<std::uint32_t>(symbols.tokens->size());
  for (std::uint32_t at = 0; at < size;) {
    Contest contest{rules.timex_program.hits_at(symbols, at), 0, {}};
    for (; contest.decided(); ++contest.taken) {
      contest.trial = trial_of(contest.hits[contest.taken], symbols, rules, profile);
      if (!contest.trial.refused) break;
    }
    at = contest.decided() ? contest.hits[contest.taken].tokens.end : at + 1;
    see(contest);
  }
}

Sighting::Fate fate_beside(const Hit& winner, const Hit& hit) {
  if (hit.tokens.begin != winner.tokens.begin) return Sighting::Fate::inside;
  return hit.tokens.end == winner.tokens.end ? Sighting::Fate::later_rule : Sighting::Fate::shorter;
}

}  // namespace

std::vector<PartialTimex> match_timexes(std::string_view text, const Segmented& segmented,
                                        const RuleSet& rules, const Profile& profile) {
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  std::vector<PartialTimex> found;
  contest_all(symbols, rules, profile, [&](Contest& contest) {
    if (contest.decided())
      std::move(contest.trial.timexes.begin(), contest.trial.timexes.end(), std::back_inserter(found));
  });
  return found;
}

std::vector<Sighting> sightings_in(std::string_view text, const Segmented& segmented, const RuleSet& rules,
                                   const Profile& profile) {
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  std::vector<Sighting> found;
  const auto add_beaten = [&](const Hit& hit, const Hit& winner) {
    if (!trial_of(hit, symbols, rules, profile).refused)
      found.push_back({hit, fate_beside(winner, hit), nullptr, winner});
  };
  contest_all(symbols, rules, profile, [&](const Contest& contest) {
    for (std::size_t i = 0; i < contest.taken; ++i) {
      const Trial trial = trial_of(contest.hits[i], symbols, rules, profile);
      found.push_back({contest.hits[i], *trial.refused, trial.objection, contest.hits[i]});
    }
    if (!contest.decided()) return;
    const Hit& winner = contest.hits[contest.taken];
    found.push_back({winner, Sighting::Fate::taken, nullptr, winner});
    for (std::size_t i = contest.taken + 1; i < contest.hits.size(); ++i) add_beaten(contest.hits[i], winner);
    for (std::uint32_t t = winner.tokens.begin + 1; t < winner.tokens.end; ++t)
      for (const Hit& hit : rules.timex_program.hits_at(symbols, t)) add_beaten(hit, winner);
  });
  return found;
}

}  // namespace fasti
