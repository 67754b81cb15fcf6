// One function a style; layout() chooses. Each is pure and keeps what layout.h promises.
#pragma once

#include "render/layout.h"

namespace fasti {

Layout layout_vertical(const Timeline&, const TextMetrics&, const LayoutOptions&);
Layout layout_horizontal(const Timeline&, const TextMetrics&, const LayoutOptions&);
Layout layout_lanes(const Timeline&, const TextMetrics&, const LayoutOptions&);

}  // namespace fasti
