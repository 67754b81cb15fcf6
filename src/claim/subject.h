// Who or what a verb is told of.
//
//   "The storm, which hit on Monday, killed nine."     hit -> The storm      killed -> The storm
//   "Ned Orr was arrested on Monday and he died."      died -> Ned Orr, behind a pronoun
#pragma once

#include <vector>

#include "claim/sentence_view.h"

namespace fasti {

struct Subject {
  TokenRange tokens;      // the words before the verb; empty where the clause shares another's subject
  TokenRange meant;       // the words that say who or what, perhaps in an earlier clause; may be empty
  TokenRange verb_group;  // auxiliaries and the verb: "had been", "sank"
  std::vector<NameNumber> names;  // who is meant, also behind a pronoun or "who"
  bool pronoun = false;           // the words are a pronoun
};

// One a mention. What a clause lacks it takes from the clause that it hangs on, so the time is linear.
std::vector<Subject> find_subjects(const SentenceView&);

}  // namespace fasti
