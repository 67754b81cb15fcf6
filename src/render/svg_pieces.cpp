#include "render/svg_pieces.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

constexpr double high_for_paper = 1.25;  // of a piece's width: as wide as a sheet of paper, it is not as high
constexpr double wide_for_paper = 1.6;   // of a piece's height, where time runs across
constexpr double stroke = 3;             // lines reach beyond their points

double length_of(const Reach& reach) { return reach.to - reach.from; }

const Reach& along(const DrawnItem& item, bool wide) { return wide ? item.across : item.down; }

// Places between `sheet`'s ends that no word and no sign covers, as far apart as a piece may be long, or a
// little farther.
std::vector<double> cuts_of(const std::vector<DrawnItem>& items, bool wide, const Reach& sheet,
                            double piece) {
  std::vector<Reach> whole;
  for (const DrawnItem& item : items)
    if (!item.may_be_cut && !along(item, wide).nowhere()) whole.push_back(along(item, wide));
  std::sort(whole.begin(), whole.end(), [](const Reach& a, const Reach& b) { return a.from < b.from; });
  std::vector<double> cuts;
  double from = sheet.from, last = sheet.from, covered = sheet.from;
  for (const Reach& reach : whole) {
    if (reach.from > covered) {
      const double gap = (reach.from + covered) / 2;
      if (gap - from > piece && last > from) cuts.push_back(from = last);
      last = gap;
    }
    covered = std::max(covered, reach.to);
  }
  if (sheet.to - from > piece && last > from) cuts.push_back(last);
  return cuts;
}

bool stands_in(const DrawnItem& item, bool wide, const Reach& piece) {
  const Reach& reach = along(item, wide);
  if (reach.nowhere()) return true;
  if (item.may_be_cut) return reach.from - stroke < piece.to && reach.to + stroke > piece.from;
  const double middle = (reach.from + reach.to) / 2;
  return middle >= piece.from && middle < piece.to;
}

void open_piece(std::string& out, const Sheet& sheet, const Reach& across, const Reach& down) {
  const double wide = length_of(across), high = length_of(down);
  out += fmt::format(
      "<div class=\"piece\" style=\"--wide:{0:.2f};--high:{1:.2f}\"><svg role=\"presentation\" "
      "viewBox=\"{2:.2f} {3:.2f} {0:.2f} {1:.2f}\"{4}>\n<g{5}>\n",
      wide, high, across.from, down.from, sheet.attributes,
      sheet.transform.empty() ? "" : fmt::format(" transform=\"{}\"", escape_xml(sheet.transform)));
}

}  // namespace

void Reach::add(double at, double before, double behind) {
  from = std::min(from, at - before);
  to = std::max(to, at + behind);
}

bool is_wide(const Sheet& sheet) { return length_of(sheet.across) > 2 * length_of(sheet.down); }

std::string pieces_of(const std::vector<DrawnItem>& items, const Sheet& sheet, bool whole) {
  const bool wide = is_wide(sheet);
  const Reach& length = wide ? sheet.across : sheet.down;
  const double piece =
      wide ? wide_for_paper * length_of(sheet.down) : high_for_paper * length_of(sheet.across);
  std::vector<double> ends = whole ? std::vector<double>() : cuts_of(items, wide, length, piece);
  ends.push_back(length.to);
  std::string out;
  double from = length.from;
  for (const double to : ends) {
    const Reach here{from, to};
    open_piece(out, sheet, wide ? here : sheet.across, wide ? sheet.down : here);
    for (const DrawnItem& item : items)
      if (ends.size() == 1 || stands_in(item, wide, here)) out += item.svg;
    out += "</g></svg></div>\n";
    from = to;
  }
  return out;
}

}  // namespace fasti
