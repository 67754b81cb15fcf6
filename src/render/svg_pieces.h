// A large drawing cut into pieces that stand beside each other without a seam: a browser need draw only those
// in sight, and paper breaks between them. Along its longer side it is cut where no word and no sign is;
// lines that run on are in each piece that they cross.
//
//   ┌────────┐      ┌────────┐
//   │ ●─ one │      │ ●─ one │
//   │ │      │  ->  └─│──────┘
//   │ ●─ two │      ┌─│──────┐
//   └────────┘      │ ●─ two │
//                   └────────┘
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace fasti {

// From where to where something reaches; from nowhere to nowhere, as long as nothing was added.
struct Reach {
  double from = std::numeric_limits<double>::infinity();
  double to = -std::numeric_limits<double>::infinity();
  void add(double at, double before = 0, double behind = 0);
  bool nowhere() const { return from > to; }
};

struct DrawnItem {
  std::string svg;
  Reach across, down;
  bool may_be_cut = false;  // a line, but not a word
};

struct Sheet {
  Reach across, down;      // the drawing's viewBox
  std::string attributes;  // of each <svg>
  std::string transform;   // of all items, may be empty; they reach where they do when it is done
};

// Whether the drawing is cut from left to right; else from top to bottom.
bool is_wide(const Sheet&);

// Elements <div class="piece" style="--wide:619.00;--high:770.50"><svg …>, in points. An item that reaches
// nowhere is in each of them. Where `whole`, all is one piece.
std::string pieces_of(const std::vector<DrawnItem>&, const Sheet&, bool whole = false);

}  // namespace fasti
