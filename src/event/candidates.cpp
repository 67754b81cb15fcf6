#include "event/candidates.h"

#include <algorithm>
#include <cstdlib>

namespace fasti {

namespace {

constexpr std::size_t leading_terms = 32;    // of a claim, by weight
constexpr std::size_t most_neighbours = 48;  // claims next in time that are tried for one term
constexpr std::int64_t days_of_one_event = 31;

using Postings = std::vector<std::vector<std::size_t>>;  // by term: claims that lead with it, by date

void add_leading(std::size_t claim, const EvidenceTable& table, Postings& postings) {
  std::vector<EvidenceTable::Weighed> terms = table.terms(claim);
  const auto by_weight = [&](const EvidenceTable::Weighed& a, const EvidenceTable::Weighed& b) {
    const double x = table.weight(a.term) * a.part;
    const double y = table.weight(b.term) * b.part;
    return x != y ? x > y : a.term < b.term;
  };
  const std::size_t leading = std::min(leading_terms, terms.size());
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(leading), terms.end(),
                    by_weight);
  for (std::size_t i = 0; i < leading; ++i) {
    if (terms[i].term >= postings.size()) postings.resize(terms[i].term + 1);
    postings[terms[i].term].push_back(claim);
  }
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<Claim>& claims,
                                                                 const EvidenceTable& table) {
  std::vector<std::size_t> by_date(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) by_date[i] = i;
  std::stable_sort(by_date.begin(), by_date.end(), [&](std::size_t a, std::size_t b) {
    return claims[a].range->earliest < claims[b].range->earliest;
  });
  Postings postings;
  for (const std::size_t claim : by_date) add_leading(claim, table, postings);

  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const std::vector<std::size_t>& list : postings)
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Claim& a = claims[list[i]];
      const std::size_t last = std::min(list.size(), i + 1 + most_neighbours);
      for (std::size_t j = i + 1; j < last; ++j) {
        const Claim& b = claims[list[j]];
        const bool far = b.range->earliest - a.range->latest > (days_of_one_event + 1) * seconds_per_day;
        if (!far || (a.mention.once && b.mention.once)) pairs.push_back(std::minmax(list[i], list[j]));
      }
    }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace fasti
