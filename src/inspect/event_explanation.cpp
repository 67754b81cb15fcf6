#include "inspect/event_explanation.h"

#include <algorithm>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "event/evidence.h"

namespace fasti {

namespace {

constexpr std::size_t longest_quote = 100;  // bytes

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= longest_quote) return text;
  std::size_t end = text.rfind(' ', longest_quote);
  if (end == std::string::npos || end == 0) end = longest_quote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + " …";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string sum_of(const Bond& bond) {
  return fmt::format("{:.2f} = told alike {:.2f} x dates {:.2f} x the rest {:.2f}; both tell: {}",
                     bond.strength, bond.alike, bond.dates, bond.others, joined(bond.shared));
}

std::string claim_text(const Claim& claim, const Bond& bond, const Event& event) {
  std::string text = fmt::format("  {}:{}  {}  \"{}\"\n", claim.doc, claim.line, to_edtf(*claim.range),
                                 on_one_line(claim.quote));
  const auto other = std::find_if(event.claims.begin(), event.claims.end(), [&](const Claim& one) {
    return one.doc == bond.doc && one.span.begin == bond.place.begin && one.span.end == bond.place.end;
  });
  if (other != event.claims.end())
    text += fmt::format("    with {}:{}  {}\n", other->doc, other->line, sum_of(bond));
  return text;
}

std::string near_text(const NearEvent& near, const Timeline& timeline) {
  const auto other = std::find_if(timeline.events.begin(), timeline.events.end(),
                                  [&](const TimelineEvent& entry) { return entry.event.id == near.id; });
  if (other == timeline.events.end()) return "";
  const std::string why =
      near.excluded
          ? fmt::format(
                "{:.2f} would be enough, but some two of their claims exclude each other: one article gives "
                "them different dates, or they are of different kinds",
                near.strength)
          : fmt::format("{:.2f} on average, and {:.2f} would be enough", near.strength, enough_to_join);
  return fmt::format("  not the same: {}  {}\n    {}\n    closest pair: {}\n", near.id, other->event.label,
                     why, sum_of(near.closest));
}

}  // namespace

std::vector<const TimelineEvent*> events_named(const Timeline& timeline, const std::string& id) {
  std::vector<const TimelineEvent*> found;
  for (const TimelineEvent& entry : timeline.events) {
    if (entry.event.id == id) return {&entry};
    if (!id.empty() && entry.event.id.starts_with(id)) found.push_back(&entry);
  }
  return found;
}

std::string event_explanation_text(const TimelineEvent& entry, const Timeline& timeline) {
  const Event& event = entry.event;
  std::string text = fmt::format("{}  {}\n", event.id, event.label);
  for (std::size_t i = 0; i < event.claims.size(); ++i)
    text += claim_text(event.claims[i], i < event.bonds.size() ? event.bonds[i] : Bond{}, event);
  if (event.claims.size() == 1) text += "    one claim alone: no other tells enough of the same\n";
  if (event.near) text += near_text(*event.near, timeline);
  return text;
}

}  // namespace fasti
