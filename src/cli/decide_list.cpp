#include "cli/decide_list.h"

#include <set>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "cli/decide_names.h"

namespace fasti::cli {

namespace {

std::string date_text(const Decision& decision) { return decision.date ? to_edtf(*decision.date) : ""; }

// What the last build made of decision i; none where it did not know it yet.
const Precedent* past(std::size_t i, const Timeline& timeline, const Decisions& made) {
  if (i >= timeline.decisions.size()) return nullptr;
  const Precedent& then = timeline.decisions[i];
  const Decision& now = made.list[i];
  const bool same = then.decision.kind == now.kind && date_text(then.decision) == date_text(now) &&
                    then.decision.who == now.who && to_edtf(then.decision.when) == to_edtf(now.when) &&
                    then.decision.source == now.source;
  return same ? &then : nullptr;
}

std::string about(std::size_t i, const Timeline& timeline, const Decisions& made) {
  const Precedent* then = past(i, timeline, made);
  return then != nullptr && !then->event.empty() ? then->event : made.list[i].event;
}

std::string claims_text(const std::vector<ClaimKey>& claims) {
  return claims.empty() ? "" : in_words(claims.front()) + (claims.size() > 1 ? " …" : "");
}

std::string what(std::size_t i, const Timeline& timeline, const Decisions& made) {
  const Decision& decision = made.list[i];
  std::string text(to_string(decision.kind));
  if (decision.takes_back) text += fmt::format(" of {}", to_string(*decision.takes_back));
  const bool merge = decision.kind == DecisionKind::merge;
  // Merged events have one id now, which says nothing of the two that were.
  for (const std::string& part : {merge ? decision.event : about(i, timeline, made), date_text(decision),
                                  decision.with, decision.source, merge ? "" : claims_text(decision.claims)})
    if (!part.empty()) text += " " + part;
  return text;
}

std::string line_of(std::size_t i, const Timeline& timeline, const Decisions& made) {
  const Decision& decision = made.list[i];
  const Precedent* then = past(i, timeline, made);
  std::string force = then != nullptr ? std::string(to_string(then->force)) : "not built yet";
  if (then != nullptr && !then->unseen.empty()) force += fmt::format(", {} new", then->unseen.size());
  return fmt::format("{}  {}  {}, {} {}{}\n", i + 1, force, what(i, timeline, made), decision.who,
                     to_edtf(decision.when), decision.why.empty() ? "" : ": " + decision.why);
}

// Which decisions a later one takes back, as fasti build counts it (decide.cpp).
std::set<std::size_t> withdrawn(const Decisions& made) {
  std::set<std::size_t> gone;
  const Applied applied = apply_decisions({}, made, {});
  for (std::size_t i = 0; i < applied.precedents.size(); ++i)
    if (applied.precedents[i].force == Force::withdrawn) gone.insert(i);
  return gone;
}

}  // namespace

std::string list_of_decisions(const Timeline& timeline, const Decisions& made) {
  std::string text;
  for (const OpenConflict& open : open_conflicts(timeline))
    text += fmt::format("open  {}  {}: {}\n", open.event, open.label, open.dates);
  if (text.empty()) text = "no conflict is open\n";
  for (std::size_t i = 0; i < made.list.size(); ++i) text += line_of(i, timeline, made);
  if (made.list.empty()) text += "nothing is decided yet\n";
  return text;
}

std::optional<Decision> last_decision_on(const std::string& event, const std::string& source,
                                         const Timeline& timeline, const Decisions& made) {
  const std::set<std::size_t> gone = withdrawn(made);
  for (std::size_t i = made.list.size(); i-- > 0;) {
    const Decision& decision = made.list[i];
    if (decision.kind == DecisionKind::withdraw || gone.contains(i)) continue;
    const bool on_event = !event.empty() && (decision.event == event || about(i, timeline, made) == event);
    const bool on_source = !source.empty() && decision.source == source;
    if (on_event || on_source) return decision;
  }
  return std::nullopt;
}

std::string event_to_undo(const std::string& letters, const Timeline& timeline, const Decisions& made) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < made.list.size(); ++i)
    for (const std::string& id : {made.list[i].event, about(i, timeline, made)})
      if (!id.empty() && id.starts_with(letters)) ids.insert(id);
  if (ids.contains(letters)) return letters;
  if (ids.size() == 1) return *ids.begin();
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "nothing-to-undo";
  d.message = letters.empty() ? "it is not said on which event a decision is taken back"
              : ids.empty()   ? fmt::format("nothing is decided on an event \"{}\"", letters)
                              : fmt::format("decisions on several events begin with \"{}\"", letters);
  d.hint = "fasti decide DIR --list tells what is decided";
  throw InputError(d);
}

}  // namespace fasti::cli
