// Events as groups of numbered claims: found by what decisions remember of them, split and merged.
//
// A group that is not touched gives its event back as it was. One that is gets the id of its founding claim,
// and keeps of its claims' bonds those within it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "decisions/claim_key.h"
#include "event/event.h"

namespace fasti {

class Grouping {
 public:
  explicit Grouping(std::vector<Event>);

  // The group whose event has this id; where none has, or one that shares no claim with `claims`, the group
  // of the first of these that is there.
  std::optional<std::size_t> find(const std::string& id, const std::vector<ClaimKey>& claims) const;
  // A claim, rather of this group where its key fits several.
  std::optional<std::size_t> find(const ClaimKey&, std::optional<std::size_t> group) const;

  std::size_t groups() const { return groups_.size(); }
  const std::vector<std::size_t>& claims_of(std::size_t group) const { return groups_[group].claims; }
  std::size_t group_of(std::size_t claim) const { return group_of_[claim]; }
  const std::string& id_of(std::size_t group) const { return groups_[group].id; }
  const Claim& claim(std::size_t number) const { return *claims_[number]; }

  // Those of the group that were not there, or not as they are now, when `seen` was taken down; by index.
  std::vector<std::size_t> unseen(std::size_t group, const std::vector<ClaimKey>& seen) const;

  // Some but not all claims of one group become a group of their own.
  void split_off(const std::vector<std::size_t>& claims);
  void merge(std::size_t into, std::size_t other);  // which is empty from then on

  std::vector<Event> take_events() &&;

 private:
  struct Members {
    std::vector<std::size_t> claims;
    std::string id;
    std::optional<std::size_t> event;  // that it still is as a whole
  };
  void change(std::size_t group, std::vector<std::size_t> claims);
  Event event_of(const Members&) const;
  const Bond* bond_of(std::size_t claim) const;
  using ByPlace = std::multimap<std::pair<std::string, Span>, std::size_t>;
  void mend_near(Event&, std::size_t group, const ByPlace&) const;
  std::string free_id(const std::string& id) const;

  std::vector<Event> events_;  // as they came
  std::vector<const Claim*> claims_;
  std::vector<std::pair<std::size_t, std::size_t>> came_from_;  // event and index of each claim
  std::vector<std::size_t> group_of_;
  std::vector<Members> groups_;
  std::optional<ClaimIndex> index_;
};

}  // namespace fasti
