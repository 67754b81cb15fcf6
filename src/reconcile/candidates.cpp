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
  Moment latest_start = least_moment;
  Moment earliest_end = greatest_moment;
  for (const Claim& claim : claims) {
    latest_start = std::max(latest_start, claim.range->earliest);
    earliest_end = std::min(earliest_end, claim.range->latest);
  }
  return latest_start <= earliest_end;
}

namespace {

// What all claims of a candidate allow; the finest one's own range where it lies within the others.
DateRange common_range(const Event& event, const std::vector<std::size_t>& claims) {
  DateRange range = *event.claims[claims.front()].range;
  for (const std::size_t i : claims)
    if (finer(*event.claims[i].range, range)) range = *event.claims[i].range;
  for (const std::size_t i : claims)
    if (!covers(*event.claims[i].range, range))
      range = intersection(range, *event.claims[i].range).value_or(range);
  return range;
}

// From the finest claim to the vaguest: each joins the one candidate with all of whose claims it can be
// right, or founds one, or is too vague to choose.
void sort_into_candidates(Split& split, const Event& event) {
  for (const std::size_t i : by_fineness(event.claims)) {
    const DateRange& range = *event.claims[i].range;
    std::vector<std::size_t> met;
    for (std::size_t c = 0; c < split.candidates.size() && met.size() < 2; ++c)
      if (meet(split.candidates[c].range, range)) met.push_back(c);
    if (met.empty()) {
      split.candidates.push_back({range, 0, {i}, {}});
    } else if (met.size() > 1) {
      split.compatible.push_back(i);
    } else {
      Candidate& candidate = split.candidates[met.front()];
      candidate.claims.push_back(i);
      if (!covers(range, candidate.range)) candidate.range = *intersection(candidate.range, range);
    }
  }
}

// A claim that met the only candidate there was may fit those that came later, too. (One claim of each
// candidate stays: the one for which a later candidate was founded.)
void take_out_vague_claims(Split& split, const Event& event) {
  if (split.candidates.size() < 2) return;
  const std::vector<Candidate> before = split.candidates;
  for (Candidate& candidate : split.candidates)
    std::erase_if(candidate.claims, [&](std::size_t i) {
      const bool vague = std::all_of(before.begin(), before.end(), [&](const Candidate& other) {
        return meet(other.range, *event.claims[i].range);
      });
      if (vague) split.compatible.push_back(i);
      return vague;
    });
}

}  // namespace

Split split_by_date(const Event& event, const std::vector<Voice>& voices) {
  Split split;
  sort_into_candidates(split, event);
  take_out_vague_claims(split, event);
  std::sort(split.compatible.begin(), split.compatible.end());
  for (Candidate& candidate : split.candidates) {
    std::sort(candidate.claims.begin(), candidate.claims.end());
    candidate.range = common_range(event, candidate.claims);
    candidate.sources = sources_of(event, candidate.claims, voices);
  }
  std::sort(split.candidates.begin(), split.candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.range.earliest < b.range.earliest; });
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

const Voice* voice_of(const std::string& doc, const std::vector<Voice>& voices) {
  const auto found =
      std::lower_bound(voices.begin(), voices.end(), doc,
                       [](const Voice& voice, const std::string& id) { return voice.doc < id; });
  return found == voices.end() || found->doc != doc ? nullptr : &*found;
}

std::string source_of(const std::string& doc, const std::vector<Voice>& voices) {
  const Voice* voice = voice_of(doc, voices);
  return voice == nullptr ? doc : voice->source;
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
