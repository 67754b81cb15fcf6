// The words of a text that tell events: those that an event rule knows, and as a last resort any verb.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/clauses.h"

namespace fasti {

struct EventMention {
  const EventRule* rule = nullptr;  // none for a verb that no rule names
  TokenRange tokens;
  std::uint32_t head = 0;  // the token of the verb or noun itself
  std::size_t clause = 0;
  bool verb = false;
  bool unreal = false;  // "would have been born", "may tour": told as possible, planned or denied
  bool denied = false;  // "did not resign"
  // What an announcement announces: another mention, by index; itself where it announces nothing known.
  std::size_t topic = no_topic;
  bool is_topic = false;  // an announcement's object: "announced the death"

  static constexpr std::size_t no_topic = ~std::size_t{0};
};

// In the order of the text, not overlapping. Words of time expressions tell no event.
// Looked for in the sentences that are to be read, by number.
std::vector<EventMention> find_mentions(const std::vector<Clause>&, const std::vector<bool>& read,
                                        const WordView&);

}  // namespace fasti
