#include "render/ribbon.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include <fmt/format.h>

#include "render/flags.h"

namespace fasti {

namespace {

constexpr double year_row = 14.5, day_row = 27.5;  // middles, from the ribbon's upper edge
constexpr double text_indent = 4;                  // from a tick to what is written behind it
constexpr double far_left = -std::numeric_limits<double>::infinity();

struct RibbonTexts {
  const DateWording& wording;
  const TextMetrics& metrics;
  double width(const std::string& text, Lettering lettering) const { return metrics(text, lettering); }
};

// The rightmost of what was set so far, by kind.
struct Passed {
  RibbonTexts texts;
  const Stops* stops = nullptr;
  double pitch = 0;          // even: from card to card
  double stack = 0;          // what a full stack of cards takes
  std::size_t in_stack = 1;  // cards that stand beside each other, above and below
  double mark = far_left, start = far_left, label_end = far_left, year_end = far_left;
  int year = std::numeric_limits<int>::min();
  std::vector<double> cards = {};

  double label_width(const Stop& stop) const {
    if (stop.kind == StopKind::mark) return texts.width(stops->marks[stop.index].label, Lettering::tick);
    const TickDraft& tick = stops->ticks[stop.index];
    const Civil civil = civil_of(tick.day);
    if (tick.level == TickDraft::Level::day)
      return texts.width(fmt::format("{}", civil.day), Lettering::tick);
    if (!tick.shows_month) return 0;
    const auto month = static_cast<std::size_t>(civil.month - 1);
    const std::vector<std::string>& names = texts.wording.months_short;
    return texts.width(month < names.size() ? names[month] : fmt::format("{:02}", civil.month),
                       Lettering::tick);
  }
  int year_of(const Stop& stop) const { return civil_of(stops->ticks[stop.index].day).year; }

  double earliest(const Stop& stop) const {
    switch (stop.kind) {
      case StopKind::bracket_end:
        return std::max(mark, start) + 12;
      case StopKind::bracket_start:
        return far_left;
      case StopKind::tick:
        return std::max(label_end + 6, year_of(stop) != year ? year_end + 8 : far_left);
      case StopKind::mark:
        break;
    }
    double at = std::max(mark + mark_gap, start + 9);
    if (stop.labelled) at = std::max(at, label_end + 6 + label_width(stop) / 2);
    if (!stop.carries_card || cards.empty()) return at;
    at = std::max(at, cards.back() + pitch);
    return cards.size() < in_stack ? at : std::max(at, cards[cards.size() - in_stack] + stack);
  }

  void note(const Stop& stop, double at) {
    if (stop.kind == StopKind::bracket_start) start = at;
    if (stop.carries_card) cards.push_back(at);
    if (stop.kind == StopKind::mark) {
      mark = at;
      if (stop.labelled) label_end = at + label_width(stop) / 2;
    }
    if (stop.kind != StopKind::tick) return;
    label_end = at + text_indent + label_width(stop);
    if (year_of(stop) == year) return;
    year = year_of(stop);
    year_end =
        at + text_indent + texts.width(in_few_words(range_of_year(year), texts.wording), Lettering::year);
  }
};

TextBlock ribbon_text(std::string id, const std::string& line, double x, double middle, Lettering lettering,
                      Tone tone, const TextMetrics& metrics) {
  const double height = line_height(lettering);
  return {std::move(id),
          {x, middle - height / 2, metrics(line, lettering) + 2, height},
          {line},
          lettering,
          tone,
          Align::left,
          ""};
}

// Ticks get a hairline and their words behind it, days stand below (or above) their marks.
void add_ribbon_texts(Layout& layout, const AlongAxis& along, const TextMetrics& metrics, double top) {
  for (const PlacedTick& tick : along.ticks) {
    const bool is_of_mark = tick.id.starts_with("label");
    const bool is_written = !tick.year.empty() || !tick.label.empty();
    if (!is_of_mark) {
      const double height = is_written ? ribbon_height : 4;
      layout.panels.push_back({tick.id, {tick.at - 0.4, top, 0.8, height}, Tone::faint});
    }
    if (!tick.year.empty())
      layout.texts.push_back(ribbon_text("year-of-" + tick.id, tick.year, tick.at + text_indent,
                                         top + year_row, Lettering::year, Tone::ink, metrics));
    if (tick.label.empty()) continue;
    const double x = is_of_mark ? tick.at - metrics(tick.label, Lettering::tick) / 2 : tick.at + text_indent;
    layout.texts.push_back(ribbon_text("text-of-" + tick.id, tick.label, x, top + day_row, Lettering::tick,
                                       is_of_mark ? Tone::ink : Tone::muted, metrics));
  }
}

}  // namespace

AlongAxis along_ribbon(const std::vector<Dated>& dates, const DateWording& wording,
                       const TextMetrics& metrics, Spacing spacing, double card_width,
                       std::size_t most_in_stack) {
  const std::size_t both_sides = 2 * most_in_stack;
  const double stack = stack_length(card_width, most_in_stack);
  const double pitch = stack / static_cast<double>(both_sides);
  const auto cards = static_cast<std::size_t>(
      std::count_if(dates.begin(), dates.end(), [](const Dated& d) { return d.carries_card; }));
  Pace pace;
  pace.spacing = spacing;
  // Many events fill the page by themselves; there the time between them needs less of it.
  pace.per_doubling =
      13 * std::min(1.0, std::sqrt(60 / static_cast<double>(std::max<std::size_t>(cards, 1))));
  pace.break_room = 96;
  pace.break_before = 24;  // clear of the year behind the last tick
  pace.most_before_first = 30;
  pace.label_gap = 42;
  if (spacing == Spacing::proportional) {
    pace.full = std::max(least_ribbon, 1.1 * pitch * static_cast<double>(cards));
    return place_marks_beside(dates, wording, 0, pace, [](const std::vector<PlacedMark>& marks) {
      return std::vector<double>(marks.empty() ? 0 : marks.size() - 1, mark_gap);
    });
  }
  const auto passed = std::make_shared<Passed>(Passed{{wording, metrics}});
  passed->stack = stack;
  passed->in_stack = both_sides;
  if (spacing == Spacing::even) passed->pitch = pitch;
  return place_marks(dates, wording, 0, pace, [&](const Stops& stops) {
    passed->stops = &stops;
    return Needs{[passed](const Stop& stop) { return passed->earliest(stop); },
                 [passed](const Stop& stop, double at) { passed->note(stop, at); }};
  });
}

// Where time is left out the ribbon is cut, with two strokes in the cut.
void add_ribbon(Layout& layout, const AlongAxis& along, const TextMetrics& metrics, double top,
                double right) {
  constexpr double cut = 5;
  double x = along.axis.top;
  int number = 0;
  const auto piece = [&](double to) {
    layout.panels.push_back(
        {fmt::format("ribbon-{}", ++number), {x, top, to - x, ribbon_height}, Tone::badge});
  };
  for (const Stretch& gap : along.axis.breaks) {
    const double middle = (gap.top + gap.bottom) / 2;
    piece(middle - cut);
    x = middle + cut;
    for (const double at : {middle - 2, middle + 2})
      layout.strokes.push_back(
          {fmt::format("break-{}", number), {{at - 2.5, top + ribbon_height + 3}, {at + 2.5, top - 3}}});
  }
  piece(right);
  add_ribbon_texts(layout, along, metrics, top);
  for (const Stretch& date : along.axis.same_date)
    layout.panels.push_back({fmt::format("same-date-{}", ++number),
                             {date.top, top + ribbon_height - 3, date.bottom - date.top, 2},
                             Tone::muted});
}

double ribbon_end(const AlongAxis& along, const TextMetrics& metrics) {
  double right = along.axis.bottom;
  for (const PlacedTick& tick : along.ticks)
    right = std::max({right, tick.at + text_indent + metrics(tick.year, Lettering::year) + 6,
                      tick.at + text_indent + metrics(tick.label, Lettering::tick) + 6});
  return right;
}

}  // namespace fasti
