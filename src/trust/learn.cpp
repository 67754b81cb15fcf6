#include "trust/learn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "trust/shares.h"

namespace fasti {

namespace {

// Cases that are thought up for each rate, so that few real ones cannot make it extreme.
constexpr double cases_over_all = 1, right_over_all = 0.7;
constexpr double cases_of_overall = 6;  // the rate over all kinds, beside a kind's own settled cases
constexpr double cases_of_backing = 8;  // the rate of being backed, beside them
constexpr double cases_of_prior = 20, backed_of_prior = 16;

// Weight is trust to a power. Being backed overrates whoever talks most, so trust in it is held flat; facts
// make it steep, and so does the backing of one's own camp, in which nobody is backed by size.
constexpr double flat = 2;
constexpr double steep = 10;
constexpr double settled_for_half_as_steep = 2;

constexpr double nothing = 1e-12;

constexpr std::array<std::string_view, 3> names = {"vote", "weighted", "copy-aware"};

double steepness(const Learned& learned, std::uint32_t kind) {
  if (by_camp(learned, kind)) return steep;
  const auto settled = static_cast<double>(learned.settled);
  return flat + (steep - flat) * settled / (settled + settled_for_half_as_steep);
}

double settled_rate(const Record& over_all) {
  return (over_all.right + right_over_all) / (over_all.settled + cases_over_all);
}

double trust_of(const Learned& learned, const Record& own, const Record& over_all) {
  const double backing = (own.backed + backed_of_prior) / (own.compared + cases_of_prior);
  if (learned.settled == 0) return backing;
  return (own.right + cases_of_overall * settled_rate(over_all) + cases_of_backing * backing) /
         (own.settled + cases_of_overall + cases_of_backing);
}

// What one event adds to the records of those who speak of it.
struct Gain {
  std::uint32_t ring = 0;
  double compared = 0, backed = 0;
};

// The trust with which others back a ring: what is settled only. Backing does not feed on backing.
double trust_of_backer(const Learned& learned, std::uint32_t ring, std::uint32_t kind) {
  if (learned.settled == 0) return 1;
  const Record& own = learned.record(ring, kind);
  const double trust = (own.right + cases_of_overall * settled_rate(learned.records_over_all[ring])) /
                       (own.settled + cases_of_overall);
  return std::pow(trust, steep);
}

// Whether the plurality of the others in `group` is of each ring's mind.
void back(const std::vector<Share>& group, const Ballot& ballot, const Learned& learned, std::size_t quorum,
          std::vector<Gain>& gains) {
  std::vector<double> votes(ballot.candidates.size(), 0);
  std::vector<double> strength;
  std::size_t rings = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    strength.push_back(trust_of_backer(learned, group[i].ring, ballot.kind));
    votes[group[i].candidate] += strength[i] * group[i].part;
    rings += i == 0 || group[i].ring != group[i - 1].ring;
  }
  if (rings < quorum) return;
  for (std::size_t begin = 0, end = 0; begin < group.size(); begin = end) {
    std::vector<double> others = votes;
    for (end = begin; end < group.size() && group[end].ring == group[begin].ring; ++end)
      others[group[end].candidate] -= strength[end] * group[end].part;
    const double most = *std::max_element(others.begin(), others.end());
    if (most <= nothing) continue;
    const auto leads = [&](double v) { return v >= most * (1 - 1e-9); };
    Gain gain{group[begin].ring, 1, 0};
    for (std::size_t i = begin; i < end; ++i)
      if (leads(others[group[i].candidate])) gain.backed += group[i].part;
    gain.backed /= static_cast<double>(std::count_if(others.begin(), others.end(), leads));
    gains.push_back(gain);
  }
}

// The camp of each ring; rings in none stand each for themselves.
std::vector<std::size_t> camps_of_rings(const std::vector<Camp>& camps, std::size_t rings) {
  std::vector<std::size_t> camp_of(rings);
  std::iota(camp_of.begin(), camp_of.end(), camps.size());
  for (std::size_t c = 0; c < camps.size(); ++c)
    for (const std::uint32_t ring : camps[c].rings) camp_of[ring] = c;
  return camp_of;
}

std::vector<Gain> gains_of(const Ballot& ballot, const Learned& learned) {
  std::vector<Gain> gains;
  if (!ballot.disputed()) return gains;
  const std::vector<Share> shares = shares_of(ballot, learned.rings);
  if (!by_camp(learned, ballot.kind)) {
    back(shares, ballot, learned, 3, gains);
    return gains;
  }
  const std::vector<std::size_t>& camp_of = learned.camp_of[ballot.kind];
  std::vector<std::size_t> camps;
  for (const Share& share : shares) camps.push_back(camp_of[share.ring]);
  std::sort(camps.begin(), camps.end());
  camps.erase(std::unique(camps.begin(), camps.end()), camps.end());
  for (const std::size_t camp : camps) {
    std::vector<Share> own;
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(own),
                 [&](const Share& share) { return camp_of[share.ring] == camp; });
    back(own, ballot, learned, 2, gains);
  }
  return gains;
}

void count_settled(const Ballots& ballots, Learned& learned) {
  for (const Ballot& ballot : ballots.events) {
    if (!ballot.settled) continue;
    ++learned.settled;
    learned.settled_in[ballot.kind] = true;
    for (const Share& share : shares_of(ballot, learned.rings)) {
      const double right = share.candidate == *ballot.settled ? share.part : 0;
      for (Record* record : {&learned.records[share.ring * learned.kinds + ballot.kind],
                             &learned.records_over_all[share.ring]}) {
        record->settled += share.part;
        record->right += right;
      }
    }
  }
}

void count_backing(const Ballots& ballots, Learned& learned) {
  for (const Ballot& ballot : ballots.events)
    for (const Gain& gain : gains_of(ballot, learned)) {
      Record& record = learned.records[gain.ring * learned.kinds + ballot.kind];
      record.compared += gain.compared;
      record.backed += gain.backed;
    }
}

}  // namespace

std::string_view to_string(Method method) { return names[static_cast<std::size_t>(method)]; }

std::optional<Method> method_from(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Method>(found - names.begin());
}

Learned learn(const Ballots& ballots, Method method) {
  Learned learned;
  learned.method = method;
  learned.kinds = ballots.kinds.size();
  const bool aware = method == Method::copy_aware;
  learned.rings = aware ? find_rings(ballots) : no_rings(ballots.sources.size());
  learned.camps = aware ? find_camps(ballots, learned.rings) : no_camps(learned.kinds);
  learned.camp_of.resize(learned.kinds);
  for (std::size_t kind = 0; kind < learned.kinds; ++kind)
    if (divided(learned.camps[kind]))
      learned.camp_of[kind] = camps_of_rings(learned.camps[kind], learned.rings.members.size());
  learned.settled_in.resize(learned.kinds, false);
  learned.records.resize(learned.rings.members.size() * learned.kinds);
  learned.records_over_all.resize(learned.rings.members.size());
  if (method == Method::vote) return learned;
  count_settled(ballots, learned);
  count_backing(ballots, learned);
  return learned;
}

bool by_camp(const Learned& learned, std::uint32_t kind) {
  return divided(learned.camps[kind]) && !learned.settled_in[kind];
}

double trust_in(const Learned& learned, std::uint32_t ring, std::uint32_t kind) {
  return trust_of(learned, learned.record(ring, kind), learned.records_over_all[ring]);
}

std::vector<double> weigh(const Learned& learned, const Ballot& ballot, const std::vector<double>& factor) {
  std::vector<double> weights(ballot.candidates.size(), 0);
  const std::vector<Gain> own_gains =
      learned.method == Method::vote ? std::vector<Gain>{} : gains_of(ballot, learned);
  const double power = learned.method == Method::vote ? 0 : steepness(learned, ballot.kind);
  for (const Share& share : shares_of(ballot, learned.rings)) {
    Record record = learned.record(share.ring, ballot.kind);
    for (const Gain& gain : own_gains) {
      if (gain.ring != share.ring) continue;
      record.compared -= gain.compared;
      record.backed -= gain.backed;
    }
    const double trust = trust_of(learned, record, learned.records_over_all[share.ring]);
    weights[share.candidate] += share.part * share.weight * std::pow(trust, power) * factor[share.candidate];
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight = total > 0 ? weight / total : 0;
  return weights;
}

std::vector<double> weigh(const Learned& learned, const Ballot& ballot) {
  return weigh(learned, ballot, std::vector<double>(ballot.candidates.size(), 1.0));
}

}  // namespace fasti
