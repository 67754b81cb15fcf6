#include "render/undated.h"

#include <algorithm>

#include "render/card.h"

namespace fasti {

double add_undated(Layout& layout, const std::vector<Entry>& entries, const Voices& voices,
                   const Timeline& timeline, const TextMetrics& metrics, double width, double margin,
                   double y) {
  constexpr double gap = 12;
  double x = margin, bottom = y;
  for (const Entry& entry : entries) {
    if (entry.anchor) continue;
    SetCard set = set_card(entry, voices, timeline.wording, timeline.phrases, metrics, width);
    if (x > margin && x + width > layout.width - margin) {
      x = margin;
      y = bottom + gap;
    }
    move(set.card, x, y);
    x += width + gap;
    bottom = std::max(bottom, set.card.box.bottom());
    layout.cards.push_back(std::move(set.card));
  }
  return bottom;
}

}  // namespace fasti
