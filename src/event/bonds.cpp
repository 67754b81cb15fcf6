#include "event/bonds.h"

#include <algorithm>
#include <map>

#include "text/segment.h"

namespace fasti {

namespace {

constexpr std::size_t most_shared = 6;
constexpr std::size_t none = ~std::size_t{0};

// The first word of the text that begins with the stem; empty where there is none.
std::string word_with(const std::string& stem, std::string_view original) {
  const std::string text = folded(original);
  for (std::size_t at = text.find(stem); at != std::string::npos; at = text.find(stem, at + 1))
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n')
      return text.substr(at, text.find_first_of(" \n,.;:!?()\"'-", at) - at);
  return "";
}

// A term as a reader knows it: of a stem a word of the claim that begins so, else the stem, marked as cut.
std::string shown(const std::string& term, const Claim& claim) {
  for (const std::string_view prefix : {"kind:", "topic:", "#"})
    if (term.starts_with(prefix)) return term.substr(prefix.size());
  // "berri" of Berry: a stem may end otherwise than the word.
  const std::string trunk = term.size() > 4 ? term.substr(0, term.size() - 1) : term;
  std::string word;
  for (const std::string& stem : {term, trunk}) {
    if (word.empty()) word = word_with(stem, claim.quote);
    for (const std::string& name : claim.mention.participants)
      if (word.empty()) word = word_with(stem, name);
  }
  return word.empty() ? term + "…" : word;
}

class BondTeller {
 public:
  BondTeller(const std::vector<Group>& groups, const std::vector<Link>& links,
             const std::vector<Claim>& claims, const EvidenceTable& table)
      : groups_(groups), claims_(claims), table_(table), group_of_(claims.size()), closest_(claims.size()) {
    for (std::size_t g = 0; g < groups.size(); ++g)
      for (const std::size_t claim : groups[g]) group_of_[claim] = g;
    for (const Link& link : links) {
      const std::size_t a = group_of_[link.a];
      const std::size_t b = group_of_[link.b];
      if (a == b)
        keep_closest(link);
      else
        add_between(link, std::min(a, b), std::max(a, b));
    }
  }

  void tell(std::vector<Event>& events) const {
    for (std::size_t e = 0; e < events.size(); ++e) {
      events[e].bonds.clear();
      for (const std::size_t claim : groups_[e])
        events[e].bonds.push_back(closest_[claim].other == none ? Bond{}
                                                                : bond(claim, closest_[claim].other));
    }
    for (const auto& [pair, between] : between_) {
      tell_near(events, pair.first, pair.second, between);
      tell_near(events, pair.second, pair.first, between);
    }
  }

 private:
  struct Closest {
    std::size_t other = none;
    double strength = 0;
  };
  struct Between {
    double sum = 0;
    Link strongest;
  };

  void keep_closest(const Link& link) {
    if (link.strength > closest_[link.a].strength) closest_[link.a] = {link.b, link.strength};
    if (link.strength > closest_[link.b].strength) closest_[link.b] = {link.a, link.strength};
  }
  void add_between(const Link& link, std::size_t a, std::size_t b) {
    Between& between = between_[{a, b}];
    between.sum += link.strength;
    if (link.strength > between.strongest.strength) between.strongest = link;
  }

  Bond bond(std::size_t claim, std::size_t other) const {
    const Evidence evidence = table_.between(claim, other);
    Bond bond;
    bond.doc = claims_[other].doc;
    bond.place = claims_[other].span;
    bond.strength = evidence.strength();
    bond.alike = evidence.alike;
    bond.dates = evidence.dates;
    bond.others = evidence.others;
    for (const std::uint32_t term : table_.shared(claim, other)) {
      const std::string word = shown(table_.text(term), claims_[claim]);
      if (bond.shared.size() == most_shared) break;
      if (std::find(bond.shared.begin(), bond.shared.end(), word) == bond.shared.end())
        bond.shared.push_back(word);
    }
    return bond;
  }

  void tell_near(std::vector<Event>& events, std::size_t e, std::size_t other, const Between& between) const {
    const double strength = between.sum / static_cast<double>(groups_[e].size() * groups_[other].size());
    if (events[e].near && strength <= events[e].near->strength) return;
    const bool first = group_of_[between.strongest.a] == e;
    const std::size_t here = first ? between.strongest.a : between.strongest.b;
    const std::size_t there = first ? between.strongest.b : between.strongest.a;
    // Enough and yet not joined: some two of their claims cannot be one event.
    events[e].near = NearEvent{events[other].id, strength, strength >= enough_to_join, bond(here, there)};
  }

  const std::vector<Group>& groups_;
  const std::vector<Claim>& claims_;
  const EvidenceTable& table_;
  std::vector<std::size_t> group_of_;                               // by claim
  std::vector<Closest> closest_;                                    // by claim, within its group
  std::map<std::pair<std::size_t, std::size_t>, Between> between_;  // by pair of groups
};

}  // namespace

void tell_bonds(std::vector<Event>& events, const std::vector<Group>& groups, const std::vector<Link>& links,
                const std::vector<Claim>& claims, const EvidenceTable& table) {
  BondTeller(groups, links, claims, table).tell(events);
}

}  // namespace fasti
