#include "trust/ask.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "trust/shares.h"

namespace fasti {

namespace {

constexpr double left_of_a_tried_pair = 0.3;

// Two rings that differ, in a kind of event.
using Pair = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<Pair> pairs_at_odds(const Ballot& ballot, const Rings& rings) {
  std::vector<Share> firsts;
  for (const Share& share : shares_of(ballot, rings))
    if (firsts.empty() || firsts.back().ring != share.ring) firsts.push_back(share);
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < firsts.size(); ++a)
    for (std::size_t b = a + 1; b < firsts.size(); ++b)
      if (firsts[a].candidate != firsts[b].candidate)
        pairs.emplace_back(ballot.kind, firsts[a].ring, firsts[b].ring);
  return pairs;
}

struct Open {
  std::size_t event = 0;
  std::vector<std::size_t> pairs;  // places in the list of all pairs
};

}  // namespace

std::vector<Question> ask(const Ballots& ballots, const Learned& learned, std::size_t count) {
  std::map<Pair, std::size_t> places;
  std::vector<Pair> all;
  std::vector<std::size_t> differ;  // events, for each pair
  std::vector<Open> open;
  for (std::size_t event = 0; event < ballots.events.size(); ++event) {
    const Ballot& ballot = ballots.events[event];
    if (!ballot.disputed() || ballot.settled) continue;
    open.push_back({event, {}});
    for (const Pair& pair : pairs_at_odds(ballot, learned.rings)) {
      const auto [entry, is_new] = places.try_emplace(pair, all.size());
      if (is_new) {
        all.push_back(pair);
        differ.push_back(0);
      }
      ++differ[entry->second];
      open.back().pairs.push_back(entry->second);
    }
  }
  std::vector<double> worth(differ.begin(), differ.end());
  const auto worth_of = [&](const Open& o) {
    double sum = 0;
    for (const std::size_t pair : o.pairs) sum += worth[pair];
    return sum;
  };
  std::vector<Question> questions;
  while (questions.size() < count && !open.empty()) {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < open.size(); ++i)
      if (const double value = worth_of(open[i]); value > most) best = i, most = value;
    Question question{open[best].event, 0, 0, 0};
    for (const std::size_t pair : open[best].pairs) {
      if (differ[pair] > question.open_between)
        question = {open[best].event, std::get<1>(all[pair]), std::get<2>(all[pair]), differ[pair]};
      worth[pair] *= left_of_a_tried_pair;
    }
    questions.push_back(question);
    open.erase(open.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return questions;
}

}  // namespace fasti
