#include "render/axis_column.h"

#include <algorithm>

namespace fasti {

namespace {

double widest(const std::vector<PlacedTick>& ticks, const TextMetrics& metrics, Lettering lettering) {
  double width = 0;
  for (const PlacedTick& tick : ticks)
    width = std::max(width, metrics(lettering == Lettering::year ? tick.year : tick.label, lettering));
  return width;
}

void shift(Stretch& stretch, double dy) {
  stretch.top += dy;
  stretch.bottom += dy;
}

}  // namespace

AxisColumn axis_column(const std::vector<PlacedTick>& ticks, const TextMetrics& metrics, double left) {
  AxisColumn column;
  column.left = left;
  column.years = left + widest(ticks, metrics, Lettering::year) + 4;
  column.labels = column.years + 6 + widest(ticks, metrics, Lettering::tick) + 4;
  column.axis = column.labels + 14;
  return column;
}

void add_ticks(Layout& layout, const std::vector<PlacedTick>& ticks, const AxisColumn& column) {
  const auto text = [](std::string id, const std::string& line, double x, double right, double y,
                       Lettering lettering, Tone tone, Align align) {
    const Box box{x, y - line_height(lettering) / 2, right - x, line_height(lettering)};
    TextBlock block{std::move(id), box, {}, lettering, tone, align, ""};
    if (!line.empty()) block.lines = {line};
    return block;
  };
  for (const PlacedTick& tick : ticks) {
    const Tone tone = tick.id.starts_with("tick") ? Tone::muted : Tone::ink;
    layout.ticks.push_back({tick.id, tick.at, tick.reach,
                            text("year-of-" + tick.id, tick.year, column.left, column.years, tick.at,
                                 Lettering::year, Tone::ink, Align::left),
                            text("text-of-" + tick.id, tick.label, column.years, column.labels, tick.at,
                                 Lettering::tick, tone, Align::right)});
  }
}

void shift(AlongAxis& along, double dy) {
  for (PlacedMark& mark : along.marks) {
    mark.at += dy;
    mark.on_axis += dy;
  }
  for (PlacedTick& tick : along.ticks) tick.at += dy;
  for (Bracket& bracket : along.brackets) {
    bracket.top += dy;
    bracket.bottom += dy;
  }
  for (Stretch& gap : along.axis.breaks) shift(gap, dy);
  for (Stretch& day : along.axis.same_date) shift(day, dy);
  along.axis.top += dy;
  along.axis.bottom += dy;
}

}  // namespace fasti
