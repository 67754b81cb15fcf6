// Which of several texts that are the same the others were taken from.
#pragma once

#include <string>
#include <vector>

#include "copies/families.h"

namespace fasti {

// What speaks for a text as the origin, in the order of its weight.
struct Claimant {
  const PrintedText* text = nullptr;
  std::size_t credits = 0;  // other sources' texts among them that name its source
};

// One for each text, in their order.
std::vector<Claimant> claimants_among(const std::vector<const PrintedText*>&);

bool names_source_of(const PrintedText& text, const PrintedText& other);

// Credit goes before the date, as an agency's clients often print before its own site does; then the earlier
// day, then the longer text, as copies are cut more often than lengthened; then the id, so that one comes
// out.
bool goes_before(const Claimant&, const Claimant&);

// "courier/2 names Gazette as its source", "gazette/1 was published first, on 2021-05-01". `rest` are the
// others.
std::string reason_for(const Claimant& origin, const std::vector<Claimant>& rest);

}  // namespace fasti
