// Short names made full: which of the fuller names of an article a shorter one stands for.
//
//   "Teodor Maslin … Ingrid Maslin … He … Mr Maslin"   ->   "Mr Maslin" is "Teodor Maslin"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/names.h"

namespace fasti {

// Sets `name` of each mention. Of several fuller names the one that is used most wins, of those the shortest,
// then the one told last before it. (A caption such as "Ann Lee Photo" is used once.) A title that tells a
// woman from a man ("Mrs Maslin") excludes those whom the text shows to be of the other gender, by a word
// beside the name ("his wife, Ingrid") or by the pronouns that follow it. Where nobody fits the title stays:
// "Mrs Maslin". Time: linear in mentions, but for names that share all their words.
Names give_full_names(std::vector<NameMention>, const WordView&);

}  // namespace fasti
