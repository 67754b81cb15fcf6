#include "rules/phrase_tree.h"

#include "catch.h"

using namespace fasti;

namespace {

// (twenty|thirty)-(one|two): words, and "_" for a blank before them; "." where a phrase may end.
std::string shape_of(const PhraseTree& tree) {
  std::string text = tree.may_end ? "." : "";
  for (const PhraseTree::Branch& branch : tree.branches) {
    text += branch.spaced ? "_(" : "(";
    for (const std::string& word : branch.words) text += (text.back() == '(' ? "" : "|") + word;
    text += ")";
    if (!branch.next.empty()) text += shape_of(branch.next.front());
  }
  return text;
}

void check(const std::vector<std::string>& phrases, const std::string& expected) {
  std::vector<Phrase> list;
  for (const std::string& phrase : phrases) list.push_back(phrase_of(phrase));
  CHECK(shape_of(tree_of(list)) == expected);
}

}  // namespace

TEST_CASE("phrases that begin or end alike share their words", "[rules]") {
  check({}, "");
  check({"one", "two", "one"}, "(one|two)");
  check({"twenty-one", "twenty-two", "thirty-one", "thirty-two"}, "(thirty|twenty)(-)(one|two)");
  check({"a", "a hundred"}, "(a)._(hundred)");
  check({"the past", "the last", "this past"}, "(the)_(last|past)(this)_(past)");
}
