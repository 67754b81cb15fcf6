// A short line that says what happened, made of the source's own words: who, and what they did, without the
// date. What the source tells as happening, the label tells in the past.
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

enum class Telling { past, as_told };  // as told: what had not happened yet when it was written
Label label_of(const SentenceView&, const EventMention&, const Subject&, Telling = Telling::past);

}  // namespace fasti
