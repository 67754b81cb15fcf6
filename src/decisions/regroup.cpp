#include "decisions/regroup.h"

#include <algorithm>
#include <map>
#include <set>

namespace fasti {

bool is_about_groups(const Decision& decision) {
  return decision.kind == DecisionKind::split || decision.kind == DecisionKind::merge;
}

namespace {

std::vector<std::size_t> found_claims(const std::vector<ClaimKey>& keys, const Grouping& grouping,
                                      std::optional<std::size_t> group) {
  std::set<std::size_t> found;
  for (const ClaimKey& key : keys)
    if (const auto claim = grouping.find(key, group)) found.insert(*claim);
  return {found.begin(), found.end()};
}

// The claims and what they are to be apart from: the others of the event that were seen, or that are there.
struct Separation {
  std::vector<std::size_t> claims, others;
};

Separation separation_of(const Decision& decision, const Grouping& grouping, std::size_t group) {
  Separation apart;
  apart.claims = found_claims(decision.claims, grouping, group);
  std::vector<std::size_t> all =
      decision.seen.empty() ? grouping.claims_of(group) : found_claims(decision.seen, grouping, group);
  std::sort(all.begin(), all.end());
  std::set_difference(all.begin(), all.end(), apart.claims.begin(), apart.claims.end(),
                      std::back_inserter(apart.others));
  return apart;
}

// By group, the claims that stand in it together with some of the others.
std::map<std::size_t, std::vector<std::size_t>> not_apart(const Separation& apart, const Grouping& grouping) {
  std::set<std::size_t> with_others;
  for (const std::size_t other : apart.others) with_others.insert(grouping.group_of(other));
  std::map<std::size_t, std::vector<std::size_t>> together;
  for (const std::size_t claim : apart.claims)
    if (with_others.contains(grouping.group_of(claim))) together[grouping.group_of(claim)].push_back(claim);
  return together;
}

std::set<std::size_t> groups_of(const std::vector<ClaimKey>& keys, const Grouping& grouping,
                                std::size_t group) {
  std::set<std::size_t> groups{group};
  for (const std::size_t claim : found_claims(keys, grouping, group)) groups.insert(grouping.group_of(claim));
  return groups;
}

using Claims = std::set<std::size_t>;

bool share(const Claims& a, const Claims& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t claim) { return b.contains(claim); });
}

// What a later decision would undo is not done in the first place, lest it drag along claims that neither of
// the two is about: of claims to be joined those that a later split takes away from the rest, and of claims
// to be split off those that a later merge joins to the rest.
class Undone {
 public:
  Undone(const Docket& docket, const Grouping& grouping) : undone_(docket.size()) {
    for (std::size_t i = docket.size(); i-- > 0;) {
      const Decision& decision = docket.decision(i);
      const auto group = grouping.find(decision.event, decision.seen);
      if (!docket.in_force(i) || !is_about_groups(decision) || !group) continue;
      const Separation told = separation_of(decision, grouping, *group);
      const Later whole{
          decision.kind, {told.claims.begin(), told.claims.end()}, {told.others.begin(), told.others.end()}};
      for (const std::size_t claim : told.claims) look_at(claim, whole, undone_[i]);
      if (decision.kind == DecisionKind::merge)
        for (const std::size_t claim : told.others) look_at(claim, whole, undone_[i]);
      later_.push_back(whole);
    }
  }
  bool lasts(std::size_t i, std::size_t claim) const { return !undone_[i].contains(claim); }

 private:
  struct Later {
    DecisionKind kind;
    Claims claims, others;
  };

  static bool undoes(const Later& later, std::size_t claim, const Later& whole) {
    if (later.kind == whole.kind) return false;
    if (later.kind == DecisionKind::split)
      return later.claims.contains(claim) &&
             (share(later.others, whole.claims) || share(later.others, whole.others));
    return (later.claims.contains(claim) || later.others.contains(claim)) &&
           (share(later.claims, whole.others) || share(later.others, whole.others));
  }
  void look_at(std::size_t claim, const Later& whole, Claims& undone) const {
    if (std::any_of(later_.begin(), later_.end(),
                    [&](const Later& later) { return undoes(later, claim, whole); }))
      undone.insert(claim);
  }

  std::vector<Claims> undone_;  // by decision
  std::vector<Later> later_;    // than the one at hand
};

void split(std::size_t i, Docket& docket, Grouping& grouping, const Undone& undone) {
  const Decision& decision = docket.decision(i);
  const auto group = grouping.find(decision.event, decision.seen);
  if (!group) return docket.lose_event(i, decision.event);
  Separation apart = separation_of(decision, grouping, *group);
  if (apart.claims.empty()) return docket.lose(i, "the claims that this decision splits off are not there");
  std::erase_if(apart.claims, [&](std::size_t claim) { return !undone.lasts(i, claim); });
  for (const auto& [from, claims] : not_apart(apart, grouping)) grouping.split_off(claims);
}

void merge(std::size_t i, Docket& docket, Grouping& grouping, const Undone& undone) {
  const Decision& decision = docket.decision(i);
  const auto group = grouping.find(decision.event, decision.seen);
  if (!group) return docket.lose_event(i, decision.event);
  const auto other = grouping.find(decision.with, decision.claims);
  if (!other) return docket.lose_event(i, decision.with);
  // What a person saw as one event stays one, also where later rules or texts would take it apart.
  std::set<std::size_t> groups;
  if (decision.seen.empty()) groups.insert(*group);
  if (decision.claims.empty()) groups.insert(*other);
  for (const auto* keys : {&decision.seen, &decision.claims})
    for (const std::size_t claim : found_claims(*keys, grouping, keys == &decision.seen ? group : other))
      if (undone.lasts(i, claim)) groups.insert(grouping.group_of(claim));
  for (const std::size_t next : groups)
    if (next != *groups.begin()) grouping.merge(*groups.begin(), next);
  if (!groups.empty()) docket.is_about(i, grouping.id_of(*groups.begin()));
}

// The last decision of this kind behind `i`, whose work undid that of `i`.
std::size_t later_one(const Docket& docket, std::size_t i, DecisionKind kind) {
  std::size_t last = i;
  for (std::size_t later = i + 1; later < docket.size(); ++later)
    if (docket.decision(later).kind == kind && docket.in_force(later)) last = later;
  return last;
}

}  // namespace

void look_back_at_groups(std::size_t i, Docket& docket, const Grouping& grouping) {
  const Decision& decision = docket.decision(i);
  const auto group = grouping.find(decision.event, decision.seen);
  if (!group) return;
  docket.is_about(i, grouping.id_of(*group));
  if (decision.kind == DecisionKind::split) {
    if (!not_apart(separation_of(decision, grouping, *group), grouping).empty())
      return docket.supersede(i, later_one(docket, i, DecisionKind::merge));
  } else {
    const std::size_t other = grouping.find(decision.with, decision.claims).value_or(*group);
    const auto ours = groups_of(decision.seen, grouping, *group);
    const auto theirs = groups_of(decision.claims, grouping, other);
    if (std::none_of(theirs.begin(), theirs.end(), [&](std::size_t one) { return ours.contains(one); }))
      return docket.supersede(i, later_one(docket, i, DecisionKind::split));
  }
}

std::vector<Event> regrouped(std::vector<Event> events, Docket& docket) {
  Grouping grouping(std::move(events));
  const Undone undone(docket, grouping);
  for (std::size_t i = 0; i < docket.size(); ++i) {
    if (!docket.in_force(i) || !is_about_groups(docket.decision(i))) continue;
    if (docket.decision(i).kind == DecisionKind::split)
      split(i, docket, grouping, undone);
    else
      merge(i, docket, grouping, undone);
  }
  return std::move(grouping).take_events();
}

}  // namespace fasti
