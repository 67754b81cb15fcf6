#include "reconcile/candidates.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace fasti {

namespace {

// Claims from the finest date to the vaguest, equal ones in order of time.
std::vector<std::size_t> by_fineness(const std::vector<Claim>& claims) {
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (finer(*claims[a].range, *claims[b].range)) return true;
    if (finer(*claims[b].range, *claims[a].range)) return false;
    return claims[a].range->earliest < claims[b].range->earliest;
  });
  return order;
}

double of_basis(const Timex& timex) {
  switch (timex.basis) {
    case Basis::explicit_:
      return 1.0;
    case Basis::heading:
      return 0.9;
    case Basis::holiday:
      return 0.9;
    case Basis::year_from_context:
      return 0.85;
    case Basis::relative_to_publication:
    case Basis::relative_to_text:
      return 0.8;
    case Basis::inferred:
      return 0.6;
  }
  return 0.5;
}

}  // namespace

bool all_meet(const std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i)
    for (std::size_t j = i + 1; j < claims.size(); ++j)
      if (!meet(*claims[i].range, *claims[j].range)) return false;
  return true;
}

Split split_by_date(const Event& event, const std::vector<Voice>& voices) {
  Split split;
  for (const std::size_t i : by_fineness(event.claims)) {
    const DateRange& range = *event.claims[i].range;
    std::vector<std::size_t> met;
    for (std::size_t c = 0; c < split.candidates.size(); ++c)
      if (meet(split.candidates[c].range, range)) met.push_back(c);
    if (met.empty())
      split.candidates.push_back({range, 0, {i}, {}});
    else if (met.size() == 1)
      split.candidates[met.front()].claims.push_back(i);
    else
      split.compatible.push_back(i);
  }
  // A claim that met the only candidate there was may fit those that came later, too.
  for (Candidate& candidate : split.candidates)
    std::erase_if(candidate.claims, [&](std::size_t i) {
      const bool vague =
          split.candidates.size() > 1 &&
          std::all_of(split.candidates.begin(), split.candidates.end(),
                      [&](const Candidate& other) { return meet(other.range, *event.claims[i].range); });
      if (vague) split.compatible.push_back(i);
      return vague;
    });
  std::sort(split.compatible.begin(), split.compatible.end());
  std::sort(split.candidates.begin(), split.candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.range.earliest < b.range.earliest; });
  for (Candidate& candidate : split.candidates) {
    std::sort(candidate.claims.begin(), candidate.claims.end());
    candidate.sources = sources_of(event, candidate.claims, voices);
  }
  return split;
}

double weight_of(const Claim& claim) {
  double weight = claim.timex ? of_basis(*claim.timex) : 1.0;
  if (claim.range->approximate) weight *= 0.8;
  if (claim.range->granularity > Granularity::day) weight *= 0.7;
  if (claim.timex && claim.timex->weekday_disagrees) weight *= 0.5;
  return weight;
}

void weigh(std::vector<Candidate>& candidates, const Event& event, const std::vector<Voice>& voices,
           const std::vector<double>& factor) {
  double total = 0;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    std::map<std::string, double> by_source;
    for (const std::size_t i : candidates[c].claims) {
      double& best = by_source[source_of(event.claims[i].doc, voices)];
      best = std::max(best, weight_of(event.claims[i]));
    }
    candidates[c].weight =
        factor[c] * std::accumulate(by_source.begin(), by_source.end(), 0.0,
                                    [](double sum, const auto& entry) { return sum + entry.second; });
    total += candidates[c].weight;
  }
  for (Candidate& candidate : candidates) candidate.weight = total > 0 ? candidate.weight / total : 0;
}

std::string source_of(const std::string& doc, const std::vector<Voice>& voices) {
  for (const Voice& voice : voices)
    if (voice.doc == doc) return voice.source;
  return doc;
}

std::vector<std::string> sources_of(const Event& event, const std::vector<std::size_t>& claims,
                                    const std::vector<Voice>& voices) {
  std::vector<std::string> sources;
  for (const std::size_t i : claims) sources.push_back(source_of(event.claims[i].doc, voices));
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

}  // namespace fasti
