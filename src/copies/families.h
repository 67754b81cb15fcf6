// Texts that are the same or nearly so, and texts that hold another one: families, each with the text that it
// seems to come from.
//
//   gazette 1 May, 100 words; courier 2 May, the same but for the heading; echo 3 May, 300 words with those
//   100
//   -> {origin gazette, members {courier copies 0.93, echo borrows 0.33},
//       "gazette was published first, on 2021-05-01"}
//
// After Broder (shingles.h): candidates by MinHash and by sampled shingles (suspects.h), then each pair
// counted exactly (likeness.h). Time grows nearly as the texts do. Knows no language: texts come as word
// hashes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/civil.h"
#include "copies/words.h"

namespace fasti {

struct PrintedText {
  std::string id;
  std::string source;            // who printed it
  std::optional<Day> published;  // the first day that it can have been
  std::vector<WordHash> words;
  std::vector<bool> capitalised;  // of each word; may be empty where no names are looked for
};

enum class Borrowing {
  copy,    // most of each text stands in the other
  borrows  // one stands in the other for the most part, and that has more to say; or it is a short form of it
};
std::string_view to_string(Borrowing);  // "copy", "borrows"

struct FamilyMember {
  std::string doc;
  Borrowing how = Borrowing::copy;
  double resemblance = 0;  // with the origin: runs of three words that both have, of those that either has
  double borrowed = 0;     // the part of its words that stand in the origin, in runs of three or more
  std::size_t words = 0;   // how many that are
};

struct Family {
  std::string origin;                 // the id of the text
  std::vector<FamilyMember> members;  // the others, by id
  std::string reason;                 // why that is taken for the origin, a sentence
};

// By origin; the order of the texts does not matter. A text can borrow from several and so stand in several
// families. Less than 20 words in common make none, nor does what many texts have besides words of their own
// (common.h).
std::vector<Family> families(const std::vector<PrintedText>&);

}  // namespace fasti
