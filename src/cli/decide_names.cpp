#include "cli/decide_names.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include <fmt/format.h>

#include "calendar/edtf.h"

namespace fasti::cli {

namespace {

constexpr std::size_t most_told = 8;

// "e-184c0eab The ferry Wren sank: 12 June 2021 (courier) or 14 June 2021 (echo)"
std::string conflict_line(const OpenConflict& open) {
  return fmt::format("{} {}: {}", open.event, open.label, open.dates);
}

const TimelineEvent& event_of(const Conflict& conflict, const Timeline& timeline) {
  return *std::find_if(timeline.events.begin(), timeline.events.end(),
                       [&](const TimelineEvent& told) { return told.event.id == conflict.event; });
}

// "12 June 2021 (courier) or 14 June 2021 (echo)"
std::string dates_in_words(const Conflict& conflict, const DateWording& wording) {
  std::vector<std::string> dates;
  for (const Candidate& candidate : conflict.candidates)
    dates.push_back(
        fmt::format("{} ({})", in_words(candidate.range, wording), fmt::join(candidate.sources, ", ")));
  return fmt::format("{}", fmt::join(dates, " or "));
}

[[noreturn]] void no_such_event(const std::string& id, const Timeline& timeline) {
  std::vector<std::string> ids;
  for (const TimelineEvent& event : timeline.events) ids.push_back(event.event.id);
  const auto nearest = nearest_word(id, ids);
  refuse("no-such-event", fmt::format("no event has the id \"{}\"", id),
         (nearest ? fmt::format("did you mean {}? ", *nearest) : "") + open_conflicts_in_words(timeline));
}

std::string claim_line(const Claim& claim) {
  return fmt::format("{}:{} or {}@{}  {}  {}", claim.doc, claim.line, claim.doc, claim.span.begin,
                     to_edtf(*claim.range), key_of(claim).quote);
}

std::string claims_in_words(const std::vector<const Claim*>& claims) {
  std::string text;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (i == most_told) return text + "\n    …";
    text += "\n    " + claim_line(*claims[i]);
  }
  return text;
}

std::optional<std::size_t> number_behind(const std::string& text, char sign) {
  const std::size_t at = text.rfind(sign);
  if (at == text.npos || at + 1 == text.size()) return std::nullopt;
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + at + 1, end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

bool is_called(const Claim& claim, const std::string& text) {
  if (claim.doc == text) return true;
  if (const auto line = number_behind(text, ':'); line && claim.line == *line)
    return text.substr(0, text.rfind(':')) == claim.doc;
  if (const auto begin = number_behind(text, '@'); begin && claim.span.begin == *begin)
    return text.substr(0, text.rfind('@')) == claim.doc;
  return false;
}

ClaimKey claim_called(const std::string& text, const Event& event) {
  std::vector<const Claim*> found, all;
  for (const Claim& claim : event.claims) {
    all.push_back(&claim);
    if (is_called(claim, text)) found.push_back(&claim);
  }
  if (found.size() == 1) return key_of(*found.front());
  if (found.empty())
    refuse("no-such-claim", fmt::format("{} has no claim \"{}\"", event.id, text),
           "its claims are" + claims_in_words(all));
  refuse("no-such-claim", fmt::format("{} claims of {} are called \"{}\"", found.size(), event.id, text),
         "say which one by its byte:" + claims_in_words(found));
}

}  // namespace

void refuse(std::string code, std::string message, std::string hint) {
  throw error_of(std::move(code), std::move(message), std::move(hint));
}

std::vector<OpenConflict> open_conflicts(const Timeline& timeline) {
  std::vector<OpenConflict> open;
  for (const Conflict& conflict : timeline.conflicts) {
    const TimelineEvent& told = event_of(conflict, timeline);
    if (told.verdict.decided) continue;
    open.push_back({conflict.event, told.event.label, dates_in_words(conflict, timeline.wording)});
  }
  return open;
}

std::string open_conflicts_in_words(const Timeline& timeline) {
  std::string text;
  std::size_t told = 0;
  for (const OpenConflict& conflict : open_conflicts(timeline)) {
    if (++told > most_told) return text + "\n    …";
    text += "\n    " + conflict_line(conflict);
  }
  return text.empty() ? "no conflict is open" : "open conflicts are" + text;
}

const TimelineEvent& event_named(const std::string& id, const Timeline& timeline) {
  std::vector<const TimelineEvent*> found;
  for (const TimelineEvent& event : timeline.events) {
    if (event.event.id == id) return event;
    if (event.event.id.starts_with(id)) found.push_back(&event);
  }
  if (found.empty() || id.empty()) no_such_event(id, timeline);
  if (found.size() > 1)
    refuse("no-such-event", fmt::format("the ids of {} events begin with \"{}\"", found.size(), id),
           fmt::format("{} {}, {} {} …", found[0]->event.id, found[0]->event.label, found[1]->event.id,
                       found[1]->event.label));
  return *found.front();
}

std::vector<ClaimKey> claims_called(const std::vector<std::string>& texts, const Event& event) {
  std::vector<ClaimKey> keys;
  for (const std::string& text : texts) keys.push_back(claim_called(text, event));
  return keys;
}

std::vector<ClaimKey> keys_of(const Event& event) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : event.claims) claims.push_back(&claim);
  std::sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return std::tie(a->doc, a->span) < std::tie(b->doc, b->span);
  });
  std::vector<ClaimKey> keys;
  for (const Claim* claim : claims) keys.push_back(key_of(*claim));
  return keys;
}

}  // namespace fasti::cli
