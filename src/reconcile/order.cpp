#include "reconcile/order.h"

#include <algorithm>
#include <map>
#include <set>

#include "claim/names.h"

namespace fasti {

namespace {

// ---- by event rules ----

// Of whom or what the claim tells: its subject, or the only name in it.
std::string told_of(const Claim& claim) {
  const auto& names = claim.mention.participants;
  return names.empty() || (!claim.mention.by_name && names.size() > 1) ? "" : names.front();
}

struct Teller {
  std::size_t event = 0, claim = 0;
  std::string name;
};
using ByType = std::map<std::string, std::vector<Teller>>;  // each event once a type

std::map<std::string, ByType> by_last_name(const std::vector<Event>& events,
                                           const std::set<std::string>& ordered_types) {
  std::map<std::string, ByType> people;
  for (std::size_t e = 0; e < events.size(); ++e)
    for (std::size_t c = 0; c < events[e].claims.size(); ++c) {
      const Claim& claim = events[e].claims[c];
      if (claim.role != Role::occurrence || claim.entry || !ordered_types.contains(claim.mention.type))
        continue;
      const std::string name = told_of(claim);
      if (name.empty()) continue;
      auto& tellers = people[name.substr(name.rfind(' ') + 1)][claim.mention.type];
      if (tellers.empty() || tellers.back().event != e) tellers.push_back({e, c, name});
    }
  return people;
}

void order_by_types(std::vector<Precedence>& found, const std::vector<Event>& events,
                    const std::vector<TypeOrder>& order) {
  std::set<std::string> ordered_types;
  for (const TypeOrder& pair : order) ordered_types.insert({pair.earlier, pair.later});
  for (const auto& [last_name, types] : by_last_name(events, ordered_types))
    for (const auto& [earlier, first] : types)
      for (const auto& [later, second] : types) {
        // Who was tried twice may well be charged after a verdict.
        if (first.size() != 1 || second.size() != 1 || first[0].event == second[0].event) continue;
        if (!may_be_same_name(first[0].name, second[0].name)) continue;
        if (std::binary_search(order.begin(), order.end(), TypeOrder{earlier, later}))
          found.push_back({first[0].event, second[0].event, first[0].claim, second[0].claim, false});
      }
}

// ---- by what a text counts from ----

struct Place {
  std::size_t event = 0, claim = 0;
};

bool told_elsewhere(const Event& event, const std::string& doc) {
  return std::any_of(event.claims.begin(), event.claims.end(),
                     [&](const Claim& claim) { return claim.doc != doc; });
}

std::map<std::string, std::vector<Place>> occurrences_by_document(const std::vector<Event>& events) {
  std::map<std::string, std::vector<Place>> documents;
  for (std::size_t e = 0; e < events.size(); ++e)
    for (std::size_t c = 0; c < events[e].claims.size(); ++c)
      if (const Claim& claim = events[e].claims[c]; claim.timex && claim.role == Role::occurrence)
        documents[claim.doc].push_back({e, c});
  return documents;
}

// The event that is counted from is the last one before with that date. Only where others tell of it too does
// the order say more than the date that was counted.
void order_by_text(std::vector<Precedence>& found, const std::vector<Event>& events) {
  const auto claim_at = [&](const Place& p) -> const Claim& { return events[p.event].claims[p.claim]; };
  auto documents = occurrences_by_document(events);
  for (auto& [doc, places] : documents) {
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
      return claim_at(a).mention.span.begin < claim_at(b).mention.span.begin;
    });
    std::map<std::pair<Moment, Moment>, Place> anchors;  // by the date
    for (const Place& place : places) {
      const Claim& claim = claim_at(place);
      const auto& from = claim.timex->counted_from;
      if (from && claim.timex->basis == Basis::relative_to_text && !meet(*from, *claim.range))
        if (const auto other = anchors.find({from->earliest, from->latest});
            other != anchors.end() && other->second.event != place.event) {
          const Place& anchor = other->second;
          if (from->earliest < claim.range->earliest)
            found.push_back({anchor.event, place.event, anchor.claim, place.claim, true});
          else
            found.push_back({place.event, anchor.event, place.claim, anchor.claim, true});
        }
      if (told_elsewhere(events[place.event], doc))
        anchors.insert_or_assign({claim.range->earliest, claim.range->latest}, place);
    }
  }
}

// ---- by publication ----

// An article that dates an event before its own day tells it as past. A chronicle is written for longer.
std::optional<Appeared> first_to_appear(const Event& event, const std::vector<Voice>& voices) {
  std::optional<Appeared> first;
  for (std::size_t c = 0; c < event.claims.size(); ++c) {
    const Claim& claim = event.claims[c];
    const Voice* voice = voice_of(claim.doc, voices);
    if (claim.role != Role::occurrence || claim.entry || voice == nullptr) continue;
    const Published& published = voice->published;
    if (!published.known() || published.basis == Published::Basis::inferred || !is_day(published.range))
      continue;
    if (claim.range->open_end || claim.range->earliest > published.range.latest) continue;
    if (!first || published.range.latest < first->published.latest) first = Appeared{c, published.range};
  }
  return first;
}

// ---- limits ----

enum class Side { earliest, latest };
constexpr int longest_chain = 64;

// One side of all limits: passed on from event to event, in rounds, so that a shorter way is found before a
// longer one.
class Passing {
 public:
  Passing(const OrderNetwork& network, const std::vector<std::optional<DateRange>>& dates, Side side)
      : network_(network), dates_(dates), side_(side), limits_(dates.size()), next_(dates.size()) {
    for (std::size_t p = 0; p < network.precedences.size(); ++p) next_[from(p)].push_back(p);
  }

  std::vector<std::optional<Limit>> run() {
    std::vector<std::size_t> changed;
    for (std::size_t e = 0; e < dates_.size(); ++e) {
      if (side_ == Side::latest && network_.over_by[e])
        limits_[e] = Limit{network_.over_by[e]->published.latest, {}};
      changed.push_back(e);
    }
    // As many rounds are needed as a chain is long; in a cycle nothing improves for ever.
    for (int rounds = 0; !changed.empty() && rounds < longest_chain; ++rounds) changed = round(changed);
    return std::move(limits_);
  }

 private:
  std::size_t from(std::size_t p) const {
    return side_ == Side::earliest ? network_.precedences[p].earlier : network_.precedences[p].later;
  }
  std::size_t to(std::size_t p) const {
    return side_ == Side::earliest ? network_.precedences[p].later : network_.precedences[p].earlier;
  }
  bool tighter(Moment a, Moment b) const { return side_ == Side::earliest ? a > b : a < b; }

  // What the event passes on: its own date, or the limit set to it where that lies within its date.
  std::optional<Limit> passed_by(std::size_t event) const {
    const auto& date = dates_[event];
    const auto& limit = limits_[event];
    std::optional<Limit> own;
    const bool open = date && (side_ == Side::earliest ? date->open_start : date->open_end);
    if (date && !open) own = Limit{side_ == Side::earliest ? date->earliest : date->latest, {}};
    if (!limit) return own;
    if (own && !tighter(limit->moment, own->moment)) return own;
    const bool leaves_nothing =
        date && (side_ == Side::earliest ? limit->moment > date->latest : limit->moment < date->earliest);
    return leaves_nothing ? own : limit;
  }

  std::vector<std::size_t> round(const std::vector<std::size_t>& changed) {
    std::vector<std::pair<std::size_t, Limit>> news;
    for (const std::size_t event : changed)
      if (!next_[event].empty())
        if (const auto passed = passed_by(event))
          for (const std::size_t p : next_[event]) {
            Limit limit = *passed;
            limit.chain.push_back(p);
            news.emplace_back(to(p), std::move(limit));
          }
    std::vector<std::size_t> improved;
    for (auto& [event, limit] : news) {
      if (limits_[event] && !tighter(limit.moment, limits_[event]->moment)) continue;
      limits_[event] = std::move(limit);
      improved.push_back(event);
    }
    std::sort(improved.begin(), improved.end());
    improved.erase(std::unique(improved.begin(), improved.end()), improved.end());
    return improved;
  }

  const OrderNetwork& network_;
  const std::vector<std::optional<DateRange>>& dates_;
  Side side_;
  std::vector<std::optional<Limit>> limits_;
  std::vector<std::vector<std::size_t>> next_;  // by event: precedences that lead on from it
};

}  // namespace

OrderNetwork order_network(const std::vector<Event>& events, const std::vector<Voice>& voices,
                           const std::vector<TypeOrder>& order) {
  OrderNetwork network;
  order_by_types(network.precedences, events, order);
  order_by_text(network.precedences, events);
  auto& all = network.precedences;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Precedence& a, const Precedence& b) {
                          return a.earlier == b.earlier && a.later == b.later;
                        }),
            all.end());
  for (const Event& event : events) network.over_by.push_back(first_to_appear(event, voices));
  return network;
}

std::vector<Limits> limits_of(const OrderNetwork& network,
                              const std::vector<std::optional<DateRange>>& dates) {
  auto earliest = Passing(network, dates, Side::earliest).run();
  auto latest = Passing(network, dates, Side::latest).run();
  std::vector<Limits> limits(dates.size());
  for (std::size_t e = 0; e < dates.size(); ++e) limits[e] = {std::move(earliest[e]), std::move(latest[e])};
  return limits;
}

}  // namespace fasti
