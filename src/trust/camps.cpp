#include "trust/camps.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "event/cluster.h"
#include "trust/shares.h"

namespace fasti {

namespace {

constexpr std::uint32_t enough_shared = 30;
constexpr double one_sided = 0.3;
constexpr double by_chance = 3;  // standard deviations of a fair coin
constexpr std::size_t most_rings = 256;

// How often one ring's date stood before, at and after another's.
struct Sides {
  std::uint32_t before = 0, same = 0, after = 0;

  std::uint32_t all() const { return before + same + after; }
  double surplus() const {
    const double difference = std::abs(static_cast<double>(before) - after);
    return difference > by_chance * std::sqrt(before + after) ? difference / all() : 0;
  }
};

struct Pick {
  std::uint32_t ring = 0;
  std::uint32_t candidate = 0;
};

// One date a ring: the one that most of it gives, of several the earliest.
std::vector<Pick> picks_of(const Ballot& ballot, const Rings& rings) {
  std::vector<Pick> picks;
  double most = 0;
  for (const Share& share : shares_of(ballot, rings)) {
    if (picks.empty() || picks.back().ring != share.ring) {
      picks.push_back({share.ring, share.candidate});
      most = share.part;
    } else if (share.part > most) {
      picks.back().candidate = share.candidate;
      most = share.part;
    }
  }
  if (picks.size() > most_rings) picks.resize(most_rings);
  return picks;
}

using PairSides = std::map<std::pair<std::uint32_t, std::uint32_t>, Sides>;

std::vector<PairSides> count_sides(const Ballots& ballots, const Rings& rings) {
  std::vector<PairSides> of_kind(ballots.kinds.size());
  for (const Ballot& ballot : ballots.events) {
    const std::vector<Pick> picks = picks_of(ballot, rings);
    for (std::size_t i = 0; i < picks.size(); ++i)
      for (std::size_t j = i + 1; j < picks.size(); ++j) {
        Sides& sides = of_kind[ballot.kind][{picks[i].ring, picks[j].ring}];
        sides.before += picks[j].candidate < picks[i].candidate;
        sides.same += picks[j].candidate == picks[i].candidate;
        sides.after += picks[j].candidate > picks[i].candidate;
      }
  }
  return of_kind;
}

// The rings that take part, and how much of one mind each two are; pairs that never met are of neither.
std::vector<Camp> group(const PairSides& pairs) {
  std::vector<std::uint32_t> taking_part;
  for (const auto& [pair, sides] : pairs)
    if (sides.all() >= enough_shared) taking_part.insert(taking_part.end(), {pair.first, pair.second});
  std::sort(taking_part.begin(), taking_part.end());
  taking_part.erase(std::unique(taking_part.begin(), taking_part.end()), taking_part.end());
  std::vector<Link> links;
  for (std::size_t a = 0; a < taking_part.size(); ++a)
    for (std::size_t b = a + 1; b < taking_part.size(); ++b) {
      const auto found = pairs.find({taking_part[a], taking_part[b]});
      const bool met = found != pairs.end() && found->second.all() >= enough_shared;
      links.push_back({met ? 1 - found->second.surplus() : 1 - one_sided, a, b});
    }
  const auto always = [](const Group&, const Group&) { return true; };
  std::vector<Camp> camps;
  for (const Group& members : cluster(taking_part.size(), links, 1 - one_sided, always)) {
    Camp camp;
    for (const std::size_t member : members) camp.rings.push_back(taking_part[member]);
    camps.push_back(std::move(camp));
  }
  return camps;
}

std::size_t sources_in(const Camp& camp, const Rings& rings) {
  std::size_t sources = 0;
  for (const std::uint32_t ring : camp.rings) sources += rings.members[ring].size();
  return sources;
}

std::int64_t median(std::vector<std::int64_t> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The camps of one kind, and where their dates lie from those of the first.
class Offsets {
 public:
  Offsets(const std::vector<Camp>& camps, std::size_t rings)
      : camp_of_(rings, camps.size()), seconds_(camps.size()) {
    for (std::size_t c = 0; c < camps.size(); ++c)
      for (const std::uint32_t ring : camps[c].rings) camp_of_[ring] = c;
  }

  void see(const Ballot& ballot, const std::vector<Pick>& picks) {
    for (const Pick& a : picks)
      for (const Pick& b : picks) {
        const std::size_t camp = camp_of_[b.ring];
        if (camp_of_[a.ring] != 0 || camp == 0 || camp == seconds_.size() || a.candidate == b.candidate)
          continue;
        seconds_[camp].push_back(ballot.candidates[b.candidate].earliest -
                                 ballot.candidates[a.candidate].earliest);
      }
  }

  void put_into(std::vector<Camp>& camps) {
    for (std::size_t c = 0; c < camps.size(); ++c) camps[c].after_first = median(std::move(seconds_[c]));
  }

 private:
  std::vector<std::size_t> camp_of_;
  std::vector<std::vector<std::int64_t>> seconds_;
};

}  // namespace

Camps no_camps(std::size_t kinds) { return Camps(kinds); }

Camps find_camps(const Ballots& ballots, const Rings& rings) {
  Camps camps;
  std::vector<Offsets> offsets;
  for (const PairSides& pairs : count_sides(ballots, rings)) {
    camps.push_back(group(pairs));
    std::stable_sort(camps.back().begin(), camps.back().end(), [&](const Camp& a, const Camp& b) {
      return sources_in(a, rings) > sources_in(b, rings);
    });
    offsets.emplace_back(camps.back(), rings.members.size());
  }
  for (const Ballot& ballot : ballots.events)
    if (camps[ballot.kind].size() > 1 && ballot.disputed())
      offsets[ballot.kind].see(ballot, picks_of(ballot, rings));
  for (std::size_t kind = 0; kind < camps.size(); ++kind) offsets[kind].put_into(camps[kind]);
  return camps;
}

bool divided(const std::vector<Camp>& camps) {
  return std::count_if(camps.begin(), camps.end(), [](const Camp& camp) { return camp.rings.size() > 1; }) >
         1;
}

}  // namespace fasti
