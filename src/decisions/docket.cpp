#include "decisions/docket.h"

#include <algorithm>

#include <fmt/format.h>

namespace fasti {

namespace {

bool same_matter(const Decision& withdrawal, const Decision& other) {
  const auto fits = [](const auto& wanted, const auto& given) { return wanted.empty() || wanted == given; };
  return withdrawal.takes_back == other.kind && fits(withdrawal.event, other.event) &&
         fits(withdrawal.claims, other.claims) && fits(withdrawal.with, other.with) &&
         fits(withdrawal.source, other.source);
}

}  // namespace

Docket::Docket(const Decisions& decisions) {
  for (std::size_t i = 0; i < decisions.list.size(); ++i) {
    Precedent precedent;
    precedent.decision = decisions.list[i];
    precedent.event = decisions.list[i].event;
    precedent.place.path = decisions.path;
    if (i < decisions.lines.size()) precedent.place.line = decisions.lines[i];
    precedents_.push_back(std::move(precedent));
  }
  withdraw();
}

// A withdrawal takes back the last decision on its matter that is not taken back yet.
void Docket::withdraw() {
  for (std::size_t w = 0; w < size(); ++w) {
    if (decision(w).kind != DecisionKind::withdraw) continue;
    std::size_t i = w;
    while (i > 0 && !(in_force(i - 1) && same_matter(decision(w), decision(i - 1)))) --i;
    if (i > 0)
      precedents_[i - 1].force = Force::withdrawn;
    else
      lose(w, "there is no decision before this one that it could take back");
  }
}

void Docket::lose(std::size_t i, std::string message) {
  precedents_[i].force = Force::lost;
  tell(i, Severity::warning, "decision-lost", std::move(message),
       "it is kept, and holds again when what it is about is there");
}

void Docket::lose_event(std::size_t i, const std::string& id) {
  lose(i, fmt::format("the event {} of this decision is not there", id));
}

void Docket::supersede(std::size_t i, std::size_t by) {
  precedents_[i].force = Force::superseded;
  const std::size_t line = precedents_[by].place.line;
  const std::string where = line > 0 ? fmt::format(" (line {})", line) : "";
  tell(i, Severity::note, "decision-superseded",
       fmt::format("a later decision on the same matter{} holds instead of this one", where), "");
}

std::vector<std::size_t> Docket::look_for_new_claims(std::size_t i, const Grouping& grouping,
                                                     std::size_t group) {
  std::vector<std::size_t> unseen;
  if (!decision(i).seen.empty()) unseen = grouping.unseen(group, decision(i).seen);
  if (unseen.empty()) return unseen;
  precedents_[i].force = Force::stale;
  auto& keys = precedents_[i].unseen;
  for (const std::size_t place : unseen)
    keys.push_back(key_of(grouping.claim(grouping.claims_of(group)[place])));
  const std::string how_many =
      keys.size() == 1 ? "a claim of its event is" : fmt::format("{} claims of its event are", keys.size());
  tell(i, Severity::warning, "decision-stale",
       fmt::format("this decision still holds, but {} new since: {}{}", how_many, in_words(keys.front()),
                   keys.size() > 1 ? " …" : ""),
       "look at it again; if it is still right, make it once more");
  return unseen;
}

void Docket::tell(std::size_t i, Severity severity, std::string code, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place = precedents_[i].place;
  diagnostics_.push_back(std::move(d));
}

void Docket::hand_over(Applied& applied) {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.place.line < b.place.line; });
  applied.diagnostics = std::move(diagnostics_);
  applied.precedents = std::move(precedents_);
}

}  // namespace fasti
