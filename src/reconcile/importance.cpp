#include "reconcile/importance.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace fasti {

namespace {

constexpr double for_doubled_sources = 1;
constexpr double for_even_evidence = 2;

std::size_t sources_in(const Conflict& conflict) {
  std::set<std::string_view> sources;
  for (const Candidate& candidate : conflict.candidates)
    sources.insert(candidate.sources.begin(), candidate.sources.end());
  return sources.size();
}

}  // namespace

double importance_of(const Conflict& conflict, double event_weight) {
  const double sources = static_cast<double>(std::max<std::size_t>(1, sources_in(conflict)));
  const double openness = 1 - std::clamp(conflict.margin, 0.0, 1.0);
  const double sum = event_weight + for_doubled_sources * std::log2(sources) + for_even_evidence * openness;
  return std::round(sum * 100) / 100;
}

}  // namespace fasti
