// How the picture looks: letterings, colours and the words of its own that it prints. Every size is in
// points. Colours are darkened ones of Okabe and Ito's palette, which colour-blind readers tell apart; no
// state is shown by colour alone (each status has a shape of its own).
#pragma once

#include <string_view>

#include "reconcile/verdict.h"

namespace fasti {

enum class Lettering { title, subtitle, year, tick, date, status, label, row, badge, heading, note };

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
  agreed,
  single,
  refined,
  disputed,
  decided
};
std::string_view hex(Tone);  // "#1A1D21"
Tone tone_of(Status);

// All that the picture says in its own words; dates are worded by the Timeline's DateWording.
namespace words {
std::string_view status(Status);         // "disputed"
std::string_view status_legend(Status);  // "the sources cannot all be right"
inline constexpr std::string_view date_open = "Date open";
inline constexpr std::string_view fits_all = "Fits each of these:";
inline constexpr std::string_view by_person = "decided by a person";
inline constexpr std::string_view nothing_found = "No event was found in these texts.";
inline constexpr std::string_view without_date = "Without a date";
inline constexpr std::string_view sources = "Sources";
inline constexpr std::string_view event = "event", events = "events";
inline constexpr std::string_view source = "source", sources_many = "sources";
inline constexpr std::string_view disputed_date = "disputed date", disputed_dates = "disputed dates";
inline constexpr std::string_view not_shown_one = "smaller event is not shown";
inline constexpr std::string_view not_shown = "smaller events are not shown";
inline constexpr std::string_view shows_all = "shows all";
inline constexpr std::string_view inferred = "inferred";
inline constexpr std::string_view unknown_date = "date unknown";
inline constexpr std::string_view legend = "How to read this";
inline constexpr std::string_view legend_rival = "a rival date, tied to its event";
inline constexpr std::string_view legend_open = "rival dates, none preferred";
inline constexpr std::string_view legend_stretch = "a month, a year: a bracket";
inline constexpr std::string_view legend_rival_stretch = "the same of a rival date";
inline constexpr std::string_view legend_about = "approximate";
inline constexpr std::string_view legend_open_end = "no end, or no start, is given";
inline constexpr std::string_view legend_break = "time left out";
inline constexpr std::string_view legend_same_day = "one and the same date";
}  // namespace words

}  // namespace fasti
