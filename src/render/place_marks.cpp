#include "render/place_marks.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "render/calendar_ticks.h"
#include "render/spread.h"

namespace fasti {

namespace {

constexpr double fade = 30;  // the length of a bracket's open end
constexpr double overhang = 6;
constexpr double below_mark = 9;
constexpr double long_stroke = 6, short_stroke = 3;

void take_places(Stops& stops, const Scale& scale) {
  for (std::size_t i = 0; i < stops.stops.size(); ++i) {
    const Stop& stop = stops.stops[i];
    switch (stop.kind) {
      case StopKind::mark:
        stops.marks[stop.index].at = stops.marks[stop.index].on_axis = scale.at[i];
        break;
      case StopKind::bracket_start:
        stops.brackets[stop.index].top = scale.at[i];
        break;
      case StopKind::bracket_end:
        stops.brackets[stop.index].bottom = scale.at[i];
        break;
      case StopKind::tick:
        break;
    }
  }
}

// Open ends reach a little beyond the marks.
void end_open_brackets(std::vector<Bracket>& brackets, const std::vector<PlacedMark>& marks) {
  constexpr double far = std::numeric_limits<double>::infinity();
  std::vector<Stretch> reached(brackets.size(), Stretch{far, -far});
  for (const PlacedMark& mark : marks) {
    if (!mark.bracket) continue;
    Stretch& stretch = reached[*mark.bracket];
    stretch.top = std::min(stretch.top, mark.on_axis);
    stretch.bottom = std::max(stretch.bottom, mark.on_axis);
  }
  for (std::size_t i = 0; i < brackets.size(); ++i) {
    Bracket& bracket = brackets[i];
    if (bracket.open_top) bracket.top = reached[i].top - fade;
    if (bracket.open_bottom)
      bracket.bottom = reached[i].bottom + fade;
    else if (bracket.open_top)
      bracket.bottom = reached[i].bottom + below_mark;
  }
}

PlacedTick calendar_tick(Day day, bool shows_month, double at, const DateWording& wording) {
  const Civil civil = civil_of(day);
  PlacedTick tick{fmt::format("tick-{:04}", civil.year), at, in_few_words(range_of_year(civil.year), wording),
                  "", long_stroke};
  if (!shows_month) return tick;
  const auto month = static_cast<std::size_t>(civil.month - 1);
  const std::string digits = fmt::format("{:02}", civil.month);
  tick.id += "-" + digits;
  tick.label = month < wording.months_short.size() ? wording.months_short[month] : digits;
  return tick;
}

PlacedTick day_tick(Day day, double at) {
  const Civil civil = civil_of(day);
  return {fmt::format("day-{:04}-{:02}-{:02}", civil.year, civil.month, civil.day), at, "",
          fmt::format("{}", civil.day), long_stroke};
}

void add_tick_of(const Stop& stop, double at, const Stops& stops, const DateWording& wording,
                 std::vector<PlacedTick>& ticks) {
  if (stop.kind == StopKind::mark) {
    const std::string& label = stops.marks[stop.index].label;
    if (!label.empty()) ticks.push_back({fmt::format("label-{}", stop.index + 1), at, "", label, 0});
  } else if (stop.kind == StopKind::tick) {
    const TickDraft& tick = stops.ticks[stop.index];
    const bool is_day = tick.level == TickDraft::Level::day;
    ticks.push_back(is_day ? day_tick(tick.day, at) : calendar_tick(tick.day, tick.shows_month, at, wording));
  }
}

void write_each_year_once(std::vector<PlacedTick>& ticks) {
  std::string before;
  for (PlacedTick& tick : ticks) {
    if (tick.year.empty()) continue;
    const bool repeated = tick.year == before;
    before = tick.year;
    if (repeated) tick.year.clear();
  }
}

void sort_by_place(std::vector<PlacedTick>& ticks) {
  std::stable_sort(ticks.begin(), ticks.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
}

std::vector<PlacedTick> ticks_of(const Stops& stops, const Scale& scale, const DateWording& wording,
                                 double label_gap) {
  std::vector<PlacedTick> ticks;
  for (std::size_t i = 0; i < stops.stops.size(); ++i)
    add_tick_of(stops.stops[i], scale.at[i], stops, wording, ticks);
  for (const Between& between : ticks_between(stops.stops, scale, label_gap)) {
    PlacedTick tick = calendar_tick(between.day, !between.is_year, between.at, wording);
    if (!between.is_written) tick = {tick.id, tick.at, "", "", short_stroke};
    ticks.push_back(std::move(tick));
  }
  sort_by_place(ticks);
  write_each_year_once(ticks);
  return ticks;
}

PlacedTick clock_tick(Moment at, double place) {
  const Day day = day_of_moment(at);
  const Moment hour = (at - day * seconds_per_day) / 3600;
  PlacedTick tick = day_tick(day, place);
  tick.id += fmt::format("-{:02}", hour);
  tick.label = fmt::format("{:02}:00", hour);
  tick.reach = short_stroke;
  return tick;
}

// What is written beside an axis that is the same time everywhere. Where no month or year begins on it, its
// own stand at its start.
std::vector<PlacedTick> even_ticks(Moment from, Moment to, double start, double length, double label_gap,
                                   const DateWording& wording) {
  const double per_second = to > from ? length / static_cast<double>(to - from) : 0;
  std::vector<PlacedTick> ticks;
  bool has_month = false;
  for (const CalendarTick& tick : calendar_ticks(from, to, per_second, label_gap)) {
    const double at = start + per_second * static_cast<double>(tick.at - from);
    const Day day = day_of_moment(tick.at);
    if (tick.unit == TickUnit::hour)
      ticks.push_back(clock_tick(tick.at, at));
    else if (tick.unit == TickUnit::day)
      ticks.push_back(day_tick(day, at));
    else
      ticks.push_back(calendar_tick(day, tick.unit == TickUnit::month, at, wording));
    has_month = has_month || tick.unit > TickUnit::day;
  }
  if (!has_month) {
    const Civil civil = civil_of(day_of_moment(from));
    ticks.insert(ticks.begin(), {"tick-first", start,
                                 in_few_words(range_of_month(civil.year, civil.month), wording), "", 0});
  }
  write_each_year_once(ticks);
  return ticks;
}

// Marks on the axis that stand for one and the same date, below one another because they need the room.
std::vector<Stretch> same_dates(const std::vector<PlacedMark>& marks, const std::vector<Dated>& dates) {
  std::vector<Stretch> found;
  const DateRange* before = nullptr;
  bool is_open = false;
  double last = 0;
  for (const PlacedMark& mark : marks) {
    if (mark.bracket) continue;
    const DateRange& range = dates[mark.dated].range;
    const bool is_same = before && *before == range;
    if (is_same && is_open)
      found.back().bottom = mark.at;
    else if (is_same)
      found.push_back({last, mark.at});
    is_open = is_same;
    before = &range;
    last = mark.at;
  }
  return found;
}

Axis axis_of(const std::vector<Bracket>& brackets, const Scale& scale) {
  Axis axis;
  if (scale.at.empty()) return axis;
  axis.breaks = scale.breaks;
  axis.top = scale.at.front() - overhang;
  axis.bottom = scale.end + overhang;
  for (const Bracket& bracket : brackets) {
    axis.top = std::min(axis.top, bracket.top);
    axis.bottom = std::max(axis.bottom, bracket.bottom);
  }
  return axis;
}

void sort_by_place(std::vector<PlacedMark>& marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
}

// In the order of time.
std::vector<PlacedMark> marks_of(const Stops& stops) {
  std::vector<PlacedMark> marks;
  for (const Stop& stop : stops.stops)
    if (stop.kind == StopKind::mark) marks.push_back(stops.marks[stop.index]);
  return marks;
}

Needs no_needs() {
  return {[](const Stop&) { return -std::numeric_limits<double>::infinity(); }, [](const Stop&, double) {}};
}

}  // namespace

AlongAxis place_marks(const std::vector<Dated>& dates, const DateWording& wording, double start,
                      const Pace& pace, const NeedsOf& needs_of) {
  Stops stops = stops_of(dates);
  const Scale scale = set_scale(stops.stops, start, pace, needs_of(stops));
  take_places(stops, scale);
  end_open_brackets(stops.brackets, stops.marks);
  AlongAxis along;
  along.ticks = ticks_of(stops, scale, wording, pace.label_gap);
  along.marks = marks_of(stops);
  sort_by_place(along.marks);
  along.axis = axis_of(stops.brackets, scale);
  along.axis.same_date = same_dates(along.marks, dates);
  along.brackets = std::move(stops.brackets);
  return along;
}

AlongAxis place_marks_beside(const std::vector<Dated>& dates, const DateWording& wording, double start,
                             const Pace& pace, const GapsOf& gaps_of) {
  Stops stops = stops_of(dates);
  const Scale scale = set_scale(stops.stops, start, pace, no_needs());
  take_places(stops, scale);
  end_open_brackets(stops.brackets, stops.marks);
  AlongAxis along;
  along.marks = marks_of(stops);
  std::vector<double> wanted;
  for (const PlacedMark& mark : along.marks) wanted.push_back(mark.on_axis);
  const std::vector<double> places = spread(wanted, gaps_of(along.marks));
  for (std::size_t i = 0; i < places.size(); ++i) along.marks[i].at = places[i];
  along.axis = axis_of(stops.brackets, scale);
  if (!stops.stops.empty())
    along.ticks = even_ticks(stops.stops.front().at, stops.stops.back().at, start, scale.end - start,
                             pace.label_gap, wording);
  along.brackets = std::move(stops.brackets);
  return along;
}

}  // namespace fasti
