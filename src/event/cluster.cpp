#include "event/cluster.h"

#include <algorithm>
#include <queue>
#include <tuple>

#include <boost/container/flat_map.hpp>

namespace fasti {

namespace {

class Clustering {
 public:
  Clustering(std::size_t things, const std::vector<Link>& links, double enough) : enough_(enough) {
    groups_.resize(things);
    sums_.resize(things);
    for (std::size_t i = 0; i < things; ++i) groups_[i] = {i};
    for (const Link& link : links) {
      sums_[link.a][link.b] = link.strength;
      sums_[link.b][link.a] = link.strength;
    }
    for (const Link& link : links) propose(link.a, link.b);
  }

  std::vector<Group> run(const std::function<bool(const Group&, const Group&)>& may_join) {
    while (!proposals_.empty()) {
      const Proposal best = proposals_.top();
      proposals_.pop();
      if (!holds(best)) continue;
      if (may_join(groups_[best.a], groups_[best.b]))
        join(best.a, best.b);
      else
        forget(best.a, best.b);
    }
    std::erase_if(groups_, [](const Group& group) { return group.empty(); });
    for (Group& group : groups_) std::sort(group.begin(), group.end());
    return std::move(groups_);
  }

 private:
  struct Proposal {
    double mean = 0;
    std::size_t first_a = 0, first_b = 0;  // smallest members, so that ties depend on nothing else
    std::size_t a = 0, b = 0;              // slots
    std::size_t size_a = 0, size_b = 0;
    bool operator<(const Proposal& other) const {
      return std::tuple(-mean, first_a, first_b) > std::tuple(-other.mean, other.first_a, other.first_b);
    }
  };

  void propose(std::size_t a, std::size_t b) {
    const double pairs = static_cast<double>(groups_[a].size() * groups_[b].size());
    const double mean = sums_[a].at(b) / pairs;
    if (mean < enough_) return;
    if (groups_[b].front() < groups_[a].front()) std::swap(a, b);
    proposals_.push(
        {mean, groups_[a].front(), groups_[b].front(), a, b, groups_[a].size(), groups_[b].size()});
  }

  // Neither group has grown or gone since.
  bool holds(const Proposal& p) const {
    return groups_[p.a].size() == p.size_a && groups_[p.b].size() == p.size_b && sums_[p.a].contains(p.b);
  }

  void join(std::size_t a, std::size_t b) {
    forget(a, b);
    if (sums_[a].size() < sums_[b].size()) std::swap(a, b);
    for (const auto& [neighbour, sum] : sums_[b]) {
      sums_[neighbour].erase(b);
      sums_[neighbour][a] = sums_[a][neighbour] += sum;
    }
    sums_[b].clear();
    const std::size_t first = std::min(groups_[a].front(), groups_[b].front());
    groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
    std::swap(groups_[a].front(), *std::find(groups_[a].begin(), groups_[a].end(), first));
    groups_[b].clear();
    for (const auto& [neighbour, sum] : sums_[a]) propose(a, neighbour);
  }
  void forget(std::size_t a, std::size_t b) {
    sums_[a].erase(b);
    sums_[b].erase(a);
  }

  double enough_;
  std::vector<Group> groups_;  // by slot, the smallest member first; empty once joined to another
  std::vector<boost::container::flat_map<std::size_t, double>>
      sums_;  // by slot: neighbours, strength of all pairs
  std::priority_queue<Proposal> proposals_;
};

}  // namespace

std::vector<Group> cluster(std::size_t things, const std::vector<Link>& links, double enough,
                           const std::function<bool(const Group&, const Group&)>& may_join) {
  return Clustering(things, links, enough).run(may_join);
}

}  // namespace fasti
