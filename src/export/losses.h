// What a format cannot hold, counted, so that it can be told: to the person at the terminal and in the file.
//
//   Losses losses;  losses.add(Loss::conflict);  losses.add(Loss::conflict);  losses.add(Loss::undated);
//   loss_message(losses) == "2 conflicts flattened to one date each, 1 event without a date left out"
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "rules/phrases.h"

namespace fasti {

enum class Loss {
  conflict,    // rival dates stand in words only
  undated,     // events without a date are left out
  statement,   // statements that nothing dates are left out
  before_era,  // dates before the year 1 are left out
  open_end,    // "since 2010" stands at 2010
  clock,       // clock times are written coarser
  as_point,    // a day or a part of it stands at its first second
  to_years,    // dates before the year 1 are written as years
};
inline constexpr std::size_t loss_kinds = 8;

struct Losses {
  std::array<std::size_t, loss_kinds> counts = {};

  void add(Loss loss, std::size_t n = 1) { counts[static_cast<std::size_t>(loss)] += n; }
  std::size_t of(Loss loss) const { return counts[static_cast<std::size_t>(loss)]; }
  bool any() const;
};

std::string loss_message(const Losses&);               // for the terminal; empty where nothing is lost
std::string loss_note(const Losses&, const Phrases&);  // for the file, in its language; likewise

}  // namespace fasti
