#include "event/told_apart.h"

#include <algorithm>
#include <unordered_map>

namespace fasti {

namespace {

// As of two entries that share half of what they tell and stand a day apart. Found on the chronicles of three
// topics, where it lies on a plateau.
constexpr double same_words = 0.3;

class Chronicles {
 public:
  Chronicles(const std::vector<Claim>& claims, const EvidenceTable& table) : claims_(claims), table_(table) {
    for (std::size_t i = 0; i < claims.size(); ++i)
      if (is_day(i)) days_[table.document(i)].push_back(first_day(*claims[i].range));
    for (auto& [document, days] : days_) std::sort(days.begin(), days.end());
  }

  bool tell_apart(const Group& x, const Group& y) const {
    return std::all_of(x.begin(), x.end(), [&](std::size_t a) {
      return std::all_of(y.begin(), y.end(), [&](std::size_t b) {
        return has_day_of(a, b) && has_day_of(b, a) && table_.between(a, b).strength() < same_words;
      });
    });
  }

 private:
  bool is_day(std::size_t claim) const {
    return claims_[claim].entry && days_covered(*claims_[claim].range) == 1;
  }
  // Has the chronicle of the one an entry of the day under which the other stands?
  bool has_day_of(std::size_t claim, std::size_t other) const {
    if (!is_day(claim) || !is_day(other)) return false;
    const std::vector<Day>& days = days_.at(table_.document(claim));
    return std::binary_search(days.begin(), days.end(), first_day(*claims_[other].range));
  }

  const std::vector<Claim>& claims_;
  const EvidenceTable& table_;
  std::unordered_map<std::uint32_t, std::vector<Day>> days_;  // of entries, by document, sorted
};

// Claims whose dates meet, directly or by way of others.
std::vector<Group> sides_of(Group group, const std::vector<Claim>& claims) {
  std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
    return claims[a].range->earliest != claims[b].range->earliest
               ? claims[a].range->earliest < claims[b].range->earliest
               : a < b;
  });
  std::vector<Group> sides;
  Moment end = least_moment;
  for (const std::size_t claim : group) {
    if (sides.empty() || claims[claim].range->earliest > end) sides.emplace_back();
    sides.back().push_back(claim);
    end = std::max(end, claims[claim].range->latest);
  }
  return sides;
}

}  // namespace

std::vector<Group> part_what_is_told_apart(std::vector<Group> groups, const std::vector<Claim>& claims,
                                           const EvidenceTable& table) {
  const Chronicles chronicles(claims, table);
  std::vector<Group> parted;
  for (Group& group : groups) {
    const std::size_t before = parted.size();
    for (Group& side : sides_of(std::move(group), claims)) {
      const auto same = std::find_if(parted.begin() + static_cast<std::ptrdiff_t>(before), parted.end(),
                                     [&](const Group& other) { return !chronicles.tell_apart(other, side); });
      if (same == parted.end())
        parted.push_back(std::move(side));
      else
        same->insert(same->end(), side.begin(), side.end());
    }
  }
  for (Group& group : parted) std::sort(group.begin(), group.end());
  return parted;
}

}  // namespace fasti
