#include "base/diagnostic.h"

#include "catch.h"

using namespace fasti;

TEST_CASE("a diagnostic shows the place, the line with a caret, and a hint", "[base]") {
  Diagnostic d;
  d.severity = Severity::error;
  d.message = "unknown lexicon class \"mnth\"";
  d.hint = "did you mean \"month\"?";
  d.place = {"rules/en/date.yaml", 41, 13};
  d.excerpt = "  pattern: \"{mnth} {day}\"";
  CHECK(to_string(d) ==
        "rules/en/date.yaml:41:13: error: unknown lexicon class \"mnth\"\n"
        "    pattern: \"{mnth} {day}\"\n"
        "              ^\n"
        "  hint: did you mean \"month\"?");
}

TEST_CASE("the caret counts characters, not bytes", "[base]") {
  Diagnostic d;
  d.message = "x";
  d.place = {"f", 1, 3};
  d.excerpt = "äöu";
  CHECK(to_string(d) == "f:1:3: warning: x\n  äöu\n    ^");
}

TEST_CASE("what a terminal would obey is not printed as it is", "[base]") {
  Diagnostic d;
  d.message = "no date: \x1B]0;title\a";
  d.hint = "did you mean \x1B[2Jb.txt?";
  d.place = {"a\nb\x1B[31m\xFF.txt", 1, 2};
  d.excerpt = "\xE2\x80\xAEx\by";
  CHECK(to_string(d) ==
        "a\\nb\uFFFD[31m\uFFFD.txt:1:2: warning: no date: \uFFFD]0;title\uFFFD\n"
        "  x\uFFFDy\n   ^\n"
        "  hint: did you mean \uFFFD[2Jb.txt?");
}

TEST_CASE("nearest_word offers a likely slip and nothing far-fetched", "[base]") {
  CHECK(nearest_word("mnth", {"day", "month"}) == "month");
  CHECK(nearest_word("biuld", {"extract", "build"}) == "build");
  CHECK(nearest_word("", {"day", "month"}) == std::nullopt);
  CHECK(nearest_word("xyzzy", {"day", "month"}) == std::nullopt);
}
