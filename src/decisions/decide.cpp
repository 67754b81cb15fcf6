// Decisions are taken one after the other, twice: first those that change what is one event, because the
// others are about the events that come of it; then those about dates, claims and sources. A decision finds
// its event by id, or by the claims that it had when it was decided, the founding one first.
#include "decisions/decide.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "decisions/docket.h"
#include "decisions/grouping.h"
#include "decisions/regroup.h"
#include "reconcile/candidates.h"

namespace fasti {

std::string_view to_string(Force force) {
  constexpr std::string_view names[] = {"holds", "stale", "superseded", "withdrawn", "lost"};
  return names[static_cast<int>(force)];
}

namespace {

DecidedBy by(const Decision& decision) { return {decision.who, decision.when, decision.why}; }

// Which decision sets a claim aside; rejecting it is the stronger.
struct Verdicts {
  std::vector<std::optional<std::size_t>> accepted;  // by group
  std::map<std::size_t, std::size_t> rejected;       // by claim
  std::map<std::string, std::size_t> distrusted;     // by source
};

void accept(std::size_t i, Docket& docket, const Grouping& grouping, Verdicts& verdicts) {
  const Decision& decision = docket.decision(i);
  const auto group = grouping.find(decision.event, decision.seen);
  if (!group) return docket.lose_event(i, decision.event);
  docket.is_about(i, grouping.id_of(*group));
  if (const auto& before = verdicts.accepted[*group]) docket.supersede(*before, i);
  verdicts.accepted[*group] = i;
}

void reject(std::size_t i, Docket& docket, const Grouping& grouping, Verdicts& verdicts) {
  const Decision& decision = docket.decision(i);
  const auto group = grouping.find(decision.event, decision.seen);
  if (group) docket.is_about(i, grouping.id_of(*group));
  bool any = false;
  for (const ClaimKey& key : decision.claims) {
    const auto claim = grouping.find(key, group);
    if (claim) verdicts.rejected[*claim] = i;
    any = any || claim;
  }
  if (!any)
    docket.lose(i, fmt::format("the claim that this decision rejects is not there: {}",
                               in_words(decision.claims.front())));
}

void distrust(std::size_t i, Docket& docket, const std::vector<Voice>& voices, Verdicts& verdicts) {
  const std::string& source = docket.decision(i).source;
  const auto before = verdicts.distrusted.find(source);
  if (before != verdicts.distrusted.end()) docket.supersede(before->second, i);
  verdicts.distrusted[source] = i;
  std::vector<std::string> names;
  for (const Voice& voice : voices) names.push_back(voice.source);
  if (std::find(names.begin(), names.end(), source) != names.end()) return;
  const auto nearest = nearest_word(source, names);
  docket.lose(i, fmt::format("no article is of the source \"{}\"{}", source,
                             nearest ? fmt::format("; there is \"{}\"", *nearest) : ""));
}

// A rejection whose claims were all rejected once more holds nothing any longer.
void look_back_at_rejections(Docket& docket, const Grouping& grouping, const Verdicts& verdicts) {
  std::set<std::size_t> holding;
  for (const auto& [claim, i] : verdicts.rejected) holding.insert(i);
  for (std::size_t i = 0; i < docket.size(); ++i) {
    const Decision& decision = docket.decision(i);
    if (decision.kind != DecisionKind::reject_claim || !docket.in_force(i) || holding.contains(i)) continue;
    const auto claim = grouping.find(decision.claims.front(), grouping.find(decision.event, decision.seen));
    docket.supersede(i, claim ? verdicts.rejected.at(*claim) : i);
  }
}

Verdicts judge(Docket& docket, const Grouping& grouping, const std::vector<Voice>& voices) {
  Verdicts verdicts;
  verdicts.accepted.resize(grouping.groups());
  for (std::size_t i = 0; i < docket.size(); ++i) {
    if (!docket.in_force(i)) continue;
    if (is_about_groups(docket.decision(i))) look_back_at_groups(i, docket, grouping);
    if (docket.decision(i).kind == DecisionKind::accept_date) accept(i, docket, grouping, verdicts);
    if (docket.decision(i).kind == DecisionKind::reject_claim) reject(i, docket, grouping, verdicts);
    if (docket.decision(i).kind == DecisionKind::distrust_source) distrust(i, docket, voices, verdicts);
  }
  look_back_at_rejections(docket, grouping, verdicts);
  return verdicts;
}

std::vector<SetAside> set_aside(std::size_t group, const Grouping& grouping, const Verdicts& verdicts,
                                const Docket& docket, const std::vector<Voice>& voices) {
  std::vector<SetAside> all;
  const auto& claims = grouping.claims_of(group);
  for (std::size_t place = 0; place < claims.size(); ++place) {
    const auto rejected = verdicts.rejected.find(claims[place]);
    const auto distrusted = verdicts.distrusted.find(source_of(grouping.claim(claims[place]).doc, voices));
    if (rejected != verdicts.rejected.end())
      all.push_back({place, false, by(docket.decision(rejected->second))});
    else if (distrusted != verdicts.distrusted.end())
      all.push_back({place, true, by(docket.decision(distrusted->second))});
  }
  return all;
}

// Decisions on a date or a claim whose event has got claims since. (After a split or a merge the event has
// claims and lacks some by design.)
void look_for_new_claims(Docket& docket, const Grouping& grouping, std::vector<Judged>& judged) {
  for (std::size_t i = 0; i < docket.size(); ++i) {
    const Decision& decision = docket.decision(i);
    if (!docket.in_force(i) || decision.event.empty()) continue;
    const auto group = grouping.find(decision.event, decision.seen);
    if (!group) continue;
    if (is_about_groups(decision) || decision.kind == DecisionKind::withdraw) continue;
    const auto unseen = docket.look_for_new_claims(i, grouping, *group);
    if (judged[*group].accepted == i) judged[*group].unseen = unseen;
  }
}

}  // namespace

Applied apply_decisions(std::vector<Event> events, const Decisions& decisions,
                        const std::vector<Voice>& voices_as_given) {
  Applied applied;
  if (decisions.list.empty()) {
    applied.judged.resize(events.size());
    applied.events = std::move(events);
    return applied;
  }
  std::vector<Voice> voices = voices_as_given;
  std::sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) { return a.doc < b.doc; });
  Docket docket(decisions);
  applied.events = regrouped(std::move(events), docket);
  const Grouping grouping(applied.events);
  const Verdicts verdicts = judge(docket, grouping, voices);
  for (std::size_t group = 0; group < grouping.groups(); ++group)
    applied.judged.push_back(
        {verdicts.accepted[group], {}, set_aside(group, grouping, verdicts, docket, voices)});
  look_for_new_claims(docket, grouping, applied.judged);
  docket.hand_over(applied);
  return applied;
}

}  // namespace fasti
