#include "render/place_marks.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace fasti {

namespace {

constexpr double fade = 30;  // the length of a bracket's open end
constexpr double overhang = 6;
constexpr double below_mark = 9;
constexpr double long_stroke = 6, short_stroke = 3;

void take_heights(Stops& stops, const Scale& scale) {
  for (std::size_t i = 0; i < stops.stops.size(); ++i) {
    const Stop& stop = stops.stops[i];
    switch (stop.kind) {
      case StopKind::mark:
        stops.marks[stop.index].y = scale.y[i];
        break;
      case StopKind::bracket_start:
        stops.brackets[stop.index].top = scale.y[i];
        break;
      case StopKind::bracket_end:
        stops.brackets[stop.index].bottom = scale.y[i];
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
    stretch.top = std::min(stretch.top, mark.y);
    stretch.bottom = std::max(stretch.bottom, mark.y);
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

PlacedTick calendar_tick(Day day, bool shows_month, double y, const DateWording& wording) {
  const Civil civil = civil_of(day);
  PlacedTick tick{fmt::format("tick-{:04}", civil.year), y, in_few_words(range_of_year(civil.year), wording),
                  "", long_stroke};
  if (!shows_month) return tick;
  const auto month = static_cast<std::size_t>(civil.month - 1);
  const std::string digits = fmt::format("{:02}", civil.month);
  tick.id += "-" + digits;
  tick.label = month < wording.months_short.size() ? wording.months_short[month] : digits;
  return tick;
}

PlacedTick day_tick(Day day, double y) {
  const Civil civil = civil_of(day);
  return {fmt::format("day-{:04}-{:02}-{:02}", civil.year, civil.month, civil.day), y, "",
          fmt::format("{}", civil.day), long_stroke};
}

void add_tick_of(const Stop& stop, double y, const Stops& stops, const DateWording& wording,
                 std::vector<PlacedTick>& ticks) {
  if (stop.kind == StopKind::mark) {
    const std::string& label = stops.marks[stop.index].label;
    if (!label.empty()) ticks.push_back({fmt::format("label-{}", stop.index + 1), y, "", label, 0});
  } else if (stop.kind == StopKind::tick) {
    const TickDraft& tick = stops.ticks[stop.index];
    const bool is_day = tick.level == TickDraft::Level::day;
    ticks.push_back(is_day ? day_tick(tick.day, y) : calendar_tick(tick.day, tick.shows_month, y, wording));
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

std::vector<PlacedTick> ticks_of(const Stops& stops, const Scale& scale, const DateWording& wording) {
  std::vector<PlacedTick> ticks;
  for (std::size_t i = 0; i < stops.stops.size(); ++i)
    add_tick_of(stops.stops[i], scale.y[i], stops, wording, ticks);
  for (const Between& between : ticks_between(stops.stops, scale)) {
    PlacedTick tick = calendar_tick(between.day, !between.is_year, between.y, wording);
    if (!between.is_written) tick = {tick.id, tick.y, "", "", short_stroke};
    ticks.push_back(std::move(tick));
  }
  std::stable_sort(ticks.begin(), ticks.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  write_each_year_once(ticks);
  return ticks;
}

// Marks on the axis that stand for one and the same date, below one another because they need the room.
std::vector<Stretch> same_dates(const std::vector<PlacedMark>& marks, const std::vector<Entry>& entries) {
  std::vector<Stretch> found;
  const DateRange* before = nullptr;
  bool is_open = false;
  double last = 0;
  for (const PlacedMark& mark : marks) {
    if (mark.bracket) continue;
    const DateRange& range = entries[mark.entry].dates[mark.date].range;
    const bool is_same = before && *before == range;
    if (is_same && is_open)
      found.back().bottom = mark.y;
    else if (is_same)
      found.push_back({last, mark.y});
    is_open = is_same;
    before = &range;
    last = mark.y;
  }
  return found;
}

Axis axis_of(const AlongAxis& along, const std::vector<Entry>& entries, const Scale& scale) {
  Axis axis;
  if (scale.y.empty()) return axis;
  axis.breaks = scale.breaks;
  axis.same_date = same_dates(along.marks, entries);
  axis.top = scale.y.front() - overhang;
  axis.bottom = scale.bottom + overhang;
  for (const Bracket& bracket : along.brackets) {
    axis.top = std::min(axis.top, bracket.top);
    axis.bottom = std::max(axis.bottom, bracket.bottom);
  }
  return axis;
}

}  // namespace

AlongAxis place_marks(const std::vector<Entry>& entries, const std::vector<SetCard>& cards,
                      const DateWording& wording, double top) {
  Stops stops = stops_of(entries, cards);
  const Scale scale = set_scale(stops.stops, top);
  take_heights(stops, scale);
  end_open_brackets(stops.brackets, stops.marks);
  AlongAxis along;
  along.ticks = ticks_of(stops, scale, wording);
  along.marks = std::move(stops.marks);
  along.brackets = std::move(stops.brackets);
  std::sort(along.marks.begin(), along.marks.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  along.axis = axis_of(along, entries, scale);
  along.bottom = std::max(scale.cards_bottom, along.axis.bottom);
  return along;
}

}  // namespace fasti
