// What several texts quote. A text stands as it is printed; what is found is the words of the first, and who
// has them.
#include "copies/shared_quotations.h"

#include <string>

#include "catch.h"

using namespace fasti;

namespace {

std::string found(const std::vector<std::string>& texts) {
  std::vector<QuotedRuns> runs;
  for (const std::string& text : texts)
    runs.push_back(quoted_runs(text, segment(text, {0, text.size()}, {})));
  std::string all;
  for (const SharedQuotation& one : shared_quotations(runs)) {
    const auto& [first, span] = one.places.front();
    all += (all.empty() ? "" : " | ") + texts[first].substr(span.begin, span.size()) + ":";
    for (const auto& [text, place] : one.places) all += " " + std::to_string(text);
  }
  return all.empty() ? "none" : all;
}

const std::string letter = "“Put the kettle on before the others come down the hill,” she wrote.";

}  // namespace

TEST_CASE("what two texts quote is told whole, from the first", "[copies]") {
  CHECK(found({letter, "A letter was found. " + letter}) ==
        "Put the kettle on before the others come down the hill: 0 1");
  CHECK(found({letter}) == "none");
  CHECK(found({letter + " " + letter}) == "none");
  CHECK(found({letter, "“Nobody who knew him would have sold that boat to a stranger,” he said."}) == "none");
  CHECK(found({letter, "“Put the kettle on before the others,” she wrote."}) == "none");  // six words
}

TEST_CASE("typography does not hide a shared quotation, and words outside of one are none", "[copies]") {
  CHECK(found({"\"PUT the kettle on - before the others come down the hill\"", letter}) ==
        "PUT the kettle on - before the others come down the hill: 0 1");
  CHECK(found({letter, "Put the kettle on before the others come down the hill."}) == "none");
}

TEST_CASE("a part that more texts share is told by itself", "[copies]") {
  CHECK(found({letter, letter,
               "“Before the others come down the hill, put the kettle on before the others come”"}) ==
        "Put the kettle on before the others come: 0 1 2 | the kettle on before the others come down the "
        "hill: 0 1");
}

TEST_CASE("ten thousand texts with one quotation are told once", "[copies]") {
  CHECK(found(std::vector<std::string>(10'000, letter)).substr(0, 67) ==
        "Put the kettle on before the others come down the hill: 0 1 2 3 4 5");
}
