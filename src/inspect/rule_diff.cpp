#include "inspect/rule_diff.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "timeline/build.h"

namespace fasti {

namespace {

bool same(const Timex& a, const Timex& b) {
  return a.span == b.span && a.value == b.value && a.mod == b.mod && a.type == b.type && a.rule == b.rule &&
         a.range == b.range;
}

// Both lists ascend and none of them overlaps itself.
std::vector<Change> changes_of(const std::vector<Timex>& before, const std::vector<Timex>& after) {
  std::vector<Change> changes;
  std::size_t b = 0;
  std::size_t a = 0;
  while (b < before.size() || a < after.size()) {
    if (b < before.size() && a < after.size() && overlaps(before[b].span, after[a].span)) {
      if (!same(before[b], after[a])) changes.push_back({b, a});
      ++b;
      ++a;
    } else if (a == after.size() || (b < before.size() && before[b].span < after[a].span)) {
      changes.push_back({b++, std::nullopt});
    } else {
      changes.push_back({std::nullopt, a++});
    }
  }
  return changes;
}

bool same(const Published& a, const Published& b) { return a.basis == b.basis && a.range == b.range; }

// ---- events ----

using Words = std::tuple<std::string, Span>;  // that tell an event
Words words_of(const Claim& claim) { return {claim.doc, claim.mention.span}; }

bool same(const Event& a, const Event& b) {
  if (a.label != b.label || a.type != b.type || a.claims.size() != b.claims.size()) return false;
  for (std::size_t i = 0; i < a.claims.size(); ++i)
    if (words_of(a.claims[i]) != words_of(b.claims[i]) || a.claims[i].range != b.claims[i].range ||
        a.claims[i].role != b.claims[i].role)
      return false;
  return true;
}

bool same(const TimelineEvent& a, const TimelineEvent& b) {
  return a.verdict.status == b.verdict.status && a.verdict.date == b.verdict.date && same(a.event, b.event);
}

struct Kinship {
  std::size_t shared = 0;  // claims
  std::size_t before = 0;
  std::size_t after = 0;
};

// Pairs of events that share claims, those that share most first.
std::vector<Kinship> kinships_of(const Timeline& before, const Timeline& after) {
  std::multimap<Words, std::size_t> told_by;
  for (std::size_t e = 0; e < before.events.size(); ++e)
    for (const Claim& claim : before.events[e].event.claims) told_by.emplace(words_of(claim), e);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
  for (std::size_t e = 0; e < after.events.size(); ++e)
    for (const Claim& claim : after.events[e].event.claims) {
      const auto [first, last] = told_by.equal_range(words_of(claim));
      for (auto other = first; other != last; ++other) ++shared[{other->second, e}];
    }
  std::vector<Kinship> kinships;
  for (const auto& [pair, count] : shared) kinships.push_back({count, pair.first, pair.second});
  std::stable_sort(kinships.begin(), kinships.end(),
                   [](const Kinship& a, const Kinship& b) { return a.shared > b.shared; });
  return kinships;
}

std::vector<Change> changes_of(const Timeline& before, const Timeline& after) {
  std::vector<bool> met_before(before.events.size(), false);
  std::vector<bool> met_after(after.events.size(), false);
  std::vector<Change> changes;
  for (const Kinship& kin : kinships_of(before, after)) {
    if (met_before[kin.before] || met_after[kin.after]) continue;
    met_before[kin.before] = met_after[kin.after] = true;
    if (!same(before.events[kin.before], after.events[kin.after])) changes.push_back({kin.before, kin.after});
  }
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.after < b.after; });
  for (std::size_t e = 0; e < before.events.size(); ++e)
    if (!met_before[e]) changes.push_back({e, std::nullopt});
  for (std::size_t e = 0; e < after.events.size(); ++e)
    if (!met_after[e]) changes.push_back({std::nullopt, e});
  return changes;
}

}  // namespace

RuleReading read_with(const std::vector<Article>& articles, const RuleSet& rules, const Profile& profile,
                      const std::optional<DateRange>& published) {
  RuleReading reading;
  reading.documents = date_articles(articles, rules, profile, published);
  reading.timeline = build_timeline(reading.documents, rules);
  return reading;
}

RuleDiff compare(const RuleReading& before, const RuleReading& after) {
  RuleDiff diff;
  for (std::size_t d = 0; d < before.documents.size(); ++d) {
    RuleDiff::InDocument here{d, changes_of(before.documents[d].timexes, after.documents[d].timexes),
                              !same(before.documents[d].published, after.documents[d].published)};
    if (here.published || !here.timexes.empty()) diff.documents.push_back(std::move(here));
  }
  diff.events = changes_of(before.timeline, after.timeline);
  return diff;
}

}  // namespace fasti
