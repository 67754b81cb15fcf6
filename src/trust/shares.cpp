#include "trust/shares.h"

#include <algorithm>
#include <tuple>

namespace fasti {

std::vector<Share> shares_of(const Ballot& ballot, const Rings& rings) {
  std::vector<Share> all;
  for (const Say& say : ballot.says)
    all.push_back({rings.of_source[say.source], say.candidate, 1, say.weight});
  std::sort(all.begin(), all.end(), [](const Share& a, const Share& b) {
    return std::tuple(a.ring, a.candidate) < std::tuple(b.ring, b.candidate);
  });
  std::vector<Share> shares;
  for (const Share& share : all) {
    if (!shares.empty() && shares.back().ring == share.ring && shares.back().candidate == share.candidate) {
      shares.back().part += 1;
      shares.back().weight = std::max(shares.back().weight, share.weight);
    } else {
      shares.push_back(share);
    }
  }
  for (auto begin = shares.begin(); begin != shares.end();) {
    const auto end = std::find_if(begin, shares.end(), [&](const Share& s) { return s.ring != begin->ring; });
    double statements = 0;
    for (auto s = begin; s != end; ++s) statements += s->part;
    for (auto s = begin; s != end; ++s) s->part /= statements;
    begin = end;
  }
  return shares;
}

}  // namespace fasti
