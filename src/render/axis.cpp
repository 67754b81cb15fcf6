#include "render/axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fasti {

namespace {

constexpr double zigzag = 9;
constexpr double least_tick_distance = 4;
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

double seconds_per_point(const std::vector<Stop>& stops, double full) {
  const auto time = static_cast<double>(stops.back().at - stops.front().at);
  return full > 0 && time > 0 ? time / full : std::numeric_limits<double>::infinity();
}

double natural_distance(const std::vector<Stop>& stops, std::size_t to, double unit, const Pace& pace) {
  const Moment distance = stops[to].at - stops[to - 1].at;
  if (is_long(distance, unit)) return pace.break_room;
  const double natural = pace.per_doubling * std::log2(1 + static_cast<double>(distance) / unit);
  return to == 1 ? std::min(natural, pace.most_before_first) : natural;
}

// What says when something happens (a tick, the start of a bracket) belongs to what follows it: after a long
// time that takes no room, it would else stand beside the last date and be read as that one's.
void lean_on_next(Scale& scale, const std::vector<Stop>& stops, double lead) {
  constexpr double bracket_lead = 10;
  double next = std::numeric_limits<double>::infinity();  // mark or tick
  double next_of_all = std::numeric_limits<double>::infinity();
  for (std::size_t i = stops.size(); i-- > 0;) {
    const StopKind kind = stops[i].kind;
    const bool leans = kind == StopKind::tick || kind == StopKind::bracket_start;
    const double wanted = next - (kind == StopKind::tick ? lead : bracket_lead);
    if (leans && std::isfinite(next)) scale.at[i] = std::max(scale.at[i], std::min(wanted, next_of_all));
    if (kind == StopKind::mark || kind == StopKind::tick) next = scale.at[i];
    next_of_all = scale.at[i];
  }
}

}  // namespace

Scale set_scale(const std::vector<Stop>& stops, double start, const Pace& pace, const Needs& needs) {
  Scale scale;
  scale.end = start;
  if (stops.empty()) return scale;
  const bool compresses = pace.spacing == Spacing::compressed;
  const bool measures = pace.spacing == Spacing::proportional;
  const double unit = unit_of(stops), seconds = seconds_per_point(stops, pace.full);
  double at = start;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Stop& stop = stops[i];
    const double before = at;
    const Moment time = i > 0 ? stop.at - stops[i - 1].at : 0;
    if (i > 0 && compresses) at += natural_distance(stops, i, unit, pace);
    if (measures) at = std::max(at, start + static_cast<double>(stop.at - stops.front().at) / seconds);
    at = std::max(at, needs.earliest(stop));
    needs.stands(stop, at);
    scale.at.push_back(at);
    const double middle = pace.break_before > 0 ? at - pace.break_before : (before + at) / 2;
    if (compresses && is_long(time, unit))
      scale.breaks.push_back({middle - zigzag, middle + zigzag});
    else if (time > 0 && pace.spacing != Spacing::even)
      scale.unbroken.push_back(i - 1);
  }
  scale.end = at;
  if (pace.spacing == Spacing::even && pace.lead > 0) lean_on_next(scale, stops, pace.lead);
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

std::vector<Between> ticks_between(const std::vector<Stop>& stops, const Scale& scale, double label_gap) {
  // A label beside a mark would be read as the mark's date, also where the mark's own is left out.
  std::vector<double> written;
  for (std::size_t i = 0; i < stops.size(); ++i)
    if (stops[i].labelled || stops[i].kind == StopKind::mark) written.push_back(scale.at[i]);
  const auto is_free = [&](double at) {
    const auto below = std::lower_bound(written.begin(), written.end(), at - label_gap);
    return below == written.end() || *below > at + label_gap;
  };
  std::vector<Between> ticks;
  for (const std::size_t i : scale.unbroken) {
    const Moment from = stops[i].at, to = stops[i + 1].at;
    const double length = scale.at[i + 1] - scale.at[i];
    const double per_second = length / static_cast<double>(to - from);
    for (const int months : {1, 12, 120, 1200}) {
      const double distance = per_second * 28 * months * day_seconds;
      if (distance < least_tick_distance) continue;
      for (const Day day : first_days(from, to, months)) {
        const double at = scale.at[i] + per_second * static_cast<double>(day * day_seconds - from);
        ticks.push_back({at, day, months > 1, distance >= label_gap && is_free(at)});
      }
      break;
    }
  }
  return ticks;
}

}  // namespace fasti
