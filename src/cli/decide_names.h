// What a person calls events and claims on the command line, and what to tell them where nothing is called
// so.
//
//   event_named("e-3f", timeline)     the event whose id begins so
//   claim_called("post:4", event)     its claim on line 4 of the document "post"
#pragma once

#include <string>
#include <vector>

#include "decisions/claim_key.h"
#include "timeline/timeline.h"

namespace fasti::cli {

// Throws the InputError.
[[noreturn]] void refuse(std::string code, std::string message, std::string hint);

// A dispute that nobody has decided.
struct OpenConflict {
  std::string event, label;
  std::string dates;  // "12 June 2021 (courier) or 14 June 2021 (echo)"
};
std::vector<OpenConflict> open_conflicts(const Timeline&);
std::string open_conflicts_in_words(const Timeline&);

// By its id, or by the first letters of one. Throws InputError.
const TimelineEvent& event_named(const std::string& id, const Timeline&);

// "echo:4", the claim on that line; "echo@41", the one that begins at that byte; "echo", the only one of it.
// Throws InputError where there is none, or several.
std::vector<ClaimKey> claims_called(const std::vector<std::string>& texts, const Event&);

// The founding claim first.
std::vector<ClaimKey> keys_of(const Event&);

}  // namespace fasti::cli
