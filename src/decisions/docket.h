// The decisions while they are applied: which are in force, what has become of them, and what is told of it.
// For decide.cpp.
//
//   Docket docket(decisions);  docket.lose(0, "the event e-3f2a91c0 of this decision is not there");
#pragma once

#include <string>
#include <vector>

#include "decisions/decide.h"
#include "decisions/grouping.h"

namespace fasti {

class Docket {
 public:
  // Those that were taken back are not in force from the beginning.
  explicit Docket(const Decisions&);

  std::size_t size() const { return precedents_.size(); }
  const Decision& decision(std::size_t i) const { return precedents_[i].decision; }
  bool in_force(std::size_t i) const {
    return precedents_[i].force == Force::holds || precedents_[i].force == Force::stale;
  }

  void is_about(std::size_t i, const std::string& event) { precedents_[i].event = event; }
  void lose(std::size_t i, std::string message);
  void lose_event(std::size_t i, const std::string& id);
  void supersede(std::size_t i, std::size_t by);
  // What the group's event has now that it had not then; a decision that does not say what it had is never
  // stale.
  std::vector<std::size_t> look_for_new_claims(std::size_t i, const Grouping&, std::size_t group);

  void hand_over(Applied&);

 private:
  void withdraw();
  void tell(std::size_t i, Severity, std::string code, std::string message, std::string hint);

  std::vector<Precedent> precedents_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace fasti
