#include "event/rank.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

namespace fasti {

namespace {

// What counts, and how much. Each doubling of voices counts the same: the second source tells much, the tenth
// little. That the same source repeats itself counts less than a new voice by far.
constexpr double for_doubled_voices = 2;
constexpr double for_doubled_mentions = 0.5;
constexpr double for_all_sources = 1;  // where every source of the collection tells it
constexpr double for_a_day = 0.5;
constexpr double for_a_month = 0.25;
constexpr double for_a_rule = 1;  // a rule knows what happened, and not only that somebody spoke
constexpr double for_a_dispute = 0.5;
constexpr double for_having_happened = 0.5;  // and not only being planned, announced or remembered

const std::string& voice_of(const std::string& doc, const SourceOf& sources) {
  const auto found = sources.find(doc);
  return found == sources.end() ? doc : found->second;
}

std::size_t voices_in(const Event& event, const SourceOf& sources) {
  std::set<std::string_view> voices;
  for (const Claim& claim : event.claims)
    voices.insert(voice_of(claim.copy_of.empty() ? claim.doc : claim.copy_of, sources));
  return voices.size();
}

std::size_t voices_in_all(const std::vector<Settled>& events, const SourceOf& sources) {
  std::set<std::string_view> voices;
  for (const auto& [doc, source] : sources) voices.insert(source);
  for (const Settled& settled : events)
    for (const Claim& claim : settled.event->claims) voices.insert(voice_of(claim.doc, sources));
  return voices.size();
}

double for_precision(const Settled& settled) {
  const DateRange& place = settled.place();
  if (place.open_start || place.open_end) return 0;
  const std::int64_t days = days_covered(place);
  return days <= 1 ? for_a_day : days <= 31 ? for_a_month : 0;
}

double weight_of(const Settled& settled, const SourceOf& sources, std::size_t all_voices) {
  const std::vector<Claim>& claims = settled.event->claims;
  const double voices = static_cast<double>(voices_in(*settled.event, sources));
  const auto any = [&](auto holds) { return std::any_of(claims.begin(), claims.end(), holds); };
  double weight = for_doubled_voices * std::log2(voices);
  weight += for_doubled_mentions * std::log2(static_cast<double>(claims.size()));
  weight += for_all_sources * voices / static_cast<double>(all_voices);
  weight += for_precision(settled);
  if (any([](const Claim& claim) { return !claim.rule.empty() && claim.role != Role::announcement; }))
    weight += for_a_rule;
  if (any([](const Claim& claim) { return claim.role == Role::occurrence; })) weight += for_having_happened;
  if (settled.disputed) weight += for_a_dispute;
  return std::round(weight * 100) / 100;
}

// --- periods

enum class Period { day, month, year, decade, century };

std::int64_t number_of(const Settled& settled, Period period) {
  const DateRange& place = settled.place();
  const Day day = day_of_moment(place.open_start ? place.latest : place.earliest);
  const Civil civil = civil_of(day);
  const auto years_by = [&](int years) { return (civil.year + 10'000) / years; };
  switch (period) {
    case Period::day:
      return day;
    case Period::month:
      return std::int64_t{civil.year} * 12 + civil.month;
    case Period::year:
      return years_by(1);
    case Period::decade:
      return years_by(10);
    case Period::century:
      break;
  }
  return years_by(100);
}

// --- the order

using Order = std::vector<std::size_t>;

Order by_weight(const std::vector<Settled>& events, const std::vector<Rank>& ranks) {
  Order order(events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(-ranks[a].weight, events[a].place().earliest, events[a].event->id) <
           std::tuple(-ranks[b].weight, events[b].place().earliest, events[b].event->id);
  });
  return order;
}

// First what comes first of each period, then the second of each, and so on; within a round as it was.
Order by_turns(const Order& order, const std::vector<Settled>& events, Period period) {
  std::map<std::int64_t, std::size_t> taken;
  std::vector<std::vector<std::size_t>> rounds;
  for (const std::size_t event : order) {
    const std::size_t round = taken[number_of(events[event], period)]++;
    if (round == rounds.size()) rounds.emplace_back();
    rounds[round].push_back(event);
  }
  Order turns;
  for (const auto& round : rounds) turns.insert(turns.end(), round.begin(), round.end());
  return turns;
}

// The days of a month take turns, then the months of a year whose days do, up to the centuries: within any
// period all that it consists of have an equal share.
Order by_turns(Order order, const std::vector<Settled>& events) {
  for (const Period period : {Period::day, Period::month, Period::year, Period::decade, Period::century})
    order = by_turns(order, events, period);
  return order;
}

// Takes from the two in turn what the other has not given yet.
void give_places(std::vector<Rank>& ranks, const Order& weightiest, const Order& turns) {
  std::vector<bool> placed(ranks.size());
  std::size_t next = 0, next_turn = 0;
  for (std::size_t place = 1; place <= ranks.size(); ++place) {
    const bool by_weight = place % 2 == 1;
    const Order& order = by_weight ? weightiest : turns;
    std::size_t& at = by_weight ? next : next_turn;
    while (placed[order[at]]) ++at;
    placed[order[at]] = true;
    ranks[order[at]].place = place;
  }
}

int level_of(std::size_t place, std::size_t events) {
  int level = 1;
  while (level < 3 && place > places_in_levels(level, events)) ++level;
  return level;
}

}  // namespace

std::size_t places_in_levels(int level, std::size_t events) {
  if (level >= 3) return events;
  const std::size_t some =
      level == 1 ? std::clamp<std::size_t>(events / 10, 5, 15) : std::clamp<std::size_t>(events / 4, 40, 100);
  return std::min(some, events);
}

std::vector<Rank> rank_events(const std::vector<Settled>& events, const SourceOf& sources) {
  std::vector<Rank> ranks(events.size());
  const std::size_t all_voices = voices_in_all(events, sources);
  for (std::size_t i = 0; i < events.size(); ++i) ranks[i].weight = weight_of(events[i], sources, all_voices);
  const Order weightiest = by_weight(events, ranks);
  give_places(ranks, weightiest, by_turns(weightiest, events));
  for (Rank& rank : ranks) rank.level = level_of(rank.place, events.size());
  return ranks;
}

}  // namespace fasti
