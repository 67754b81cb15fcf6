#include "render/layout.h"

#include "render/layout_styles.h"

namespace fasti {

Layout layout(const Timeline& timeline, const TextMetrics& metrics, const LayoutOptions& options) {
  switch (options.style) {
    case Style::horizontal:
      return layout_horizontal(timeline, metrics, options);
    case Style::lanes:
      return layout_lanes(timeline, metrics, options);
    case Style::vertical:
      break;
  }
  return layout_vertical(timeline, metrics, options);
}

}  // namespace fasti
