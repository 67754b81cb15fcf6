// timeline.json, as an earlier run wrote it → the timeline again: to be drawn anew, exported, or decided
// upon.
//
//   read_timeline("out/timeline.json", bytes).events[0].event.id == "e-184c0eab"
//
// What the file does not hold stays empty: the words in which claims were grouped (Claim::terms and the
// like), and the wording of dates and phrases, which rules/wordings.h gives for the file's language.
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace fasti {

// Written again it is the same file, byte for byte. Throws InputError, code "timeline-file", where the bytes
// are no timeline.json of version 1.
Timeline read_timeline(const std::string& path, const std::string& bytes);

}  // namespace fasti
