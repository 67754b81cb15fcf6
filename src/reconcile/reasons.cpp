#include "reconcile/reasons.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "trust/shares.h"

namespace fasti {

namespace {

constexpr std::size_t most_named = 5;
constexpr std::size_t named_of_many = 3;

std::string words(const DateRange& range, const DateWording& wording) { return in_words(range, wording); }

std::string times(double count) {
  return count == std::floor(count) ? fmt::format("{:.0f}", count) : fmt::format("{:.1f}", count);
}

// Rings of several sources that speak here: they count once.
std::vector<std::string> copies_in(const Ballot& ballot, const Light& light) {
  std::map<std::uint32_t, std::vector<std::string>> speaking;  // by ring; a ballot has its sources in order
  for (const Say& say : ballot.says) {
    std::vector<std::string>& names = speaking[light.learned.rings.of_source[say.source]];
    const std::string& name = light.ballots.sources[say.source];
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  std::vector<std::string> told;
  for (const auto& [ring, names] : speaking)
    if (names.size() > 1) told.push_back(list_of(names));
  return told;
}

// The voice that weighs most for a candidate, and why it does.
std::string record_behind(std::uint32_t candidate, const Ballot& ballot, const Light& light) {
  const Share* best = nullptr;
  const auto shares = shares_of(ballot, light.learned.rings);
  double most = 0;
  for (const Share& share : shares) {
    const double trust = share.part * trust_in(light.learned, share.ring, ballot.kind);
    if (share.candidate != candidate || trust <= most) continue;
    best = &share;
    most = trust;
  }
  if (best == nullptr) return "";
  const std::string& name = light.ballots.sources[light.learned.rings.members[best->ring].front()];
  const Record& here = light.learned.record(best->ring, ballot.kind);
  if (here.settled > 0)
    return fmt::format("{} was right in {} of {} settled cases of this kind", name, times(here.right),
                       times(here.settled));
  const Record& all = light.learned.records_over_all[best->ring];
  if (all.settled > 0)
    return fmt::format("{} was right in {} of {} settled cases", name, times(all.right), times(all.settled));
  return "";
}

std::string length_in_words(std::int64_t seconds) {
  constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
  const std::int64_t length = std::abs(seconds);
  const auto told = [&](std::int64_t unit, const char* name) {
    const std::int64_t count = (length + unit / 2) / unit;
    return fmt::format("{} {}{}", count, name, count == 1 ? "" : "s");
  };
  if (length < 2 * hour) return told(minute, "minute");
  return length < 2 * day ? told(hour, "hour") : told(day, "day");
}

// Where sources of several camps speak: they may mean different things.
std::string camps_in(const Ballot& ballot, const Light& light) {
  const std::vector<Camp>& camps = light.learned.camps[ballot.kind];
  if (!divided(camps)) return "";
  std::set<std::size_t> here;
  for (const Share& share : shares_of(ballot, light.learned.rings)) {
    const std::size_t camp = light.learned.camp_of[ballot.kind][share.ring];
    if (camp < camps.size() && camps[camp].rings.size() > 1) here.insert(camp);
  }
  if (here.size() < 2) return "";
  const std::size_t first = *here.begin();
  const std::size_t second = *std::next(here.begin());
  const auto name = [&](std::size_t c) {
    return light.ballots.sources[light.learned.rings.members[camps[c].rings.front()].front()];
  };
  const std::int64_t apart = camps[second].after_first - camps[first].after_first;
  return fmt::format(
      "sources that go with {} give dates {} {} than those that go with {}, as a rule, so the two may mean "
      "different things",
      name(second), length_in_words(apart), apart < 0 ? "earlier" : "later", name(first));
}

}  // namespace

std::string list_of(const std::vector<std::string>& names) {
  if (names.size() < 2) return names.empty() ? "" : names.front();
  if (names.size() > most_named) {
    return fmt::format("{} and {} others", fmt::join(names.begin(), names.begin() + named_of_many, ", "),
                       names.size() - named_of_many);
  }
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string reason_of_agreement(const Verdict& verdict, const std::vector<std::string>& sources,
                                const std::vector<std::string>& saying_it, const DateWording& wording) {
  const std::string when = words(*verdict.date, wording);
  if (verdict.status == Status::single)
    return fmt::format("Only {} gives a date: {}.", sources.front(), when);
  if (verdict.status == Status::agreed)
    return fmt::format("{} give the same date: {}.", list_of(saying_it), when);
  if (saying_it.empty())
    return fmt::format("The dates of {} taken together leave {}.", list_of(sources), when);
  return fmt::format("{} is most precise: {}; what the others say agrees with it.", saying_it.front(), when);
}

std::string with_shared_voices(std::string reason, const Event& event, const std::vector<Voice>& voices) {
  if (std::all_of(event.claims.begin(), event.claims.end(), speaks_for_itself)) return reason;
  // By the source whose text it is, and by the house that is cited, as the first to cite it spells it.
  std::map<std::string, std::set<std::string>> copies, citing;
  std::map<std::string, std::string> spelled;
  for (const Claim& claim : event.claims) {
    const std::string source = source_of(claim.doc, voices);
    const std::string house = cited_house(claim);
    if (!claim.copy_of.empty()) {
      const std::string origin = source_of(claim.copy_of, voices);
      if (origin != source) copies[origin].insert(source);
    } else if (!house.empty()) {
      citing[house].insert(source);
      spelled.emplace(house, claim.attributed_to.name);
    }
  }
  const auto add = [&](const std::set<std::string>& names, std::string_view one, std::string_view several,
                       const std::string& whom) {
    if (reason.ends_with('.')) reason.pop_back();
    reason += fmt::format("; {} {} {}: one voice.", list_of({names.begin(), names.end()}),
                          names.size() == 1 ? one : several, whom);
  };
  for (const auto& [origin, names] : copies) add(names, "copies the text of", "copy the text of", origin);
  for (const auto& [house, names] : citing)
    if (names.size() > 1) add(names, "", "cite", spelled[house]);
  return reason;
}

std::string reason_of_dispute(const Conflict& conflict, const Cause& cause,
                              const std::vector<std::size_t>& order, const Ballot& ballot,
                              const Light& light) {
  std::vector<std::string> sides;
  for (const Candidate& candidate : conflict.candidates)
    sides.push_back(
        fmt::format("{} ({})", words(candidate.range, light.wording), list_of(candidate.sources)));
  std::string text = fmt::format("The sources give {}", list_of(sides));
  for (const std::string& copies : copies_in(ballot, light))
    text += fmt::format("; {} share their errors and count once", copies);
  if (const std::string camps = camps_in(ballot, light); !camps.empty()) text += "; " + camps;
  if (!conflict.preferred) return text + "; the evidence is too even to prefer one.";
  const Candidate& preferred = conflict.candidates[*conflict.preferred];
  text += fmt::format("; {} is preferred", words(preferred.range, light.wording));
  if (cause.explained && cause.explained != order[*conflict.preferred])
    return text + fmt::format(", because {}.", cause.reason);
  text += fmt::format(", with {:.0f} per cent of the evidence", 100 * preferred.weight);
  const std::string record =
      record_behind(static_cast<std::uint32_t>(order[*conflict.preferred]), ballot, light);
  return record.empty() ? text + "." : text + fmt::format(": {}.", record);
}

std::string what_would_change(const Conflict& conflict, const std::vector<std::size_t>& order,
                              const Ballot& ballot, const Light& light) {
  const auto voices_for = [&](std::size_t candidate) {
    double voices = 0;
    for (const Share& share : shares_of(ballot, light.learned.rings))
      if (share.candidate == order[candidate]) voices += share.part;
    return voices;
  };
  const Candidate& first = conflict.candidates[0];
  const Candidate& second = conflict.candidates[1];
  if (!conflict.preferred)
    return fmt::format("One more independent source for {} or {} would tip it.",
                       words(first.range, light.wording), words(second.range, light.wording));
  // As heavy as the present voices for the first date are on average.
  const double one = first.weight / std::max(1.0, voices_for(0));
  // So many that the lead is less than a clear one of the new whole: lead - n * one < clear * (1 + n * one).
  const double surplus = first.weight - second.weight - light.clear_margin;
  const double needed = std::floor(surplus / (one * (1 + light.clear_margin))) + 1;
  return fmt::format(
      "{:.0f} more independent source{} for {}, as trusted as those for {}, would leave it open.", needed,
      needed == 1 ? "" : "s", words(second.range, light.wording), words(first.range, light.wording));
}

}  // namespace fasti
