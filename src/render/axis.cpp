#include "render/axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fasti {

namespace {

constexpr double points_per_doubling = 12;  // the distance grows by this where the time doubles
constexpr double break_room = 40;
constexpr double zigzag = 9;
constexpr double least_tick_distance = 4;
constexpr double most_before_first = 26;  // from the first tick to what it is there for
constexpr double far_above = -std::numeric_limits<double>::infinity();
constexpr Moment day_seconds = seconds_per_day;

// The stretch of time that this story counts in: a sixth of the usual distance between two of its dates. So a
// day's news and a century's history both fill a page.
double unit_of(const std::vector<Stop>& stops) {
  std::vector<Moment> distances;
  const Stop* before = nullptr;
  for (const Stop& stop : stops) {
    if (stop.kind != StopKind::mark) continue;
    if (before && stop.at > before->at) distances.push_back(stop.at - before->at);
    before = &stop;
  }
  if (distances.empty()) return static_cast<double>(day_seconds);
  const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  const double most = distances.size() < 4 ? 10.0 * day_seconds : 700.0 * day_seconds;
  return std::clamp(static_cast<double>(*middle) / 6, 60.0, most);
}

bool is_long(Moment distance, double unit) { return static_cast<double>(distance) > 60 * unit; }

double natural_distance(const std::vector<Stop>& stops, std::size_t to, double unit) {
  const Moment distance = stops[to].at - stops[to - 1].at;
  if (is_long(distance, unit)) return break_room;
  const double natural = points_per_doubling * std::log2(1 + static_cast<double>(distance) / unit);
  return to == 1 ? std::min(natural, most_before_first) : natural;
}

// The lowest of what was set so far, by kind.
struct Reached {
  double mark = far_above, start = far_above, label = far_above;

  // How high a stop may stand at most, for the sake of what is above.
  double room_for(const Stop& stop) const {
    switch (stop.kind) {
      case StopKind::bracket_end:
        return std::max(mark, start) + 9;
      case StopKind::bracket_start:
        return far_above;
      case StopKind::tick:
        return label + label_gap;
      case StopKind::mark:
        break;
    }
    const double after_label = stop.labelled ? label + label_gap : far_above;
    return std::max({mark + mark_gap, start + 9, after_label});
  }
  void note(const Stop& stop, double y) {
    if (stop.kind == StopKind::mark) mark = y;
    if (stop.kind == StopKind::bracket_start) start = y;
    if (stop.labelled) label = y;
  }
};

}  // namespace

Scale set_scale(const std::vector<Stop>& stops, double top) {
  Scale scale;
  const double unit = unit_of(stops);
  double y = top, card_bottom = top - card_gap;
  Reached reached;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Stop& stop = stops[i];
    const double above = y;
    const bool is_break = i > 0 && is_long(stop.at - stops[i - 1].at, unit);
    if (i > 0) y += natural_distance(stops, i, unit);
    y = std::max(y, reached.room_for(stop));
    if (stop.carries_card) {
      y = std::max(y, card_bottom + card_gap + stop.card_above);
      card_bottom = y + stop.card_below;
    }
    reached.note(stop, y);
    scale.y.push_back(y);
    const double middle = (above + y) / 2;
    if (is_break)
      scale.breaks.push_back({middle - zigzag, middle + zigzag});
    else if (i > 0 && stop.at > stops[i - 1].at)
      scale.unbroken.push_back(i - 1);
  }
  scale.bottom = y;
  scale.cards_bottom = std::max(card_bottom, top);
  return scale;
}

namespace {

// The first days of months (or of years, decades …) within a stretch, exclusive of its ends.
std::vector<Day> first_days(Moment from, Moment to, int months) {
  std::vector<Day> days;
  const Civil civil = civil_of(day_of_moment(from));
  int month = (civil.year * 12 + civil.month - 1) / months * months;
  if (civil.year < 0) month -= months;
  for (;; month += months) {
    const int year = month >= 0 ? month / 12 : (month - 11) / 12;
    if (year > 9999) return days;
    if (year < -9999) continue;
    const Day day = day_of({year, month - year * 12 + 1, 1});
    if (day * day_seconds >= to) return days;
    if (day * day_seconds > from) days.push_back(day);
  }
}

}  // namespace

std::vector<Between> ticks_between(const std::vector<Stop>& stops, const Scale& scale) {
  // A label beside a mark would be read as the mark's date, also where the mark's own is left out.
  std::vector<double> written;
  for (std::size_t i = 0; i < stops.size(); ++i)
    if (stops[i].labelled || stops[i].kind == StopKind::mark) written.push_back(scale.y[i]);
  const auto is_free = [&](double y) {
    const auto below = std::lower_bound(written.begin(), written.end(), y - label_gap);
    return below == written.end() || *below > y + label_gap;
  };
  std::vector<Between> ticks;
  for (const std::size_t i : scale.unbroken) {
    const Moment from = stops[i].at, to = stops[i + 1].at;
    const double height = scale.y[i + 1] - scale.y[i];
    const double per_second = height / static_cast<double>(to - from);
    for (const int months : {1, 12, 120, 1200}) {
      const double distance = per_second * 28 * months * day_seconds;
      if (distance < least_tick_distance) continue;
      for (const Day day : first_days(from, to, months)) {
        const double y = scale.y[i] + per_second * static_cast<double>(day * day_seconds - from);
        ticks.push_back({y, day, months > 1, distance >= label_gap && is_free(y)});
      }
      break;
    }
  }
  return ticks;
}

}  // namespace fasti
