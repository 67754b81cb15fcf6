// Whom to believe, learnt from all events at once: from what a person has settled, and from who is borne out
// by others. Never from its own results: trust that feeds on itself comes to believe the largest group.
//
//   Learned learned = learn(ballots, Method::copy_aware);
//   weigh(learned, ballots.events[7])  ->  {0.83, 0.17}: most of the evidence is for its first candidate
//
// A ring's record in a kind of event is how often it was right where a person has settled the date, and how
// often the others' plurality was of its mind where dates are disputed. Where a kind has camps (camps.h) and
// nothing is settled, the others are those of its own camp: agreeing with people who mean the same shows
// care, agreeing with the rest shows nothing. Rates of few cases are drawn to the ring's rate over all kinds.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "trust/camps.h"
#include "trust/rings.h"

namespace fasti {

enum class Method {
  vote,        // each source counts once: majority vote
  weighted,    // by trust, each source by itself: in kind the "Vote" and "AccuVote" of Dong et al., VLDB 2009
  copy_aware,  // by trust, a ring as one voice, camps told apart; the default, and the best on our data
};
std::string_view to_string(Method);  // "vote", "weighted", "copy-aware"
std::optional<Method> method_from(std::string_view);

// Counts of events; halves arise where one source gives two dates.
struct Record {
  double settled = 0, right = 0;    // a person has settled the date; the ring was right
  double compared = 0, backed = 0;  // others spoke of a disputed date; they were of the ring's mind
};

struct Learned {
  Method method = Method::copy_aware;
  Rings rings;
  Camps camps;
  std::vector<std::vector<std::size_t>> camp_of;  // for each divided kind, of each ring
  std::size_t kinds = 0;
  std::size_t settled = 0;               // events, of all kinds
  std::vector<bool> settled_in;          // for each kind, whether any event is
  std::vector<Record> records;           // of ring r in kind k: records[r * kinds + k]
  std::vector<Record> records_over_all;  // of each ring

  const Record& record(std::uint32_t ring, std::uint32_t kind) const { return records[ring * kinds + kind]; }
};

Learned learn(const Ballots&, Method);

// True where trust is learnt camp by camp, as nothing tells which camp is right.
bool by_camp(const Learned&, std::uint32_t kind);

// 0 to 1: how often the ring may be expected to be right about such events.
double trust_in(const Learned&, std::uint32_t ring, std::uint32_t kind);

// Each candidate's share of the evidence; they add up to 1 where anybody speaks. What was said of this very
// event is left out of the trust by which it is weighed. Settled or not makes no difference here.
std::vector<double> weigh(const Learned&, const Ballot&);

// As if candidate c had only factor[c] of what is said for it (0 to 1): a cause explains the rest away.
std::vector<double> weigh(const Learned&, const Ballot&, const std::vector<double>& factor);

}  // namespace fasti
