// A timeline's events as a picture needs them: each with every date that is claimed for it, and who claims
// it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "render/layout.h"
#include "timeline/timeline.h"

namespace fasti {

// A source as it is named in a picture.
struct Witness {
  std::string name;
  std::string url;
  bool operator==(const Witness&) const = default;
};

// Sources by document id.
using Voices = std::map<std::string, Witness, std::less<>>;
Voices voices_of(const Timeline&);
Witness voice_of(const Voices&, const std::string& doc);  // a document that is not listed is named by its id

struct DatedBy {
  DateRange range;
  std::vector<Witness> who;  // empty where a person decided
  Standing standing = Standing::sure;
};

struct Entry {
  const TimelineEvent* told = nullptr;
  const Conflict* conflict = nullptr;
  std::vector<DatedBy> dates;         // as in the conflict, else the one; none for an undated event
  std::optional<std::size_t> anchor;  // the date beside which the card stands
  std::vector<Witness> voices;        // each once, in the order of the claims
};

// Of the events that are shown, in the order of the timeline.
std::vector<Entry> entries_of(const Timeline&, const Voices&);

}  // namespace fasti
