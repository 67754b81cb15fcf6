// A date of a day or less is a point on the axis; a longer one gets a bracket from its first to its last
// moment, and its mark stands at the bracket's upper end, because that is where its card belongs in the order
// of time. Dates that are equal share one bracket.
#include "render/stops.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace fasti {

namespace {

using BracketKey = std::tuple<Moment, Moment, bool, bool, bool>;
using TickKey = std::tuple<Day, TickDraft::Level>;

struct Gathering {
  Stops found;
  std::map<BracketKey, std::size_t> brackets;
  std::map<TickKey, TickDraft> ticks;
};

Moment moment_of(Day day) { return day * seconds_per_day; }

Moment clamped(Moment moment) {
  return std::clamp(moment, moment_of(day_of({-9999, 1, 1})), moment_of(day_of({9999, 12, 31})));
}

bool is_point(const DateRange& range) {
  return !range.open_start && !range.open_end && days_covered(range) <= 1;
}

bool is_within_day(const DateRange& range) { return range.granularity <= Granularity::hour; }

// Where the mark stands in time.
Moment moment_of(const DateRange& range) {
  return clamped(range.open_start && !range.open_end ? range.latest : range.earliest);
}

Stop stop_at(Moment at, StopKind kind, std::size_t index) { return {at, kind, index, false, false, 0, 0}; }

std::size_t add_bracket(Gathering& g, const DateRange& range, bool is_rival) {
  const std::size_t index = g.found.brackets.size();
  const std::string id = fmt::format("bracket-{}", index + 1);
  g.found.brackets.push_back({id, 0, 0, 0, is_rival, range.approximate, range.open_start, range.open_end});
  if (range.open_start) return index;
  g.found.stops.push_back(stop_at(clamped(range.earliest), StopKind::bracket_start, index));
  if (!range.open_end) g.found.stops.push_back(stop_at(clamped(range.latest), StopKind::bracket_end, index));
  return index;
}

// The bracket of this date: a new one, or the one that an equal date has already.
std::size_t bracket_for(Gathering& g, const Dated& date) {
  const DateRange& r = date.range;
  const BracketKey key{r.open_start ? 0 : r.earliest, r.open_end ? 0 : r.latest, r.open_start, r.open_end,
                       r.approximate};
  const auto known = g.brackets.find(key);
  if (known == g.brackets.end()) return g.brackets[key] = add_bracket(g, r, date.is_rival);
  Bracket& bracket = g.found.brackets[known->second];
  bracket.rival = bracket.rival && date.is_rival;
  return known->second;
}

// The month in which the date begins is written on the axis, or the year for what is no finer than a year.
void add_tick(Gathering& g, const DateRange& range, Moment at) {
  const Day day = day_of_moment(at);
  const Civil civil = civil_of(day);
  const bool shows_month = range.granularity < Granularity::year || range.granularity == Granularity::span;
  const TickDraft tick{day_of({civil.year, shows_month ? civil.month : 1, 1}), TickDraft::Level::calendar,
                       shows_month};
  TickDraft& known = g.ticks.try_emplace({tick.day, tick.level}, tick).first->second;
  known.shows_month = known.shows_month || shows_month;
  if (is_within_day(range))
    g.ticks.try_emplace({day, TickDraft::Level::day}, TickDraft{day, TickDraft::Level::day, false});
}

void add_date(Gathering& g, const Dated& date, std::size_t index) {
  PlacedMark mark;
  mark.dated = index;
  mark.entry = date.entry;
  mark.date = date.date;
  mark.is_anchor = date.carries_card;
  if (!is_point(date.range)) mark.bracket = bracket_for(g, date);
  Stop stop = stop_at(moment_of(date.range), StopKind::mark, g.found.marks.size());
  stop.carries_card = date.carries_card;
  stop.card_above = date.card_above;
  stop.card_below = date.card_below;
  g.found.stops.push_back(stop);
  g.found.marks.push_back(mark);
  add_tick(g, date.range, stop.at);
}

void add_ticks(Gathering& g) {
  for (const auto& [key, tick] : g.ticks) {
    Stop stop = stop_at(moment_of(tick.day), StopKind::tick, g.found.ticks.size());
    stop.labelled = true;
    g.found.stops.push_back(stop);
    g.found.ticks.push_back(tick);
  }
}

// "28" for a day, "20:21" for a moment within one.
std::string label_of(const DateRange& range, Moment at) {
  const Day day = day_of_moment(at);
  if (!is_within_day(range)) return fmt::format("{}", civil_of(day).day);
  const Moment seconds = at - moment_of(day);
  return fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
}

// The day is written beside the first mark of each day, the time beside each mark within one.
void label_marks(Stops& stops, const std::vector<Dated>& dates) {
  std::pair<Day, std::string> before;
  for (Stop& stop : stops.stops) {
    if (stop.kind == StopKind::tick && stops.ticks[stop.index].level == TickDraft::Level::day)
      before = {stops.ticks[stop.index].day, label_of(range_of_day(stops.ticks[stop.index].day), stop.at)};
    if (stop.kind != StopKind::mark || stops.marks[stop.index].bracket) continue;
    PlacedMark& mark = stops.marks[stop.index];
    std::pair<Day, std::string> label{day_of_moment(stop.at), label_of(dates[mark.dated].range, stop.at)};
    stop.labelled = label != before;
    if (stop.labelled) mark.label = label.second;
    before = std::move(label);
  }
}

}  // namespace

Stops stops_of(const std::vector<Dated>& dates) {
  Gathering g;
  for (std::size_t i = 0; i < dates.size(); ++i) add_date(g, dates[i], i);
  add_ticks(g);
  std::sort(g.found.stops.begin(), g.found.stops.end(), [](const Stop& a, const Stop& b) {
    return std::tie(a.at, a.kind, a.index) < std::tie(b.at, b.kind, b.index);
  });
  label_marks(g.found, dates);
  return std::move(g.found);
}

std::vector<Dated> dated_by(const std::vector<Entry>& entries, const std::vector<SetCard>& cards) {
  std::vector<Dated> dates;
  for (std::size_t e = 0; e < entries.size(); ++e)
    for (std::size_t d = 0; d < entries[e].dates.size(); ++d) {
      const DatedBy& date = entries[e].dates[d];
      const double above = cards[e].date_line, below = cards[e].card.box.height - above;
      const bool is_anchor = entries[e].anchor == d;
      dates.push_back({e, d, date.range, date.standing == Standing::rival, is_anchor, above, below});
    }
  return dates;
}

}  // namespace fasti
