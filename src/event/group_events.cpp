#include "event/group_events.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "event/bonds.h"
#include "event/candidates.h"
#include "event/cluster.h"
#include "event/evidence.h"
#include "event/make_event.h"
#include "event/told_apart.h"

namespace fasti {

namespace {

constexpr double rivals = 0.9;        // how much less a claim counts that has a likelier rival in its article
constexpr double same_article = 0.6;  // an article tells a thing once, as a rule
constexpr std::size_t most_compared = 4096;  // pairs, of two groups that are to be joined

// An event is told once by an article, as a rule. So of all that an article tells, the claim that a claim of
// another article is most alike is the likeliest partner, and its rivals are less likely than their likeness
// says.
class Partners {
 public:
  void add(std::size_t a, std::size_t b, double strength, const EvidenceTable& table) {
    improve(a, table.document(b), strength);
    improve(b, table.document(a), strength);
  }
  double share(std::size_t a, std::size_t b, double strength, const EvidenceTable& table) const {
    return strength / std::sqrt(best_.at(key(a, table.document(b))) * best_.at(key(b, table.document(a))));
  }

 private:
  static std::uint64_t key(std::size_t claim, std::uint32_t document) {
    return (static_cast<std::uint64_t>(claim) << 32U) | document;
  }
  void improve(std::size_t claim, std::uint32_t document, double strength) {
    double& best = best_[key(claim, document)];
    best = std::max(best, strength);
  }
  std::unordered_map<std::uint64_t, double> best_;  // by claim and another document
};

std::vector<Link> links_between(const std::vector<Claim>& claims, const EvidenceTable& table) {
  std::vector<Link> links;
  Partners partners;
  for (const auto& [a, b] : candidate_pairs(claims, table)) {
    const double strength = table.between(a, b).strength();
    if (strength < enough_to_join / 3) continue;
    links.push_back({strength, a, b});
    if (table.document(a) != table.document(b)) partners.add(a, b, strength, table);
  }
  for (Link& link : links)
    link.strength *= table.document(link.a) == table.document(link.b)
                         ? same_article
                         : 1 - rivals * (1 - partners.share(link.a, link.b, link.strength, table));
  return links;
}

bool may_join(const Group& x, const Group& y, const EvidenceTable& table) {
  std::size_t compared = 0;
  for (const std::size_t a : x)
    for (const std::size_t b : y) {
      if (!table.possible(a, b)) return false;
      if (++compared == most_compared) return true;
    }
  return true;
}

// A group's claims in the order in which an event has them.
Group in_order(Group group, const std::vector<Claim>& claims) {
  std::sort(group.begin(), group.end(),
            [&](std::size_t x, std::size_t y) { return comes_before(claims[x], claims[y]); });
  return group;
}

// Two events that begin in one clause share its words; the later gets a number.
void make_ids_unique(std::vector<Event>& events) {
  std::map<std::string, int> seen;
  for (Event& event : events)
    if (const int before = seen[event.id]++; before > 0) event.id += fmt::format("-{}", before + 1);
}

}  // namespace

std::vector<Event> group_events(std::vector<Claim> claims, const NamesByDocument& names) {
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.doc, a.span, a.mention.span) < std::tie(b.doc, b.span, b.mention.span);
  });
  const EvidenceTable table(claims, names);
  const std::vector<Link> links = links_between(claims, table);
  std::vector<Group> groups = cluster(claims.size(), links, enough_to_join,
                                      [&](const Group& a, const Group& b) { return may_join(a, b, table); });
  groups = part_what_is_told_apart(std::move(groups), claims, table);
  std::vector<Event> events;
  for (Group& group : groups) {
    group = in_order(std::move(group), claims);
    std::vector<Claim> members;
    for (const std::size_t member : group) members.push_back(claims[member]);
    events.push_back(make_event(std::move(members)));
  }
  make_ids_unique(events);
  tell_bonds(events, groups, links, claims, table);
  return events;
}

}  // namespace fasti
