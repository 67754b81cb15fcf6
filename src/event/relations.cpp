// Each of the three kinds is one walk over the events in their order of time. What the walk remembers is kept
// by participant, and bounded, so that no crowd of events costs more than n log n.
#include "event/relations.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace fasti {

namespace {

constexpr std::size_t most_wholes_open = 16;  // of one participant at one time
constexpr std::size_t few_events = 8;         // among so few everybody is worth a mention
constexpr std::size_t least_in_series = 3;    // a distance that is met once is chance

bool is_closed(const DateRange& range) {
  return !range.open_start && !range.open_end && range.granularity != Granularity::unknown;
}

bool is_day(const DateRange& range) { return is_closed(range) && days_covered(range) == 1; }

// "3 to 20 May", and not "May".
bool is_stretch(const DateRange& range) {
  return is_closed(range) && range.granularity == Granularity::span && days_covered(range) > 1;
}

// An event with the things that are asked of it again and again.
struct Known {
  const Settled* settled;
  std::vector<std::string_view> who;  // sorted, each once
  bool once = false;

  const std::string& id() const { return settled->event->id; }
  const DateRange& date() const { return *settled->date; }
};

std::vector<std::string_view> participants_of(const Event& event) {
  std::set<std::string_view> who;
  for (const Claim& claim : event.claims)
    who.insert(claim.mention.participants.begin(), claim.mention.participants.end());
  return {who.begin(), who.end()};
}

// Those whom not every fourth event has: the rest are the story's, and tell no two events from two others.
void leave_out_everybody(std::vector<Known>& events) {
  std::map<std::string_view, std::size_t> count;
  for (const Known& known : events)
    for (const std::string_view who : known.who) ++count[who];
  for (Known& known : events)
    std::erase_if(known.who, [&](std::string_view who) {
      return count[who] > few_events && count[who] * 4 > events.size();
    });
}

// Those that have a date, by time; of the same time the longest first, so that a whole comes before its
// parts.
std::vector<Known> in_order(const std::vector<Settled>& all) {
  std::vector<Known> events;
  for (const Settled& settled : all) {
    if (!settled.date) continue;
    const auto& claims = settled.event->claims;
    const bool once =
        std::any_of(claims.begin(), claims.end(), [](const Claim& c) { return c.mention.once; });
    events.push_back({&settled, participants_of(*settled.event), once});
  }
  leave_out_everybody(events);
  std::sort(events.begin(), events.end(), [](const Known& a, const Known& b) {
    return std::tuple(a.date().earliest, -a.date().latest, a.id()) <
           std::tuple(b.date().earliest, -b.date().latest, b.id());
  });
  return events;
}

using Relations = std::vector<Relation>;

// The shortest whole that is open when the event comes. What happens only once is no whole: "killed between 3
// and 5 May" is no battle of three days.
void add_parts(const std::vector<Known>& events, Relations& relations) {
  std::map<std::string_view, std::vector<const Known*>> open;
  for (const Known& known : events) {
    const Known* whole = nullptr;
    for (const std::string_view who : known.who) {
      auto& list = open[who];
      std::erase_if(list, [&](const Known* one) { return one->date().latest < known.date().earliest; });
      for (const Known* one : list) {
        if (order_of(known.date(), one->date()) != Order::during) continue;
        if (whole == nullptr || std::tuple(days_covered(one->date()), one->id()) <
                                    std::tuple(days_covered(whole->date()), whole->id()))
          whole = one;
      }
    }
    if (whole != nullptr) relations.push_back({Relation::Kind::part_of, known.id(), whole->id(), ""});
    if (!is_stretch(known.date()) || known.once) continue;
    for (const std::string_view who : known.who)
      if (auto& list = open[who]; list.size() < most_wholes_open) list.push_back(&known);
  }
}

// The nearest earlier event of the same day that shares somebody.
void add_same_days(const std::vector<Known>& events, Relations& relations) {
  std::map<std::string_view, std::size_t> last;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!is_day(events[i].date())) continue;
    std::size_t nearest = events.size();
    for (const std::string_view who : events[i].who) {
      const auto found = last.find(who);
      const bool same_day =
          found != last.end() && order_of(events[found->second].date(), events[i].date()) == Order::same_day;
      if (same_day && (nearest == events.size() || found->second > nearest)) nearest = found->second;
      last[who] = i;
    }
    if (nearest < events.size())
      relations.push_back({Relation::Kind::same_day, events[i].id(), events[nearest].id(), ""});
  }
}

// --- series

struct Rhythm {
  std::string_view every;
  Day least, most;  // days from one to the next
};
constexpr std::array<Rhythm, 3> rhythms{{{"week", 7, 7}, {"month", 28, 32}, {"year", 358, 372}}};

using Series = std::vector<const Known*>;

// The first of the list that lies a beat after the one at `from`; the list is by time.
std::size_t next_beat(const Series& list, std::size_t from, const Rhythm& rhythm) {
  const Day start = first_day(list[from]->date());
  const auto found =
      std::lower_bound(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(), start + rhythm.least,
                       [](const Known* one, Day day) { return first_day(one->date()) < day; });
  if (found == list.end() || first_day((*found)->date()) > start + rhythm.most) return list.size();
  return static_cast<std::size_t>(found - list.begin());
}

void add_series(const Series& list, const Rhythm& rhythm, std::map<std::string, Relation>& found) {
  std::vector<bool> used(list.size());
  for (std::size_t first = 0; first < list.size(); ++first) {
    if (used[first]) continue;
    std::vector<std::size_t> beats{first};
    for (std::size_t next = next_beat(list, first, rhythm); next < list.size() && !used[next];
         next = next_beat(list, next, rhythm)) {
      beats.push_back(next);
      used[next] = true;
    }
    if (beats.size() < least_in_series) {
      for (const std::size_t beat : beats) used[beat] = false;
      continue;
    }
    for (std::size_t i = 1; i < beats.size(); ++i) {
      const std::string& event = list[beats[i]]->id();
      found.try_emplace(event, Relation{Relation::Kind::recurring, event, list[beats[i - 1]]->id(),
                                        std::string(rhythm.every)});
    }
  }
}

// Events of one type and head, one precision and one participant that come at one distance. Of several
// participants and rhythms the first holds: an event is tied to one earlier.
void add_recurring(const std::vector<Known>& events, Relations& relations) {
  std::map<std::tuple<std::string, std::string, Granularity, std::string_view>, Series> lists;
  for (const Known& known : events) {
    const DateRange& date = known.date();
    if (known.once || !is_closed(date) || date.granularity > Granularity::month) continue;
    const Mention& mention = known.settled->event->claims.front().mention;
    for (const std::string_view who : known.who)
      lists[{known.settled->event->type, mention.head, std::max(date.granularity, Granularity::day), who}]
          .push_back(&known);
  }
  std::map<std::string, Relation> found;  // by event
  for (const Rhythm& rhythm : rhythms)
    for (const auto& [what, list] : lists)
      if (list.size() >= least_in_series) add_series(list, rhythm, found);
  for (auto& [event, relation] : found) relations.push_back(std::move(relation));
}

}  // namespace

std::string_view to_string(Order order) {
  constexpr std::string_view names[] = {"before", "after",       "same-day", "during",
                                        "around", "overlapping", "unknown"};
  return names[static_cast<int>(order)];
}

std::string_view to_string(Relation::Kind kind) {
  constexpr std::string_view names[] = {"part-of", "same-day", "recurring"};
  return names[static_cast<int>(kind)];
}

Order order_of(const DateRange& a, const DateRange& b) {
  if (a.latest < b.earliest)
    return is_day(a) && is_day(b) && first_day(a) == first_day(b) ? Order::same_day : Order::before;
  if (b.latest < a.earliest)
    return is_day(a) && is_day(b) && first_day(a) == first_day(b) ? Order::same_day : Order::after;
  if (is_day(a) && is_day(b)) return Order::same_day;
  if (is_stretch(b) && covers(b, a) && !covers(a, b)) return Order::during;
  if (is_stretch(a) && covers(a, b) && !covers(b, a)) return Order::around;
  return is_stretch(a) && is_stretch(b) ? Order::overlapping : Order::unknown;
}

std::vector<Relation> find_relations(const std::vector<Settled>& all) {
  const std::vector<Known> events = in_order(all);
  Relations relations;
  add_parts(events, relations);
  add_same_days(events, relations);
  add_recurring(events, relations);
  std::map<std::string_view, std::size_t> place;
  for (std::size_t i = 0; i < events.size(); ++i) place[events[i].id()] = i;
  std::sort(relations.begin(), relations.end(), [&](const Relation& a, const Relation& b) {
    return std::tuple(place[a.event], a.kind, place[a.of]) < std::tuple(place[b.event], b.kind, place[b.of]);
  });
  return relations;
}

}  // namespace fasti
