#include "event/candidates.h"

#include <algorithm>
#include <numeric>

namespace fasti {

namespace {

constexpr std::size_t most_candidates = 160;  // of one claim
constexpr std::size_t most_by_one_term = 48;
constexpr Moment seconds_of_one_event = 32 * seconds_per_day;

using Pair = std::pair<std::size_t, std::size_t>;

class CandidateFinder {
 public:
  CandidateFinder(const std::vector<Claim>& claims, const EvidenceTable& table)
      : claims_(claims), table_(table) {
    by_date_.resize(claims.size());
    std::iota(by_date_.begin(), by_date_.end(), std::size_t{0});
    std::stable_sort(by_date_.begin(), by_date_.end(), [&](std::size_t a, std::size_t b) {
      return claims[a].range->earliest < claims[b].range->earliest;
    });
    for (std::size_t rank = 0; rank < by_date_.size(); ++rank)
      for (const EvidenceTable::Weighed& term : table.terms(by_date_[rank])) {
        if (term.term >= ranks_.size()) ranks_.resize(term.term + 1);
        ranks_[term.term].push_back(rank);
      }
  }

  std::vector<Pair> run() {
    for (std::size_t rank = 0; rank < by_date_.size(); ++rank) look_from(rank);
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

 private:
  void look_from(std::size_t rank) {
    room_ = most_candidates;
    for (const EvidenceTable::Weighed& term : weightiest_first(table_.terms(by_date_[rank]))) {
      if (room_ == 0) return;
      look_along(ranks_[term.term], rank);
    }
  }

  std::vector<EvidenceTable::Weighed> weightiest_first(std::vector<EvidenceTable::Weighed> terms) const {
    std::sort(terms.begin(), terms.end(),
              [&](const EvidenceTable::Weighed& a, const EvidenceTable::Weighed& b) {
                const double x = table_.weight(a.term) * a.part;
                const double y = table_.weight(b.term) * b.part;
                return x != y ? x > y : a.term < b.term;
              });
    return terms;
  }

  // Before and after the claim by turns, so that the nearest come first.
  void look_along(const std::vector<std::size_t>& ranks, std::size_t rank) {
    const auto here = std::lower_bound(ranks.begin(), ranks.end(), rank);
    std::ptrdiff_t before = here - ranks.begin() - 1;
    std::size_t after = static_cast<std::size_t>(here - ranks.begin()) + 1;
    std::size_t left = std::min(most_by_one_term, room_);
    while (left > 0 && (before >= 0 || after < ranks.size())) {
      if (after < ranks.size()) {
        if (!take(ranks[after++], rank, left)) after = ranks.size();
      }
      if (left > 0 && before >= 0) {
        if (!take(ranks[static_cast<std::size_t>(before--)], rank, left)) before = -1;
      }
    }
  }

  // False where no claim farther off can be a candidate.
  bool take(std::size_t other, std::size_t rank, std::size_t& left) {
    const Claim& a = claims_[by_date_[std::min(rank, other)]];
    const Claim& b = claims_[by_date_[std::max(rank, other)]];
    const bool far = b.range->earliest - a.range->latest > seconds_of_one_event;
    --left;
    if (far && !claims_[by_date_[rank]].mention.once) return other < rank;  // an earlier one may last long
    --room_;
    if (!far || (a.mention.once && b.mention.once))
      pairs_.push_back(std::minmax(by_date_[rank], by_date_[other]));
    return true;
  }

  const std::vector<Claim>& claims_;
  const EvidenceTable& table_;
  std::vector<std::size_t> by_date_;             // claims; a claim's place in it is its rank
  std::vector<std::vector<std::size_t>> ranks_;  // by term: of the claims that tell it, ascending
  std::size_t room_ = 0;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Pair> candidate_pairs(const std::vector<Claim>& claims, const EvidenceTable& table) {
  return CandidateFinder(claims, table).run();
}

}  // namespace fasti
