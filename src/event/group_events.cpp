#include "event/group_events.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "base/hash.h"
#include "event/choose_label.h"

namespace fasti {

namespace {

constexpr std::int64_t days_compared = 31;

struct Pair {
  double points;
  std::size_t a, b;
};

// Claims of each kind, from early to late. What no rule names is of its verb's kind.
std::map<std::string, std::vector<std::size_t>> by_kind(const std::vector<Claim>& claims) {
  std::map<std::string, std::vector<std::size_t>> lists;
  for (std::size_t i = 0; i < claims.size(); ++i)
    for (const std::string& kind : claims[i].mention.kinds)
      lists[kind == "event" ? "event:" + claims[i].mention.head : kind].push_back(i);
  for (auto& [kind, list] : lists)
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return claims[a].range->earliest < claims[b].range->earliest;
    });
  return lists;
}

// The widest kind that both are of names the list in which the pair is compared, and no other.
const std::string* first_shared_kind(const Claim& a, const Claim& b) {
  for (const std::string& kind : a.mention.kinds)
    if (std::find(b.mention.kinds.begin(), b.mention.kinds.end(), kind) != b.mention.kinds.end())
      return &kind;
  return nullptr;
}

// Claims that share a kind are compared; others cannot be one event. Neither can those far apart, unless
// their kind is one that happens once.
std::vector<Pair> candidate_pairs(const std::vector<Claim>& claims, const EvidenceTable& table) {
  std::vector<Pair> pairs;
  for (const auto& [kind, list] : by_kind(claims))
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t j = i + 1; j < list.size(); ++j) {
        const Claim& a = claims[list[i]];
        const Claim& b = claims[list[j]];
        const bool far = b.range->earliest - a.range->latest > (days_compared + 1) * seconds_per_day;
        if (far && !a.mention.once) continue;
        if (a.mention.kinds.size() > 1 && b.mention.kinds.size() > 1 && *first_shared_kind(a, b) != kind)
          continue;
        const Evidence evidence = table.between(list[i], list[j]);
        if (evidence.possible && evidence.points >= enough_to_join)
          pairs.push_back({evidence.points, std::min(list[i], list[j]), std::max(list[i], list[j])});
      }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return std::tuple(-x.points, x.a, x.b) < std::tuple(-y.points, y.a, y.b);
  });
  return pairs;
}

using Groups = std::vector<std::vector<std::size_t>>;

bool belong_together(const std::vector<std::size_t>& x, const std::vector<std::size_t>& y,
                     const EvidenceTable& table) {
  for (const std::size_t a : x)
    for (const std::size_t b : y)
      if (!table.possible(a, b)) return false;
  double sum = 0;
  for (const std::size_t a : x)
    for (const std::size_t b : y) sum += table.between(a, b).points;
  return sum / static_cast<double>(x.size() * y.size()) >= enough_to_join;
}

// Groups that were found not to belong together, as long as neither has grown since.
class Refusals {
 public:
  bool known(const Groups& groups, std::size_t a, std::size_t b) const {
    const auto found = sizes_.find(key(a, b));
    return found != sizes_.end() && found->second == groups[a].size() + groups[b].size();
  }
  void add(const Groups& groups, std::size_t a, std::size_t b) {
    sizes_[key(a, b)] = groups[a].size() + groups[b].size();
  }

 private:
  static std::uint64_t key(std::size_t a, std::size_t b) {
    return (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
  }
  std::unordered_map<std::uint64_t, std::size_t> sizes_;
};

Groups join(const std::vector<Claim>& claims, const NamesByDocument& names) {
  const EvidenceTable table(claims, names);
  Groups groups(claims.size());
  std::vector<std::size_t> group_of(claims.size());
  std::iota(group_of.begin(), group_of.end(), std::size_t{0});
  for (std::size_t i = 0; i < claims.size(); ++i) groups[i] = {i};
  Refusals refusals;
  for (const Pair& pair : candidate_pairs(claims, table)) {
    const std::size_t a = group_of[pair.a];
    const std::size_t b = group_of[pair.b];
    if (a == b || refusals.known(groups, a, b)) continue;
    if (!belong_together(groups[a], groups[b], table)) {
      refusals.add(groups, a, b);
      continue;
    }
    for (const std::size_t member : groups[b]) group_of[member] = a;
    groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
    groups[b].clear();
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  return groups;
}

Event event_of(std::vector<Claim> claims) {
  const auto founding = std::min_element(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.doc, a.span) < std::tie(b.doc, b.span);
  });
  Event event;
  event.id = fmt::format(
      "e-{:08x}", static_cast<std::uint32_t>(hash_on(hash_on(hash_seed, founding->doc), founding->quote)));
  const Claim& best = best_labelled(claims);
  event.label = best.label;
  event.type = best.mention.type;
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.range->earliest, a.range->latest, a.doc, a.span) <
           std::tie(b.range->earliest, b.range->latest, b.doc, b.span);
  });
  event.claims = std::move(claims);
  return event;
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
  std::vector<Event> events;
  for (const auto& group : join(claims, names)) {
    std::vector<Claim> members;
    for (const std::size_t member : group) members.push_back(claims[member]);
    events.push_back(event_of(std::move(members)));
  }
  make_ids_unique(events);
  return events;
}

}  // namespace fasti
