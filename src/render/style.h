// How the picture looks: letterings and colours. Every size is in points. Colours are darkened ones of Okabe
// and Ito's palette, which colour-blind readers tell apart; no state is shown by colour alone (each status
// has a shape of its own).
#pragma once

#include <string_view>

#include "reconcile/verdict.h"

namespace fasti {

enum class Lettering {
  title,
  subtitle,
  year,
  tick,
  date,
  status,
  label,
  row,
  badge,
  heading,
  note,
  lane,
  lane_label
};

struct Type {
  double size = 10;
  bool bold = false;
};
Type type_of(Lettering);

// From one line of a text to the next, exactly as Graphviz sets lines: floor(1.1 size + 0.5).
double line_height(Lettering);

enum class Tone {
  ink,
  muted,
  faint,
  hairline,
  paper,
  card,
  card_disputed,
  badge,
  bar,
  bar_pale,
  bar_paler,
  bar_palest,
  agreed,
  single,
  refined,
  disputed,
  decided
};
std::string_view hex(Tone);  // "#1A1D21"
Tone tone_of(Status);

}  // namespace fasti
