#include "inspect/marked_text.h"

#include "catch.h"

using namespace fasti;

TEST_CASE("marked text: signs stand beneath the words") {
  CHECK(marked_text("He left on May 5.", {0, 17}, {{{11, 16}, '^'}}) ==
        "He left on May 5.\n           ^^^^^\n");
  CHECK(marked_text("He left.", {0, 8}, {}, "  ") == "  He left.\n");
  CHECK(marked_text("a Café  in\nMay", {2, 15}, {{{12, 15}, '~'}}) == "Café in May\n        ~~~\n");
  CHECK(marked_text("May 5", {0, 3}, {{{0, 5}, '^'}}) == "May\n^^^\n");
  CHECK(marked_text("", {0, 0}, {}) == "");
}

TEST_CASE("marked text: long lines are broken at blanks") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "word ";
  text += "May";
  const std::string marked = marked_text(text, {0, text.size()}, {{{150, 153}, '^'}});
  CHECK(marked.find("word\nword") == 90);
  CHECK(marked.ends_with("word May\n" + std::string(55, ' ') + "^^^\n"));
  const std::string unbroken(200, 'x');
  CHECK(marked_text(unbroken, {0, 200}, {}) ==
        std::string(96, 'x') + "\n" + std::string(96, 'x') + "\n" + std::string(8, 'x') + "\n");
}

TEST_CASE("marked text: no sign of the text is obeyed by a terminal") {
  const std::string marked = marked_text("a\x1b[31m \xE2\x80\xAE May", {0, 14}, {{{11, 14}, '^'}});
  CHECK(marked.find('\x1b') == std::string::npos);
  CHECK(marked.find("\xE2\x80\xAE") == std::string::npos);
}
