// What the sources' dates of one event amount to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_range.h"

namespace fasti {

enum class Status {
  agreed,    // one date from several sources
  single,    // one source
  refined,   // compatible dates, the finer one wins
  disputed,  // the dates cannot all be right
  decided,   // a person decided
  undated,
};
std::string_view to_string(Status);

// What the order of events leaves of a vague date. No date of its own: nobody stated it.
struct Bounds {
  DateRange range;
  std::string reason;
};

// Who made a decision (decisions.h), on what day, and why.
struct DecidedBy {
  std::string who;
  DateRange when;
  std::string why;  // may be empty
};

// The date that a person accepted.
struct Decided {
  DateRange date;
  DecidedBy by;
  bool claimed = true;              // some source allows it
  std::vector<std::size_t> unseen;  // claims that the event had not then, by index: is it still right?
};

// A claim of the event that a person took out of the weighing.
struct SetAside {
  std::size_t claim = 0;    // index
  bool distrusted = false;  // its source as a whole; else this claim was rejected
  DecidedBy by;
};

struct Verdict {
  Status status = Status::undated;
  std::optional<DateRange> date;  // the preferred date; none where a dispute is too close to call
  double confidence = 0;          // 0 to 1
  std::string reason;             // one sentence
  std::optional<Decided> decided = {};
  std::vector<SetAside> set_aside = {};  // by claim
  std::optional<Bounds> bounds = {};
};

// One of the dates that cannot all be right.
struct Candidate {
  DateRange range;
  double weight = 0;                // share of the evidence, 0 to 1; the candidates of a conflict add up to 1
  std::vector<std::size_t> claims;  // indices into the event's claims that say just this
  std::vector<std::string> sources;  // independent ones, sorted
};

// A cause that fits too, with weaker evidence.
struct OtherCause {
  std::string cause;
  std::string reason;
};

struct Conflict {
  std::string id;     // "c-" and the event's id
  std::string event;  // the event's id
  std::string cause;  // "contradiction", "announcement-for-occurrence" … (docs/reviewing-conflicts.md)
  std::string cause_reason;               // the evidence for the cause, in words
  std::vector<OtherCause> also_possible;  // the strongest first
  std::vector<Candidate> candidates;      // heaviest first
  std::vector<std::size_t> compatible;    // claims too vague to choose: they fit several
  std::optional<std::size_t> preferred;   // index into candidates
  double margin = 0;                      // weight of the first less that of the second
  double importance = 0;                  // for whoever reviews, see importance.h
  std::string reason;                     // of the verdict, one sentence
  std::string would_change = {};          // what would change it, one sentence
};

}  // namespace fasti
