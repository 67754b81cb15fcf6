// Why a text has the time expressions that it has: for each the rule and those that lost, and for words that
// look like a part of a date but are none, the rules that came near.
//
//   "She left on Sept. 28."  ->  one taking by month-day; month-alone lost, it is shorter
//   "over the past few weeks"  ->  nothing taken; "weeks" is untaken, "last-unit" came as far as "the past"
//
// Values only; explanation_text.h and explanation_json.h say them.
#pragma once

#include <string>
#include <vector>

#include "inspect/untaken.h"
#include "timex/document.h"

namespace fasti {

// A match that came to nothing.
struct LostMatch {
  const TimexRule* rule = nullptr;
  Span span;
  Sighting::Fate fate = Sighting::Fate::shorter;
  const ContextPattern* objection = nullptr;
  std::string beside;  // the word on the side that the objection is about; empty at the text's edge
  const TimexRule* winner = nullptr;  // which took the words, or nullptr
};

// What a capture of the rule holds.
struct CapturedWords {
  std::string name;
  std::string value;
  std::string text;
};

// Words that a rule took.
struct Taking {
  const TimexRule* rule = nullptr;
  Span span;
  std::vector<CapturedWords> captures;
  std::vector<std::size_t> timexes;  // indices into the document's; none under not-dates
  std::vector<LostMatch> lost;
};

// A rule that matched a part of what stands there.
struct NearMiss {
  const TimexRule* rule = nullptr;
  Span matched;
  std::vector<std::string> wanted;  // what could have followed, as patterns write it
  std::string found;                // the word that follows instead; empty at the end of a paragraph
};

// Words that no rule took, though one matches them and was kept away, or though they look like a part of a
// date.
struct Untaken {
  Span span;
  std::string kind;  // as under date-words: "{unit}"; empty where they are not listed there
  std::vector<LostMatch> kept_away;
  std::vector<NearMiss> near;  // nearest first
};

struct Explanation {
  std::vector<Taking> takings;  // both in the order of the text
  std::vector<Untaken> untaken;
};

// The document must be resolved, in that profile.
Explanation explain(const Document&, const RuleSet&, const Profile&);

}  // namespace fasti
