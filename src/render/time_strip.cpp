#include "render/time_strip.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

constexpr double floor_y = 46;      // of the axis
constexpr double tallest_bar = 28;  // where all of the evidence speaks for a date
constexpr double lowest_bar = 4;
constexpr double narrowest_bar = 0.7;  // per cent of the width
constexpr double letter_room = 3.5;    // per cent of the width that a letter takes
constexpr Moment hour = 3600;
constexpr Moment day = seconds_per_day;
constexpr Moment year = 366 * day;

struct Axis {
  Moment begin = 0, end = 1;
  double place(Moment at) const {
    const double share = static_cast<double>(at - begin) / static_cast<double>(end - begin);
    return std::round(1e4 * std::clamp(share, 0.0, 1.0)) / 100;
  }
};

// Open ends count for nothing: they would make everything else vanish.
void widen(Axis& axis, const DateRange& range, bool& empty) {
  const Moment begin = range.open_start ? range.latest : range.earliest;
  const Moment end = range.open_end ? range.earliest : range.latest;
  axis.begin = empty ? begin : std::min(axis.begin, begin);
  axis.end = empty ? end + 1 : std::max(axis.end, end + 1);
  empty = false;
}

// The days on which the sources of the candidates appeared, where they are known.
std::vector<DateRange> publications_of(const Desk& desk, const Case& one) {
  std::vector<DateRange> days;
  std::set<Moment> seen;
  for (const Candidate& candidate : one.conflict->candidates)
    for (const std::size_t index : candidate.claims) {
      if (index >= one.told->event.claims.size()) continue;
      const Source* source = source_of(desk, one.told->event.claims[index].doc);
      if (source == nullptr || !source->published.known()) continue;
      const DateRange& range = source->published.range;
      if (days_covered(range) == 1 && seen.insert(range.earliest).second) days.push_back(range);
    }
  return days;
}

// All candidates, and those publications that lie not much farther away than the candidates from each other.
Axis axis_of(const Case& one, const std::vector<DateRange>& publications) {
  Axis axis;
  bool empty = true;
  for (const Candidate& candidate : one.conflict->candidates) widen(axis, candidate.range, empty);
  const Moment near = std::max(7 * day, axis.end - axis.begin);
  const Axis core = axis;
  for (const DateRange& published : publications)
    if (published.latest >= core.begin - near && published.earliest <= core.end + near)
      widen(axis, published, empty);
  const Moment length = axis.end - axis.begin;
  const Moment margin = length <= day ? std::max(hour, length / 10) : std::max(day / 2, length / 20);
  axis.begin = limited_moment(axis.begin - margin);
  axis.end = limited_moment(axis.end + margin);
  return axis;
}

// The next beginning of an hour, a day, a month, a year … behind a moment; `step` in months where it is 0.
struct Step {
  Moment seconds = 0;
  int months = 0;
};

Step step_for(Moment length) {
  if (length <= 2 * day) return {hour, 0};
  if (length <= 50 * day) return {day, 0};
  if (length <= 5 * year) return {0, 1};
  if (length <= 60 * year) return {0, 12};
  return {0, length <= 600 * year ? 120 : 1200};
}

std::vector<Moment> ticks_of(const Axis& axis) {
  constexpr std::size_t most = 80;
  const Step step = step_for(axis.end - axis.begin);
  std::vector<Moment> ticks;
  if (step.seconds > 0) {
    const Moment from = axis.begin - ((axis.begin % step.seconds) + step.seconds) % step.seconds;
    for (Moment at = from; at <= axis.end && ticks.size() < most; at += step.seconds)
      if (at >= axis.begin) ticks.push_back(at);
    return ticks;
  }
  const Civil first = civil_of(day_of_moment(axis.begin));
  const int month = step.months >= 12 ? 1 : first.month;
  const int years = std::max(1, step.months / 12);
  const int from = std::max(-9999, first.year - ((first.year % years) + years) % years);
  Day at = day_of({from, month, 1});
  for (; start_of(at) <= axis.end && ticks.size() < most; at = add_months(at, step.months)) {
    if (start_of(at) >= axis.begin) ticks.push_back(start_of(at));
    if (at >= greatest_day) break;
  }
  return ticks;
}

void draw_axis(std::string& svg, const Desk& desk, const Axis& axis) {
  for (const Moment at : ticks_of(axis))
    svg += fmt::format("<line class=\"tick\" x1=\"{0}%\" x2=\"{0}%\" y1=\"{1}\" y2=\"{2}\"/>", axis.place(at),
                       floor_y, floor_y + 4);
  svg += fmt::format("<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>", floor_y);
  const auto end = [&](Moment at, std::string_view x, std::string_view anchor) {
    const std::string text =
        desk.escape(in_few_words(range_of_day(day_of_moment(at)), desk.timeline.wording));
    svg += fmt::format("<text class=\"end\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", x, floor_y + 26,
                       anchor, text);
  };
  end(axis.begin, "0", "start");
  end(axis.end - 1, "100%", "end");
}

struct Bar {
  std::size_t candidate = 0;
  double left = 0, width = 0, height = 0;
  double middle() const { return left + width / 2; }
};

std::vector<Bar> bars_of(const Case& one, const Axis& axis) {
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < one.conflict->candidates.size(); ++i) {
    const Candidate& candidate = one.conflict->candidates[i];
    const double left = axis.place(candidate.range.earliest), right = axis.place(candidate.range.latest + 1);
    const double width = std::max(narrowest_bar, right - left);
    const double height = lowest_bar + (tallest_bar - lowest_bar) * std::clamp(candidate.weight, 0.0, 1.0);
    bars.push_back({i, std::min(left, 100 - width), width, std::round(height * 10) / 10});
  }
  return bars;
}

// Wide bars lie behind narrow ones. A letter that would stand on the one before it moves to the right.
void draw_bars(std::string& svg, const Case& one, std::vector<Bar> bars) {
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.width > b.width; });
  for (const Bar& bar : bars)
    svg += fmt::format("<rect class=\"{}\" x=\"{:.2f}%\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\"/>",
                       is_preferred(one, bar.candidate) ? "bar preferred" : "bar", bar.left,
                       floor_y - bar.height, bar.width, bar.height);
  std::stable_sort(bars.begin(), bars.end(),
                   [](const Bar& a, const Bar& b) { return a.middle() < b.middle(); });
  double free_from = 0;
  for (const Bar& bar : bars) {
    const double x = std::max(bar.middle(), free_from);
    free_from = x + letter_room;
    svg += fmt::format("<text class=\"letter\" x=\"{:.2f}%\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                       std::min(x, 99.0), floor_y - bar.height - 4, letter_of(bar.candidate));
  }
}

void draw_publications(std::string& svg, const Desk& desk, const Axis& axis,
                       const std::vector<DateRange>& publications) {
  for (const DateRange& published : publications) {
    const Moment noon = published.earliest + (published.latest - published.earliest) / 2;
    if (noon < axis.begin || noon > axis.end) continue;
    svg += fmt::format(
        "<svg x=\"{:.2f}%\" y=\"{}\" overflow=\"visible\"><path class=\"appeared\" d=\"M0 0L4.5 8H-4.5Z\">"
        "<title>{}</title></path></svg>",
        axis.place(noon), floor_y + 5, told(desk, "published", {{"date", worded(desk, published)}}));
  }
}

std::string description_of(const Desk& desk, const Case& one) {
  std::string text = told(desk, "strip", {{"label", desk.escape(label_of(one))}});
  for (std::size_t i = 0; i < one.conflict->candidates.size(); ++i) {
    const Candidate& candidate = one.conflict->candidates[i];
    text += (i == 0 ? ": " : "; ") + told(desk, "strip-mark",
                                          {{"letter", letter_of(i)},
                                           {"date", worded(desk, candidate.range)},
                                           {"share", fmt::format("{}", hundredths(candidate.weight))}});
  }
  return text;
}

}  // namespace

std::string letter_of(std::size_t candidate) {
  return candidate < 26 ? std::string(1, static_cast<char>('A' + candidate))
                        : fmt::format("{}", candidate + 1);
}

std::string time_strip(const Desk& desk, const Case& one) {
  if (one.conflict->candidates.empty()) return "";
  const std::vector<DateRange> publications = publications_of(desk, one);
  const Axis axis = axis_of(one, publications);
  if (axis.end <= axis.begin) return "";
  std::string svg =
      fmt::format("<svg class=\"strip\" role=\"img\" width=\"100%\" height=\"76\" aria-label=\"{}\">",
                  description_of(desk, one));
  draw_axis(svg, desk, axis);
  draw_bars(svg, one, bars_of(one, axis));
  draw_publications(svg, desk, axis, publications);
  return svg + "</svg>\n";
}

}  // namespace fasti
