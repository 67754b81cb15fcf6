// Claims that say what another article of the family said before in the same sentence: no second voice.
//
//   gazette 1 May: "The pier of Tolbury collapsed on April 30."        speaks for itself
//   courier 2 May, a copy: "The pier of Tolbury collapsed on April 30." copy_of gazette
//                          "It was closed on May 1, a reader says."     speaks for itself
//   echo 3 May, a copy: "The pier of Tolbury collapsed on April 29."    speaks for itself: it gives another
//   date
#pragma once

#include <vector>

#include "claim/claim.h"
#include "copies/families.h"
#include "timex/document.h"

namespace fasti {

// A document as the search for families wants it.
PrintedText printed_text_of(const Document&);

// Sets Claim::copy_of where that is so. Families as of these documents; the order of the claims does not
// matter.
void mark_copies(const std::vector<Claim*>&, const std::vector<Family>&, const std::vector<Document>&);

}  // namespace fasti
