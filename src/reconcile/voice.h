// Who speaks in a document, and since when; and which claims are one voice.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "event/event.h"

namespace fasti {

struct Voice {
  std::string doc;
  std::string source;  // documents of one source count once
  Published published;
};

// Neither copied nor given to another house.
bool speaks_for_itself(const Claim&);

// Whose word a claim is: that of another claim of the event, or its own.
struct ClaimTeller {
  std::size_t claim = 0;
  // It repeats a sentence that the event has from where it was copied: what it adds is at most a misreading.
  bool only_repeats = false;
};

// One for each claim of an event. Of a copied sentence (Claim::copy_of) it is the claim of the article that
// it was copied from, and of what several give to one other house ("according to Reuters"), that house's own
// claim; where the event has no such claim, the first of those that repeat it. Where there is a choice, one
// of the same date.
std::vector<ClaimTeller> tellers_of(const Event&, const std::vector<Voice>&);

// The house that a claim is given to, as names are compared: "the Tolbury Echo" -> "tolbury echo". Empty
// where it is the publisher's own, a person's, or of a house without a name ("a local newspaper").
std::string cited_house(const Claim&);

}  // namespace fasti
