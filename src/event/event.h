// What happened, as one or several sources tell it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.h"

namespace fasti {

// What binds a claim to another one, in the numbers of evidence.h.
struct Bond {
  std::string doc;  // of the other claim; empty where there is none
  Span place;       // its quotation
  double strength = 0;
  double alike = 0;
  double dates = 1;
  double others = 1;
  std::vector<std::string> shared;  // what both tell, the weightiest first: "death", "11", "ferry"
};

// The event that was nearest to being the same one.
struct NearEvent {
  std::string id;
  double strength = 0;    // of a pair of their claims, on average
  bool excluded = false;  // whatever the strength: an article tells them apart, or their kinds or dates do
  Bond closest;           // of the two claims that are most alike, as seen from this event
};

struct Event {
  std::string id;             // stable while the founding claim is: "e-3f2a91c0"
  std::string label;          // short, past tense, from the best claim's words
  std::string type;           // the most specific type that all claims share
  std::vector<Claim> claims;  // dated ones, by date, then document, then place
  std::vector<Bond> bonds;    // one a claim: to the claim of this event that it is bound to most
  std::optional<NearEvent> near;
};

}  // namespace fasti
