// Phrases as a tree in which those that begin alike, and those that end alike, share their words. A class of
// numbers in words is a few steps then, not some hundred, and it stands in nearly every pattern.
//
//   twenty-one, twenty-two, thirty-one, thirty-two   ->   (twenty|thirty) - (one|two)
#pragma once

#include <string>
#include <vector>

#include "rules/lexicon.h"

namespace fasti {

struct PhraseTree {
  struct Branch {
    std::vector<std::string> words;  // any of them, sorted
    bool spaced = false;             // a blank stands before it; not told of the first word
    std::vector<PhraseTree> next;    // one tree, or none where every phrase ends here
  };
  bool may_end = false;  // a phrase ends before the branches
  std::vector<Branch> branches;
};

// The tree's phrases are those given, each once. Empty phrases are left out.
PhraseTree tree_of(const std::vector<Phrase>&);

}  // namespace fasti
