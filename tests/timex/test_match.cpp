// What became of each match, and that the telling agrees with the matching.
#include "timex/match.h"

#include "catch.h"
#include "timex/english.h"

using namespace fasti;
using namespace fasti::testing;

TEST_CASE("match: what is told of the matches is what the matching did", "[timex]") {
  const RuleSet& rules = english();
  const Profile& news = rules.profiles.at("news");
  std::size_t told = 0;
  const auto check = [&](const std::string& text) {
    const Segmented segmented = segment(text, {0, text.size()}, rules.orthography);
    std::vector<const TimexRule*> matched, seen;
    for (const PartialTimex& timex : match_timexes(text, segmented, rules, news))
      if (matched.empty() || matched.back() != timex.rule) matched.push_back(timex.rule);
    std::uint32_t end = 0;
    for (const Sighting& sighting : sightings_in(text, segmented, rules, news)) {
      const TimexRule* rule = &rules.timexes[sighting.hit.pattern];
      const bool taken = sighting.fate == Sighting::Fate::taken;
      if (taken) {
        CHECK(sighting.hit.tokens.begin >= end);
        end = sighting.hit.tokens.end;
      }
      if (taken && !rule->negative && (seen.empty() || seen.back() != rule)) seen.push_back(rule);
      if (sighting.fate >= Sighting::Fate::shorter) {
        CHECK(sighting.winner.tokens.begin <= sighting.hit.tokens.begin);
        CHECK(sighting.winner.tokens.end > sighting.hit.tokens.begin);
      }
      ++told;
    }
    CAPTURE(text);
    CHECK(seen == matched);
  };
  for (const TimexRule& rule : rules.timexes)
    for (const Example& example : rule.examples) check(example.text);
  CHECK(told > 200);
}
