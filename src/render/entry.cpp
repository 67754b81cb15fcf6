#include "render/entry.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace fasti {

namespace {

// Each voice once, in the order of the documents.
template <typename Documents, typename Name>
std::vector<Witness> voices_of(const Documents& documents, const Voices& voices, Name name) {
  std::vector<Witness> found;
  std::set<std::string> seen;
  for (const auto& document : documents) {
    const std::string* doc = name(document);
    if (doc && seen.insert(voice_of(voices, *doc).name).second) found.push_back(voice_of(voices, *doc));
  }
  return found;
}

// Those who say just this date; the conflict's own list where the claims are not at hand.
std::vector<Witness> voices_of(const Candidate& candidate, const Event& event, const Voices& voices) {
  const auto by_index = [&](std::size_t i) {
    return i < event.claims.size() ? &event.claims[i].doc : nullptr;
  };
  const std::vector<Witness> found = voices_of(candidate.claims, voices, by_index);
  if (!found.empty()) return found;
  return voices_of(candidate.sources, voices, [](const std::string& source) { return &source; });
}

void add_candidates(Entry& entry, const Voices& voices) {
  const std::optional<std::size_t> preferred = entry.conflict->preferred;
  for (std::size_t i = 0; i < entry.conflict->candidates.size(); ++i) {
    const Candidate& candidate = entry.conflict->candidates[i];
    const Standing standing = !preferred        ? Standing::open
                              : *preferred == i ? Standing::sure
                                                : Standing::rival;
    entry.dates.push_back({candidate.range, voices_of(candidate, entry.told->event, voices), standing});
  }
}

// The verdict's date is the only sure one, also where a person chose a date that no source gave.
void add_verdict(Entry& entry) {
  const std::optional<DateRange>& date = entry.told->verdict.date;
  if (!date) return;
  bool is_candidate = false;
  for (DatedBy& one : entry.dates) {
    const bool is_it = one.range == *date && !is_candidate;
    one.standing = is_it ? Standing::sure : Standing::rival;
    is_candidate = is_candidate || is_it;
  }
  if (!is_candidate) entry.dates.insert(entry.dates.begin(), {*date, {}, Standing::sure});
}

Moment start_of(const DateRange& range) { return range.open_start ? range.latest : range.earliest; }

std::optional<std::size_t> anchor_of(const std::vector<DatedBy>& dates) {
  if (dates.empty()) return std::nullopt;
  std::size_t best = 0;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].standing == Standing::sure) return i;
    if (start_of(dates[i].range) < start_of(dates[best].range)) best = i;
  }
  return best;
}

}  // namespace

Voices voices_of(const Timeline& timeline) {
  Voices voices;
  for (const Source& source : timeline.sources)
    voices[source.id] = {source.source.empty() ? source.id : source.source, source.url};
  return voices;
}

Witness voice_of(const Voices& voices, const std::string& doc) {
  const auto found = voices.find(doc);
  return found == voices.end() ? Witness{doc, ""} : found->second;
}

std::vector<Entry> entries_of(const Timeline& timeline, const Voices& voices) {
  std::unordered_map<std::string, const Conflict*> conflicts;
  for (const Conflict& conflict : timeline.conflicts) conflicts.emplace(conflict.event, &conflict);
  std::vector<Entry> entries;
  entries.reserve(timeline.events.size());
  for (const TimelineEvent& told : timeline.events) {
    if (!told.shown) continue;
    Entry entry;
    entry.told = &told;
    const auto conflict = conflicts.find(told.event.id);
    if (conflict != conflicts.end()) entry.conflict = conflict->second;
    if (entry.conflict) add_candidates(entry, voices);
    add_verdict(entry);
    entry.anchor = anchor_of(entry.dates);
    entry.voices = voices_of(told.event.claims, voices, [](const Claim& claim) { return &claim.doc; });
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace fasti
