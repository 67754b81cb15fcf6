// What happened, as one or several sources tell it.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"

namespace fasti {

struct Event {
  std::string id;             // stable while the founding claim is: "e-3f2a91c0"
  std::string label;          // short, past tense, from the best claim's words
  std::string type;           // the most specific type that all claims share
  std::vector<Claim> claims;  // dated ones, by date, then document, then place
};

}  // namespace fasti
