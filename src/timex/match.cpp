#include "timex/match.h"

#include <iterator>

namespace fasti {

namespace {

std::string filled(const std::optional<ValueTemplate>& value, const std::vector<CaptureValue>& captures) {
  return value ? fill(*value, captures).value_or("") : "";
}

// What the rule makes of a match; nothing where its value cannot be filled.
std::vector<PartialTimex> timexes_of(const Hit& hit, const Symbols& symbols, const RuleSet& rules) {
  const TimexRule& rule = rules.timexes[hit.pattern];
  const std::vector<Token>& tokens = *symbols.tokens;
  const std::vector<CaptureValue> captures = capture_values(rules, rule.captures, hit, symbols);
  const auto value = fill(rule.value, captures);
  if (!value) return {};
  PartialTimex timex;
  timex.tokens = hit.tokens;
  timex.span = {tokens[hit.tokens.begin].span.begin, tokens[hit.tokens.end - 1].span.end};
  timex.type = rule.type;
  timex.anchor = rule.anchor;
  timex.rule = &rule;
  timex.partial = *value;
  timex.weekday = filled(rule.weekday, captures);
  timex.mod = filled(rule.mod, captures);
  return {std::move(timex)};
}

// What a hit comes to by itself, before others compete with it.
struct Trial {
  bool stands = false;  // it may take its words
  const ContextPattern* objection = nullptr;
  std::vector<PartialTimex> timexes;  // none under not-dates
};

Trial trial_of(const Hit& hit, const Symbols& symbols, const RuleSet& rules) {
  const TimexRule& rule = rules.timexes[hit.pattern];
  Trial trial;
  trial.objection = objection_to(rules, rule, symbols, hit.tokens);
  if (trial.objection != nullptr) return trial;
  if (!rule.negative) trial.timexes = timexes_of(hit, symbols, rules);
  trial.stands = rule.negative || !trial.timexes.empty();
  return trial;
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
void contest_all(const Symbols& symbols, const RuleSet& rules, const See& see) {
  const auto size = static_cast<std::uint32_t>(symbols.tokens->size());
  for (std::uint32_t at = 0; at < size;) {
    Contest contest{rules.timex_program.hits_at(symbols, at), 0, {}};
    for (; contest.decided(); ++contest.taken) {
      contest.trial = trial_of(contest.hits[contest.taken], symbols, rules);
      if (contest.trial.stands) break;
    }
    at = contest.decided() ? contest.hits[contest.taken].tokens.end : at + 1;
    see(contest);
  }
}

Sighting::Fate fate_of(const Hit& hit, const Hit& winner) {
  if (hit.tokens.begin != winner.tokens.begin) return Sighting::Fate::inside;
  return hit.tokens.end == winner.tokens.end ? Sighting::Fate::later_rule : Sighting::Fate::shorter;
}

Sighting beaten(const Hit& hit, const Hit& winner, const Symbols& symbols, const RuleSet& rules) {
  return {hit, fate_of(hit, winner), trial_of(hit, symbols, rules).objection, winner};
}

Sighting refused(const Hit& hit, const Symbols& symbols, const RuleSet& rules) {
  const ContextPattern* objection = trial_of(hit, symbols, rules).objection;
  return {hit, objection != nullptr ? Sighting::Fate::kept_away : Sighting::Fate::no_value, objection, hit};
}

}  // namespace

std::vector<PartialTimex> match_timexes(std::string_view text, const Segmented& segmented,
                                        const RuleSet& rules) {
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  std::vector<PartialTimex> found;
  contest_all(symbols, rules, [&](Contest& contest) {
    if (contest.decided())
      std::move(contest.trial.timexes.begin(), contest.trial.timexes.end(), std::back_inserter(found));
  });
  return found;
}

std::vector<Sighting> sightings_in(std::string_view text, const Segmented& segmented, const RuleSet& rules) {
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  std::vector<Sighting> found;
  contest_all(symbols, rules, [&](const Contest& contest) {
    for (std::size_t i = 0; i < contest.taken; ++i) found.push_back(refused(contest.hits[i], symbols, rules));
    if (!contest.decided()) return;
    const Hit& winner = contest.hits[contest.taken];
    found.push_back({winner, Sighting::Fate::taken, nullptr, winner});
    for (std::size_t i = contest.taken + 1; i < contest.hits.size(); ++i)
      found.push_back(beaten(contest.hits[i], winner, symbols, rules));
    for (std::uint32_t t = winner.tokens.begin + 1; t < winner.tokens.end; ++t)
      for (const Hit& hit : rules.timex_program.hits_at(symbols, t))
        found.push_back(beaten(hit, winner, symbols, rules));
  });
  return found;
}

}  // namespace fasti
