// Every date of every event becomes a mark at a moment. A date of a day or less is a point on the axis; a
// longer one gets a bracket from its first to its last moment, and its mark stands at the bracket's upper
// end, because that is where its card belongs in the order of time. Dates that are equal share one bracket.
//
// These moments, together with the first days of the months in which they lie, are the stops of the scale
// (axis.h).
#include "render/place_marks.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "render/axis.h"

namespace fasti {

namespace {

constexpr double fade = 30;  // the length of a bracket's open end
constexpr double overhang = 6;

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

struct TickDraft {
  Day day = 0;
  enum class Level { calendar, day } level = Level::calendar;
  bool shows_month = false;
  auto key() const { return std::tuple(day, level); }
};

class Placing {
 public:
  Placing(const std::vector<Entry>& entries, const std::vector<SetCard>& cards, const DateWording& wording)
      : entries_(entries), cards_(cards), wording_(wording) {
    for (std::size_t e = 0; e < entries.size(); ++e)
      for (std::size_t d = 0; d < entries[e].dates.size(); ++d) add(e, d);
    for (const auto& [key, tick] : tick_drafts_) {
      stops_.push_back({moment_of(tick.day), StopKind::tick, ticks_.size(), true, false, 0, 0});
      ticks_.push_back(tick);
    }
    std::sort(stops_.begin(), stops_.end(), [](const Stop& a, const Stop& b) {
      return std::tie(a.at, a.kind, a.index) < std::tie(b.at, b.kind, b.index);
    });
    label_days();
  }

  AlongAxis at(double top) {
    const Scale scale = set_scale(stops_, top);
    place_stops(scale);
    place_brackets();
    place_ticks(scale);
    find_same_dates();
    Axis& axis = result_.axis;
    axis.breaks = scale.breaks;
    if (!stops_.empty()) {
      axis.top = scale.y.front() - overhang;
      axis.bottom = scale.bottom + overhang;
      for (const Bracket& bracket : result_.brackets) {
        axis.top = std::min(axis.top, bracket.top);
        axis.bottom = std::max(axis.bottom, bracket.bottom);
      }
    }
    result_.bottom = std::max(scale.cards_bottom, axis.bottom);
    return std::move(result_);
  }

 private:
  const DateRange& range_of(const PlacedMark& mark) const {
    return entries_[mark.entry].dates[mark.date].range;
  }

  void add(std::size_t e, std::size_t d) {
    const DatedBy& date = entries_[e].dates[d];
    PlacedMark mark{e, d, 0, std::nullopt, entries_[e].anchor == d};
    if (!is_point(date.range)) mark.bracket = bracket_for(date);
    Stop stop{moment_of(date.range), StopKind::mark, result_.marks.size(), false, mark.is_anchor, 0, 0};
    if (mark.is_anchor) {
      stop.card_above = cards_[e].date_line;
      stop.card_below = cards_[e].card.box.height - cards_[e].date_line;
    }
    stops_.push_back(stop);
    result_.marks.push_back(mark);
    add_tick(date.range, stop.at);
  }

  std::size_t bracket_for(const DatedBy& date) {
    const DateRange& r = date.range;
    const auto key = std::tuple(r.open_start ? 0 : r.earliest, r.open_end ? 0 : r.latest, r.open_start,
                                r.open_end, r.approximate);
    const bool is_rival = date.standing == Standing::rival;
    const auto [entry, is_new] = bracket_by_date_.try_emplace(key, result_.brackets.size());
    if (!is_new) {
      Bracket& known = result_.brackets[entry->second];
      known.rival = known.rival && is_rival;
      return entry->second;
    }
    const std::size_t index = entry->second;
    result_.brackets.push_back(
        {fmt::format("bracket-{}", index + 1), 0, 0, 0, is_rival, r.approximate, r.open_start, r.open_end});
    if (!r.open_start)
      stops_.push_back({clamped(r.earliest), StopKind::bracket_start, index, false, false, 0, 0});
    if (!r.open_start && !r.open_end)
      stops_.push_back({clamped(r.latest), StopKind::bracket_end, index, false, false, 0, 0});
    return index;
  }

  // The month in which the date begins is written on the axis, or the year for what is no finer than a year.
  void add_tick(const DateRange& range, Moment at) {
    const Day day = day_of_moment(at);
    const Civil civil = civil_of(day);
    const bool shows_month = range.granularity < Granularity::year || range.granularity == Granularity::span;
    const TickDraft tick{day_of({civil.year, shows_month ? civil.month : 1, 1}), TickDraft::Level::calendar,
                         shows_month};
    TickDraft& known = tick_drafts_.try_emplace(tick.key(), tick).first->second;
    known.shows_month = known.shows_month || shows_month;
    if (!is_within_day(range)) return;
    const TickDraft of_day{day, TickDraft::Level::day, false};
    tick_drafts_.try_emplace(of_day.key(), of_day);
  }

  // The number of the day is written beside the first mark of each day, the time beside each mark within one.
  void label_days() {
    mark_labels_.resize(result_.marks.size());
    std::string before;
    for (Stop& stop : stops_) {
      if (stop.kind != StopKind::mark || !is_point(range_of(result_.marks[stop.index]))) continue;
      const DateRange& range = range_of(result_.marks[stop.index]);
      const Moment in_day = stop.at - moment_of(day_of_moment(stop.at));
      const std::string label = is_within_day(range)
                                    ? fmt::format("{:02}:{:02}", in_day / 3600, in_day / 60 % 60)
                                    : fmt::format("{}", civil_of(day_of_moment(stop.at)).day);
      const std::string full = fmt::format("{} {}", day_of_moment(stop.at), label);
      stop.labelled = full != before;
      if (stop.labelled) mark_labels_[stop.index] = label;
      before = full;
    }
  }

  void place_stops(const Scale& scale) {
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      const double y = scale.y[i];
      const std::size_t index = stops_[i].index;
      switch (stops_[i].kind) {
        case StopKind::mark:
          result_.marks[index].y = y;
          break;
        case StopKind::bracket_start:
          result_.brackets[index].top = y;
          break;
        case StopKind::bracket_end:
          result_.brackets[index].bottom = y;
          break;
        case StopKind::tick:
          break;
      }
    }
  }

  // The open ends reach a little beyond the marks.
  void place_brackets() {
    std::vector<std::pair<double, double>> marks(result_.brackets.size(), {1e300, -1e300});
    for (const PlacedMark& mark : result_.marks) {
      if (!mark.bracket) continue;
      auto& [first, last] = marks[*mark.bracket];
      first = std::min(first, mark.y);
      last = std::max(last, mark.y);
    }
    for (std::size_t i = 0; i < result_.brackets.size(); ++i) {
      Bracket& bracket = result_.brackets[i];
      if (bracket.open_top) bracket.top = marks[i].first - fade;
      if (bracket.open_top && !bracket.open_bottom) bracket.bottom = marks[i].second + 9;
      if (bracket.open_bottom) bracket.bottom = marks[i].second + fade;
    }
  }

  PlacedTick tick(Day day, double y, bool shows_month, std::string_view prefix) const {
    const Civil civil = civil_of(day);
    PlacedTick tick{"", y, in_few_words(range_of_year(civil.year), wording_), "", 6};
    if (shows_month) {
      const auto month = static_cast<std::size_t>(civil.month - 1);
      tick.label = month < wording_.months_short.size() ? wording_.months_short[month]
                                                        : fmt::format("{:02}", civil.month);
    }
    tick.id =
        fmt::format("{}-{:04}", prefix, civil.year) + (shows_month ? fmt::format("-{:02}", civil.month) : "");
    return tick;
  }

  void place_ticks(const Scale& scale) {
    std::vector<PlacedTick>& ticks = result_.ticks;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      const std::size_t index = stops_[i].index;
      if (stops_[i].kind == StopKind::tick && ticks_[index].level == TickDraft::Level::calendar) {
        ticks.push_back(tick(ticks_[index].day, scale.y[i], ticks_[index].shows_month, "tick"));
      } else if (stops_[i].kind == StopKind::tick) {
        const Civil civil = civil_of(ticks_[index].day);
        ticks.push_back({fmt::format("day-{:04}-{:02}-{:02}", civil.year, civil.month, civil.day), scale.y[i],
                         "", fmt::format("{}", civil.day), 6});
      } else if (stops_[i].kind == StopKind::mark && !mark_labels_[index].empty()) {
        ticks.push_back({fmt::format("label-{}", index + 1), scale.y[i], "", mark_labels_[index], 0});
      }
    }
    for (const Between& between : ticks_between(stops_, scale)) {
      ticks.push_back(tick(between.day, between.y, !between.is_year, "tick"));
      if (between.is_written) continue;
      ticks.back().year = ticks.back().label = "";
      ticks.back().reach = 3;
    }
    std::stable_sort(ticks.begin(), ticks.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    write_each_year_once();
  }

  void write_each_year_once() {
    std::string before;
    for (PlacedTick& tick : result_.ticks) {
      if (tick.year.empty()) continue;
      const bool repeated = tick.year == before;
      before = tick.year;
      if (repeated) tick.year.clear();
    }
  }

  void find_same_dates() {
    std::vector<PlacedMark> sorted;
    for (const PlacedMark& mark : result_.marks)
      if (!mark.bracket) sorted.push_back(mark);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    for (std::size_t i = 0; i < sorted.size();) {
      std::size_t last = i;
      while (last + 1 < sorted.size() && range_of(sorted[last + 1]) == range_of(sorted[i])) ++last;
      if (last > i) result_.axis.same_date.push_back({sorted[i].y, sorted[last].y});
      i = last + 1;
    }
    std::sort(result_.marks.begin(), result_.marks.end(),
              [](const auto& a, const auto& b) { return a.y < b.y; });
  }

  const std::vector<Entry>& entries_;
  const std::vector<SetCard>& cards_;
  const DateWording& wording_;
  AlongAxis result_;
  std::vector<Stop> stops_;
  std::vector<TickDraft> ticks_;
  std::vector<std::string> mark_labels_;
  std::map<std::tuple<Day, TickDraft::Level>, TickDraft> tick_drafts_;
  std::map<std::tuple<Moment, Moment, bool, bool, bool>, std::size_t> bracket_by_date_;
};

}  // namespace

AlongAxis place_marks(const std::vector<Entry>& entries, const std::vector<SetCard>& cards,
                      const DateWording& wording, double top) {
  return Placing(entries, cards, wording).at(top);
}

}  // namespace fasti
