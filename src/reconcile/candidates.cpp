#include "reconcile/candidates.h"

#include <algorithm>
#include <numeric>

namespace fasti {

namespace {

// From the finest date to the vaguest, equal ones in order of time.
std::vector<std::size_t> by_fineness(const std::vector<DateRange>& dates) {
  std::vector<std::size_t> order(dates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (finer(dates[a], dates[b])) return true;
    if (finer(dates[b], dates[a])) return false;
    return dates[a].earliest < dates[b].earliest;
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

bool all_meet(const std::vector<DateRange>& dates) {
  Moment latest_start = least_moment;
  Moment earliest_end = greatest_moment;
  for (const DateRange& date : dates) {
    latest_start = std::max(latest_start, date.earliest);
    earliest_end = std::min(earliest_end, date.latest);
  }
  return latest_start <= earliest_end;
}

std::vector<DateRange> ranges_of(const Event& event) {
  std::vector<DateRange> ranges;
  for (const Claim& claim : event.claims) ranges.push_back(*claim.range);
  return ranges;
}

namespace {

// What all dates of a candidate allow; the finest one's own range where it lies within the others.
DateRange common_range(const std::vector<DateRange>& dates, const std::vector<std::size_t>& claims) {
  DateRange range = dates[claims.front()];
  for (const std::size_t i : claims)
    if (finer(dates[i], range)) range = dates[i];
  for (const std::size_t i : claims)
    if (!covers(dates[i], range)) range = intersection(range, dates[i]).value_or(range);
  return range;
}

// From the finest date to the vaguest: each joins the one candidate with all of whose dates it can be right,
// or founds one, or is too vague to choose.
void sort_into_candidates(Split& split, const std::vector<DateRange>& dates) {
  for (const std::size_t i : by_fineness(dates)) {
    const DateRange& range = dates[i];
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

// A date that met the only candidate there was may fit those that came later, too. (One date of each
// candidate stays: the one for which a later candidate was founded.)
void take_out_vague_dates(Split& split, const std::vector<DateRange>& dates) {
  if (split.candidates.size() < 2) return;
  const std::vector<Candidate> before = split.candidates;
  for (Candidate& candidate : split.candidates)
    std::erase_if(candidate.claims, [&](std::size_t i) {
      const bool vague = std::all_of(before.begin(), before.end(),
                                     [&](const Candidate& other) { return meet(other.range, dates[i]); });
      if (vague) split.compatible.push_back(i);
      return vague;
    });
}

}  // namespace

Split split_by_date(const std::vector<DateRange>& dates) {
  Split split;
  sort_into_candidates(split, dates);
  take_out_vague_dates(split, dates);
  std::sort(split.compatible.begin(), split.compatible.end());
  for (Candidate& candidate : split.candidates) {
    std::sort(candidate.claims.begin(), candidate.claims.end());
    candidate.range = common_range(dates, candidate.claims);
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
  const std::vector<ClaimTeller> tellers = tellers_of(event, voices);
  std::vector<std::string> sources;
  for (const std::size_t i : claims) {
    const Claim& teller = event.claims[tellers[i].claim];
    const bool says_so = meet(*teller.range, *event.claims[i].range);
    sources.push_back(source_of(says_so ? teller.doc : event.claims[i].doc, voices));
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

}  // namespace fasti
