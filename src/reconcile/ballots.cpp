#include "reconcile/ballots.h"

#include <algorithm>

#include "reconcile/numbered.h"

namespace fasti {

Ballot ballot_of(const std::vector<Statement>& statements, std::uint32_t kind) {
  Ballot ballot;
  ballot.kind = kind;
  std::vector<DateRange> dates;
  for (const Statement& statement : statements) dates.push_back(statement.range);
  const Split split = split_by_date(dates);
  for (const Candidate& candidate : split.candidates) {
    const auto number = static_cast<std::uint32_t>(ballot.candidates.size());
    ballot.candidates.push_back(candidate.range);
    for (const std::size_t i : candidate.claims)
      if (statements[i].counts) ballot.says.push_back({statements[i].source, number, statements[i].weight});
  }
  put_in_order(ballot.says);
  return ballot;
}

void settle(Ballot& ballot, const DateRange& accepted) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t c = 0; c < ballot.candidates.size(); ++c) {
    if (!meet(ballot.candidates[c], accepted)) continue;
    if (found) return;  // too vague to tell them apart
    found = c;
  }
  ballot.settled = found.value_or(static_cast<std::uint32_t>(ballot.candidates.size()));
}

Ballots ballots_of(const std::vector<Event>& events, const std::vector<Voice>& voices,
                   const std::vector<std::optional<DateRange>>& accepted) {
  Numbered sources;
  Numbered kinds;
  for (const Event& event : events) {
    kinds.number_of(event.type);
    for (const Claim& claim : event.claims) sources.number_of(source_of(claim.doc, voices));
  }
  Ballots ballots{sources.sorted().first, kinds.sorted().first, {}};
  const auto place_in = [](const std::vector<std::string>& sorted, const std::string& name) {
    return static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), name) - sorted.begin());
  };
  for (std::size_t e = 0; e < events.size(); ++e) {
    std::vector<Statement> statements;
    const std::vector<ClaimTeller> tellers = tellers_of(events[e], voices);
    for (std::size_t i = 0; i < tellers.size(); ++i) {
      const Claim& claim = events[e].claims[i];
      const std::string teller = source_of(events[e].claims[tellers[i].claim].doc, voices);
      statements.push_back({place_in(ballots.sources, teller), *claim.range,
                            static_cast<float>(weight_of(claim)), !tellers[i].only_repeats});
    }
    ballots.events.push_back(ballot_of(statements, place_in(ballots.kinds, events[e].type)));
    if (e < accepted.size() && accepted[e]) settle(ballots.events.back(), *accepted[e]);
  }
  return ballots;
}

}  // namespace fasti
