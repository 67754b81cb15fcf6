// What people decided about dates, as decisions.yaml keeps it: one list, to which is only ever added.
//
//   version: 1
//   decisions:
//     - kind: accept-date
//       event: e-184c0eab
//       date: 2021-06-12
//       who: "Ann Berg"
//       when: 2021-07-01
//       why: "The harbour log has it."
//       seen:
//         - {doc: "courier", begin: 20, date: 2021-06-12, quote: "The ferry Wren sank on June 12."}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_range.h"
#include "decisions/claim_key.h"

namespace fasti {

enum class DecisionKind { accept_date, reject_claim, split, merge, distrust_source, withdraw };
std::string_view to_string(DecisionKind);  // "accept-date" …

struct Decision {
  DecisionKind kind = DecisionKind::accept_date;
  std::optional<DecisionKind>
      takes_back;                 // of a withdrawal: the last decision of this kind on the same matter
  std::string event;              // its id when this was decided; empty for a source
  std::optional<DateRange> date;  // that was accepted
  std::vector<ClaimKey> claims;   // rejected; split off; of the event that is merged into this one
  std::string with;               // the id of that one
  std::string source;             // that is not trusted
  std::string who;
  DateRange when;
  std::string why;             // may be empty
  std::vector<ClaimKey> seen;  // the event's claims when this was decided, the founding one first
  bool operator==(const Decision&) const = default;
};

struct Decisions {
  std::string path;
  std::vector<Decision> list;      // from the first to the last
  std::vector<std::size_t> lines;  // of each in the file; empty where there is none
};

// Throws InputError, code "decisions-file", with every mistake found, each with file:line:column.
Decisions read_decisions(std::string path, std::string bytes);

// The list entry for one decision, each line with this many blanks before it.
std::string decision_yaml(const Decision&, std::size_t indent = 2);

// The file's bytes and the decision behind those that it has; nothing else is touched, comments stay. An
// empty text becomes a file that says what it is. Throws InputError as read_decisions does, also where there
// is no place for another decision ("decisions: []").
std::string with_decision(const std::string& path, const std::string& bytes, const Decision&);

}  // namespace fasti
