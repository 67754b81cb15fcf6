// The timeline, its conflicts, and the lines of `fasti extract` as JSON. Names and places of the keys are
// those of docs/formats.md: other programs read them.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "timeline/timeline.h"
#include "timex/document.h"

namespace fasti {

std::string timeline_json(const Timeline&);  // timeline.json
std::string conflicts_json(
    const Timeline&);  // conflicts.json: {"version", "conflicts": […]}, with the quotations

// Kinds of lines.
struct LineKinds {
  bool timexes = true, claims = true, diagnostics = true;
};

// One JSON object a line: first a document's time expressions, then its dated claims, then its diagnostics.
std::string extract_lines(const Document&, const std::vector<Claim>& dated, LineKinds = {});

}  // namespace fasti
