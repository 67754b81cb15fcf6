#include "trust/rings.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace fasti {

namespace {

constexpr double nearly_always = 0.97;  // equal statements on disputed events: perhaps a ring
constexpr double mostly = 0.9;          // less is no ring, however the rest stands
constexpr double of_deviations = 0.94;  // equal ones among statements against the plurality: a ring
constexpr std::uint32_t enough_deviations = 20;
constexpr std::size_t most_sources = 64;

struct Count {
  std::uint32_t all = 0;
  std::uint32_t equal = 0;
  // The rule of succession, so that a few cases prove nothing.
  double share() const { return (equal + 1.0) / (all + 2.0); }
};

struct PairCounts {
  std::unordered_map<std::uint64_t, Count> counts;

  Count& of(std::uint32_t a, std::uint32_t b) { return counts[std::uint64_t{a} << 32U | b]; }
  Count find(std::uint64_t pair) const {
    const auto found = counts.find(pair);
    return found == counts.end() ? Count{} : found->second;
  }
};

// One statement a source: a second one about the same event is rare, and of no use here.
std::vector<Say> first_says(const Ballot& ballot) {
  std::vector<Say> says;
  for (const Say& say : ballot.says)
    if (says.empty() || says.back().source != say.source) says.push_back(say);
  if (says.size() > most_sources) says.resize(most_sources);
  return says;
}

// The candidates that most of the voices name, those of two rings left out.
class Pluralities {
 public:
  Pluralities(const std::vector<Say>& says, std::size_t candidates, const Rings& rings)
      : total_(candidates, 0) {
    for (const Say& say : says) {
      std::vector<double>& own = of_ring_[rings.of_source[say.source]];
      own.resize(candidates, 0);
      own[say.candidate] += 1;
    }
    for (auto& [ring, own] : of_ring_) {
      const double all = std::accumulate(own.begin(), own.end(), 0.0);
      for (double& share : own) share /= all;
      add(own, 1);
    }
  }

  // For each candidate, whether it is one of the most named; empty where nobody else speaks.
  const std::vector<bool>& without(std::uint32_t ring_a, std::uint32_t ring_b) {
    const std::uint64_t key = std::uint64_t{std::min(ring_a, ring_b)} << 32U | std::max(ring_a, ring_b);
    const auto [entry, is_new] = known_.try_emplace(key);
    if (is_new) entry->second = leading_without(ring_a, ring_b);
    return entry->second;
  }

 private:
  void add(const std::vector<double>& own, double sign) {
    for (std::size_t c = 0; c < own.size(); ++c) total_[c] += sign * own[c];
  }

  std::vector<bool> leading_without(std::uint32_t ring_a, std::uint32_t ring_b) {
    constexpr double nothing = 1e-9;
    add(of_ring_[ring_a], -1);
    if (ring_b != ring_a) add(of_ring_[ring_b], -1);
    const double most = *std::max_element(total_.begin(), total_.end());
    std::vector<bool> leading;
    if (most > nothing)
      for (const double votes : total_) leading.push_back(votes > most - nothing);
    add(of_ring_[ring_a], 1);
    if (ring_b != ring_a) add(of_ring_[ring_b], 1);
    return leading;
  }

  std::vector<double> total_;
  std::unordered_map<std::uint32_t, std::vector<double>> of_ring_;
  std::unordered_map<std::uint64_t, std::vector<bool>> known_;
};

void count_equal(const std::vector<Say>& says, PairCounts& counts) {
  for (std::size_t i = 0; i < says.size(); ++i)
    for (std::size_t j = i + 1; j < says.size(); ++j) {
      Count& count = counts.of(says[i].source, says[j].source);
      ++count.all;
      count.equal += says[i].candidate == says[j].candidate;
    }
}

void count_deviations(const std::vector<Say>& says, std::size_t candidates, const Rings& rings,
                      PairCounts& counts) {
  Pluralities pluralities(says, candidates, rings);
  for (std::size_t i = 0; i < says.size(); ++i)
    for (std::size_t j = i + 1; j < says.size(); ++j) {
      const auto& leading =
          pluralities.without(rings.of_source[says[i].source], rings.of_source[says[j].source]);
      if (leading.empty() || (leading[says[i].candidate] && leading[says[j].candidate])) continue;
      Count& count = counts.of(says[i].source, says[j].source);
      ++count.all;
      count.equal += says[i].candidate == says[j].candidate;
    }
}

// Joins the pairs that pass; a chain of pairs is one ring.
template <class Test>
Rings joined(std::size_t sources, const PairCounts& pairs, Test passes) {
  std::vector<std::uint32_t> leader(sources);
  std::iota(leader.begin(), leader.end(), 0U);
  const auto first_of = [&](std::uint32_t source) {
    while (leader[source] != source) source = leader[source] = leader[leader[source]];
    return source;
  };
  for (const auto& [pair, count] : pairs.counts) {
    if (!passes(pair, count)) continue;
    const std::uint32_t a = first_of(static_cast<std::uint32_t>(pair >> 32U));
    const std::uint32_t b = first_of(static_cast<std::uint32_t>(pair));
    leader[std::max(a, b)] = std::min(a, b);  // the smallest leads, in whatever order the pairs come
  }
  Rings rings;
  rings.of_source.resize(sources);
  for (std::uint32_t source = 0; source < sources; ++source) {
    const std::uint32_t first = first_of(source);
    if (first == source) rings.members.emplace_back();
    rings.of_source[source] =
        first == source ? static_cast<std::uint32_t>(rings.members.size() - 1) : rings.of_source[first];
    rings.members[rings.of_source[source]].push_back(source);
  }
  return rings;
}

}  // namespace

Rings no_rings(std::size_t sources) {
  return joined(sources, {}, [](std::uint64_t, const Count&) { return false; });
}

Rings find_rings(const Ballots& ballots) {
  std::vector<std::pair<std::vector<Say>, std::size_t>> disputes;
  for (const Ballot& ballot : ballots.events)
    if (ballot.disputed()) disputes.emplace_back(first_says(ballot), ballot.candidates.size());

  // A large ring is the plurality and deviates from nothing. So whoever nearly always says the same is taken
  // for a ring at first, and then put to the test against the rest; twice, as the rest changes by it.
  PairCounts equal;
  for (const auto& [says, candidates] : disputes) count_equal(says, equal);
  const std::size_t sources = ballots.sources.size();
  Rings rings = joined(sources, equal, [](std::uint64_t, const Count& c) {
    return c.all >= enough_deviations && c.share() >= nearly_always;
  });
  for (int pass = 0; pass < 2; ++pass) {
    PairCounts deviations;
    for (const auto& [says, candidates] : disputes) count_deviations(says, candidates, rings, deviations);
    rings = joined(sources, deviations, [&](std::uint64_t pair, const Count& count) {
      return count.all >= enough_deviations && count.share() >= of_deviations &&
             equal.find(pair).share() >= mostly;
    });
  }
  return rings;
}

}  // namespace fasti
