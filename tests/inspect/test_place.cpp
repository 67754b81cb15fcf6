#include "inspect/place.h"

#include "catch.h"
#include "inspect/small_rules.h"

using namespace fasti;

TEST_CASE("place: file and line, and the words around within the paragraph") {
  const Document document =
      test::small_document("One two three four five six seven May eight.\n\nNine.", test::small_rules());
  const std::size_t at = document.article.text.find("May");
  CHECK(place_in(document.article, {at, at + 3}) == "a.txt:3");
  CHECK(words_around(document, {at, at + 3}) == "two three four five six seven [May] eight.");
  const std::size_t last = document.article.text.find("Nine");
  CHECK(words_around(document, {last, last + 4}) == "[Nine].");
  Article line;
  line.path = "docs.jsonl:12";
  CHECK(place_in(line, {0, 0}) == "docs.jsonl:12");
}
