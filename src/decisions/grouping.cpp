#include "decisions/grouping.h"

#include <algorithm>

#include <fmt/format.h>

#include "event/make_event.h"

namespace fasti {

Grouping::Grouping(std::vector<Event> events) : events_(std::move(events)) {
  for (std::size_t e = 0; e < events_.size(); ++e) {
    Members group{{}, events_[e].id, e};
    for (std::size_t i = 0; i < events_[e].claims.size(); ++i) {
      group.claims.push_back(claims_.size());
      claims_.push_back(&events_[e].claims[i]);
      came_from_.emplace_back(e, i);
      group_of_.push_back(e);
    }
    groups_.push_back(std::move(group));
  }
  index_.emplace(claims_);
}

std::optional<std::size_t> Grouping::find(const ClaimKey& key, std::optional<std::size_t> group) const {
  return index_->find(key, [&](std::size_t claim) { return group && group_of_[claim] == *group; });
}

std::optional<std::size_t> Grouping::find(const std::string& id, const std::vector<ClaimKey>& claims) const {
  const auto named = std::find_if(groups_.begin(), groups_.end(), [&](const Members& group) {
    return !group.claims.empty() && group.id == id;
  });
  const auto group = static_cast<std::size_t>(named - groups_.begin());
  std::optional<std::size_t> first;
  for (const ClaimKey& key : claims) {
    const auto found = find(key, group);
    if (!found) continue;
    if (group_of_[*found] == group) return group;
    if (!first) first = group_of_[*found];
  }
  if (!first && named != groups_.end()) return group;
  return first;
}

std::vector<std::size_t> Grouping::unseen(std::size_t group, const std::vector<ClaimKey>& seen) const {
  std::vector<ClaimKey> keys;
  for (const ClaimKey& key : seen) keys.push_back(tidied(key));
  std::vector<std::size_t> unseen;
  const auto& claims = claims_of(group);
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (std::none_of(keys.begin(), keys.end(),
                     [&](const ClaimKey& key) { return index_->is(key, claims[i]); }))
      unseen.push_back(i);
  return unseen;
}

// Two events that are founded in one clause share its words; the later gets a number.
std::string Grouping::free_id(const std::string& id) const {
  const auto taken = [&](const std::string& wanted) {
    return std::any_of(groups_.begin(), groups_.end(),
                       [&](const Members& group) { return !group.claims.empty() && group.id == wanted; });
  };
  std::string unique = id;
  for (int number = 2; taken(unique); ++number) unique = fmt::format("{}-{}", id, number);
  return unique;
}

void Grouping::change(std::size_t group, std::vector<std::size_t> claims) {
  Members& members = groups_[group];
  members.claims.clear();
  members.event.reset();
  std::sort(claims.begin(), claims.end(), [&](std::size_t a, std::size_t b) {
    if (comes_before(*claims_[a], *claims_[b])) return true;
    return !comes_before(*claims_[b], *claims_[a]) && a < b;
  });
  std::vector<const Claim*> told;
  for (const std::size_t claim : claims) {
    group_of_[claim] = group;
    told.push_back(claims_[claim]);
  }
  if (!claims.empty()) members.id = free_id(event_id(told));
  members.claims = std::move(claims);
}

void Grouping::split_off(const std::vector<std::size_t>& claims) {
  const std::size_t group = group_of_[claims.front()];
  std::vector<std::size_t> rest;
  for (const std::size_t claim : groups_[group].claims)
    if (std::find(claims.begin(), claims.end(), claim) == claims.end()) rest.push_back(claim);
  groups_.emplace_back();
  // Neither may keep the id only because the other has not got its own yet.
  groups_[group].claims.clear();
  change(group, std::move(rest));
  change(groups_.size() - 1, claims);
}

void Grouping::merge(std::size_t into, std::size_t other) {
  std::vector<std::size_t> all = groups_[into].claims;
  all.insert(all.end(), groups_[other].claims.begin(), groups_[other].claims.end());
  groups_[other].claims.clear();
  groups_[other].event.reset();
  change(into, std::move(all));
}

const Bond* Grouping::bond_of(std::size_t claim) const {
  const auto [event, place] = came_from_[claim];
  const auto& bonds = events_[event].bonds;
  return place < bonds.size() ? &bonds[place] : nullptr;
}

Event Grouping::event_of(const Members& group) const {
  std::vector<Claim> claims;
  for (const std::size_t claim : group.claims) claims.push_back(*claims_[claim]);
  Event event = make_event(std::move(claims));
  event.id = group.id;
  for (const std::size_t claim : group.claims) {
    const Bond* bond = bond_of(claim);
    const bool within = bond && std::any_of(event.claims.begin(), event.claims.end(), [&](const Claim& one) {
                          return one.doc == bond->doc && one.span == bond->place;
                        });
    event.bonds.push_back(within ? *bond : Bond{});
  }
  return event;
}

// The nearest event may have another id now, or may be this one.
void Grouping::mend_near(Event& event, std::size_t group, const ByPlace& by_place) const {
  if (!event.near) return;
  const auto [first, last] = by_place.equal_range({event.near->closest.doc, event.near->closest.place});
  const auto other =
      std::find_if(first, last, [&](const auto& entry) { return group_of_[entry.second] != group; });
  if (other == last)
    event.near.reset();
  else
    event.near->id = groups_[group_of_[other->second]].id;
}

std::vector<Event> Grouping::take_events() && {
  const bool changed = std::any_of(groups_.begin(), groups_.end(), [](const Members& g) { return !g.event; });
  if (!changed) return std::move(events_);
  ByPlace by_place;
  for (std::size_t claim = 0; claim < claims_.size(); ++claim)
    by_place.emplace(std::pair(claims_[claim]->doc, claims_[claim]->span), claim);
  std::vector<Event> events;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    const Members& members = groups_[group];
    if (members.claims.empty()) continue;
    events.push_back(members.event ? events_[*members.event] : event_of(members));
    mend_near(events.back(), group, by_place);
  }
  return events;
}

}  // namespace fasti
