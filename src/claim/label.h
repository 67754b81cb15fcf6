// A short line that says what happened, made of the source's own words: who, and what they did, without the
// date.
//
//   "On June 12th of last year, ten minutes out of Tolbury, the ferry Wren sank and took two islanders with
//   her."
//   ->  "The ferry Wren sank"
#pragma once

#include <string>

#include "claim/sentence_view.h"
#include "claim/subject.h"

namespace fasti {

inline constexpr std::size_t longest_label = 110;  // bytes; longer ones end at the last phrase that fits

struct Label {
  std::string text;
  bool complete = true;  // false where an announcement's content had to be left out
};
Label label_of(const SentenceView&, const EventMention&, const Subject&);

}  // namespace fasti
