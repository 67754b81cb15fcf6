#include "render/swim_lanes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace fasti {

namespace {

// A date as one lane's name gives it; lanes have no numbers yet.
struct Told {
  std::string lane;
  DatedBy date;
};

using ToldByEntry = std::vector<std::vector<Told>>;

// --- by source

bool is_new(const std::vector<Told>& told, const std::string& lane, const DateRange& range) {
  return std::none_of(told.begin(), told.end(),
                      [&](const Told& t) { return t.lane == lane && t.date.range == range; });
}

bool tells(const std::vector<Told>& told, const std::string& lane) {
  return std::any_of(told.begin(), told.end(), [&](const Told& t) { return t.lane == lane; });
}

// A source that names one of the candidates is shown there.
void add_candidates(std::vector<Told>& told, const Entry& entry) {
  if (!entry.conflict) return;
  for (const DatedBy& date : entry.dates)
    for (const Witness& voice : date.who)
      if (is_new(told, voice.name, date.range))
        told.push_back({voice.name, {date.range, {voice}, date.standing}});
}

// Others are shown where they say it: at the finest date that they give. Where no date is preferred, theirs,
// which fits several, is no surer than those.
void add_claims(std::vector<Told>& told, const Entry& entry, const Voices& voices) {
  const bool is_open = std::any_of(entry.dates.begin(), entry.dates.end(),
                                   [](const DatedBy& date) { return date.standing == Standing::open; });
  const Standing standing = is_open ? Standing::open : Standing::sure;
  std::map<std::string, DatedBy> finest;
  for (const Claim& claim : entry.told->event.claims) {
    const Witness voice = voice_of(voices, claim.doc);
    if (!claim.range || tells(told, voice.name)) continue;
    const auto [known, added] = finest.try_emplace(voice.name, DatedBy{*claim.range, {voice}, standing});
    if (!added && finer(*claim.range, known->second.range)) known->second.range = *claim.range;
  }
  for (auto& [name, date] : finest) told.push_back({name, std::move(date)});
}

// What no source says, such as a person's own date, has a lane without a source.
void add_unsaid(std::vector<Told>& told, const Entry& entry, const std::string& nobody) {
  for (const DatedBy& date : entry.dates) {
    const bool is_said =
        std::any_of(told.begin(), told.end(), [&](const Told& t) { return t.date.range == date.range; });
    const bool is_needed = entry.conflict ? date.who.empty() : told.empty();
    if (!is_said && is_needed) told.push_back({nobody, date});
  }
}

ToldByEntry told_by_source(const std::vector<Entry>& entries, const Voices& voices,
                           const std::string& nobody) {
  ToldByEntry all;
  for (const Entry& entry : entries) {
    std::vector<Told> told;
    if (entry.anchor) {
      add_candidates(told, entry);
      add_claims(told, entry, voices);
      add_unsaid(told, entry, nobody);
    }
    all.push_back(std::move(told));
  }
  return all;
}

// --- by type

// The widest kind that a claim of the event's type has: a miscarriage is a loss, which is a death.
std::string kind_of(const Event& event) {
  for (const Claim& claim : event.claims)
    if (claim.mention.type == event.type && !claim.mention.kinds.empty()) return claim.mention.kinds.back();
  return event.type;
}

// What the language calls it, else the rules' own name: loss-at-sea -> Loss at sea.
std::string name_of_kind(const std::string& kind, const Phrases& phrases) {
  if (kind.empty() || kind == "event") return say(phrases, "lane-of-no-type");
  if (has_phrase(phrases, "type-" + kind)) return say(phrases, "type-" + kind);
  std::string name = kind;
  std::replace(name.begin(), name.end(), '-', ' ');
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

ToldByEntry told_by_type(const std::vector<Entry>& entries, const Phrases& phrases) {
  ToldByEntry all;
  for (const Entry& entry : entries) {
    std::vector<Told> told;
    for (const DatedBy& date : entry.dates)
      told.push_back({name_of_kind(kind_of(entry.told->event), phrases), date});
    all.push_back(std::move(told));
  }
  return all;
}

// --- lanes

// The fullest first, then by name.
std::vector<SwimLane> lanes_of(const ToldByEntry& all) {
  std::map<std::string, std::size_t> events;
  for (const std::vector<Told>& told : all) {
    std::vector<std::string> names;
    for (const Told& one : told) names.push_back(one.lane);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names) ++events[name];
  }
  std::vector<SwimLane> lanes;
  for (const auto& [name, count] : events) lanes.push_back({name, count});
  std::stable_sort(lanes.begin(), lanes.end(),
                   [](const SwimLane& a, const SwimLane& b) { return a.events > b.events; });
  return lanes;
}

// Of the dates in one lane that which counts most carries the card: the sure one, else the earliest.
void choose_cards(std::vector<LaneDate>& dates, const std::optional<DateRange>& anchor) {
  const auto rank = [&](const LaneDate& d) {
    return std::tuple(d.date.standing == Standing::sure ? 0
                      : anchor == d.date.range          ? 1
                                                        : 2,
                      d.date.range.earliest);
  };
  std::stable_sort(dates.begin(), dates.end(), [&](const LaneDate& a, const LaneDate& b) {
    return std::tuple(a.lane, rank(a)) < std::tuple(b.lane, rank(b));
  });
  for (std::size_t i = 0; i < dates.size(); ++i)
    dates[i].carries_card = i == 0 || dates[i - 1].lane != dates[i].lane;
}

// In a lane that several share, a date has one mark, with all who say it.
void join_equal(std::vector<LaneDate>& dates) {
  std::vector<LaneDate> joined;
  for (LaneDate& date : dates) {
    const auto known = std::find_if(joined.begin(), joined.end(), [&](const LaneDate& d) {
      return d.lane == date.lane && d.date.range == date.date.range;
    });
    if (known == joined.end())
      joined.push_back(std::move(date));
    else
      known->date.who.insert(known->date.who.end(), date.date.who.begin(), date.date.who.end());
  }
  dates = std::move(joined);
}

// How many lanes stand for themselves.
std::size_t lanes_kept(const std::vector<SwimLane>& lanes, LanesBy by) {
  constexpr std::size_t few_types = 6;
  std::size_t kept = lanes.size();
  if (by == LanesBy::type && lanes.size() > few_types)
    while (kept > 0 && lanes[kept - 1].events == 1) --kept;
  if (kept == lanes.size() || kept + 1 == lanes.size()) kept = lanes.size();  // nobody shares a lane alone
  return kept == lanes.size() && kept <= most_lanes ? kept : std::min(kept, most_lanes - 1);
}

}  // namespace

SwimLanes swim_lanes(const Timeline& timeline, const std::vector<Entry>& entries, const Voices& voices,
                     LanesBy by) {
  const ToldByEntry all = by == LanesBy::source
                              ? told_by_source(entries, voices, say(timeline.phrases, "lane-of-no-source"))
                              : told_by_type(entries, timeline.phrases);
  SwimLanes found;
  found.lanes = lanes_of(all);
  const std::size_t kept = lanes_kept(found.lanes, by);
  std::unordered_map<std::string, std::size_t> number;
  for (std::size_t i = 0; i < found.lanes.size(); ++i) number[found.lanes[i].name] = std::min(i, kept);
  found.others = found.lanes.size() - kept;
  found.lanes.resize(kept);
  const std::string_view shared = by == LanesBy::source ? "other-sources" : "other-types";
  if (found.others > 0) found.lanes.push_back({say_number(timeline.phrases, shared, found.others), 0});

  for (std::size_t e = 0; e < all.size(); ++e) {
    std::vector<LaneDate> dates;
    for (const Told& told : all[e]) dates.push_back({number[told.lane], told.date, true});
    join_equal(dates);
    std::optional<DateRange> anchor;
    if (entries[e].anchor) anchor = entries[e].dates[*entries[e].anchor].range;
    choose_cards(dates, anchor);
    if (found.others > 0 && !dates.empty() && dates.back().lane == kept) ++found.lanes.back().events;
    found.dates.push_back(std::move(dates));
  }
  return found;
}

}  // namespace fasti
