// Tokens + rules → time expressions whose values are still incomplete.
//
//   "lost on Sept. 30"  ->  span of "Sept. 30", partial "XXXX-09-30", rule "month-day"
//
// A rule may make several expressions of one match ("May 5 and 7"). At each token the longest match wins,
// among equally long ones the rule that was loaded first. A match of a rule under not-dates takes its words
// away from all others. Expressions never overlap.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"
#include "text/segment.h"

namespace fasti {

struct PartialTimex {
  Span span;
  TokenRange tokens;
  TimexType type = TimexType::date;
  std::string partial;  // see partial.h
  std::string weekday;  // 1 to 7 where the words name one beside the date
  std::string mod;
  Anchor anchor = Anchor::context;
  const TimexRule* rule = nullptr;  // of the RuleSet, which must live on
};

// Rules that hold in other profiles only are left aside.
std::vector<PartialTimex> match_timexes(std::string_view text, const Segmented&, const RuleSet&,
                                        const Profile&);

// One way in which a rule matches, and what becomes of it.
struct Sighting {
  enum class Fate {
    taken,          // its words are an expression, or are none under not-dates
    other_profile,  // its rule holds in other profiles only
    kept_away,      // by what stands beside it: `objection`
    no_value,       // its value has holes that nothing fills
    shorter,        // `winner` begins there too and is longer
    later_rule,     // `winner` has the same words and its rule comes first
    inside,         // it begins inside `winner`
  };
  Hit hit;
  Fate fate = Fate::taken;
  const ContextPattern* objection = nullptr;
  Hit winner;  // itself where nothing has beaten it
};

// All matches of all rules, by the token at which the winner begins; left out are those that neither won nor
// could have. For telling why: it looks on while match_timexes decides.
std::vector<Sighting> sightings_in(std::string_view text, const Segmented&, const RuleSet&, const Profile&);

}  // namespace fasti
