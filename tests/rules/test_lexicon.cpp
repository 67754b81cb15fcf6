#include "rules/lexicon.h"

#include "catch.h"
#include "rules/small_lexicon.h"

using namespace fasti;

namespace {

void check_phrase(const std::string& words, const std::string& expected) {
  INFO(words);
  CHECK(test::text_of_phrase(phrase_of(words)) == expected);
}

void check_spellings(const std::string& words, const std::string& expected) {
  INFO(words);
  CHECK(test::text_of_phrases(spellings_of(words)) == expected);
}

std::string forms(const Inflection& inflection, const std::string& lemma) {
  std::string text;
  for (const auto& [form, words] : forms_of(inflection, lemma)) {
    text += (text.empty() ? "" : "; ") + form + ":";
    for (const std::string& word : words) text += " " + word;
  }
  return text;
}

}  // namespace

TEST_CASE("lexicon: phrases are folded tokens with the blanks between them") {
  check_phrase("September", "september");
  check_phrase("twenty-first", "twenty~-~first");
  check_phrase("  the   End of ", "the end of");
  check_phrase("New Year’s Eve", "new year~'s eve");
  check_phrase("a.m", "a~.~m");
  check_phrase("90s", "90~s");
  check_phrase("'s", "'s");
  check_phrase("’ll go", "'ll go");
  check_phrase("'", "'");
  check_phrase("–", "–");
  check_phrase("MÄRZ", "märz");
  check_phrase("Sep\u00ADtember", "september");
  check_phrase("", "");
  check_phrase(" \u00A0\u200B", "");
}

TEST_CASE("lexicon: an apostrophe costs the author nothing") {
  check_spellings("son", "son");
  check_spellings("Son's", "son~'s, sons, sons~', son~'~s");
  check_spellings("son’s day", "son~'s day, sons day, sons~' day, son~'~s day");
  check_spellings("sons'", "sons~', sons, son~'s, son~'~s");
  check_spellings("sons", "sons");
  check_spellings("'s", "'s, '~s");
  check_spellings("o'clock", "o~'clock, o~'~clock");
}

TEST_CASE("lexicon: all settings of a phrase have one key") {
  for (const char* words : {"new year's eve", "New Year’s Eve", "new year 's eve", "new  year' s eve"})
    CHECK(key_of(phrase_of(words)).substr(0, 8) == "new year");
  for (const Phrase& spelling : spellings_of("a month's rest"))
    CHECK((key_of(spelling) == "a month's rest" || key_of(spelling) == "a months rest" ||
           key_of(spelling) == "a months' rest"));
  CHECK(key_of({{"a", false}, {".", true}, {"m", false}}) == "a.m");
  CHECK(key_of(phrase_of("a couple of")) == "a couple of");
  CHECK(key_of(phrase_of("twenty-first")) == "twenty-first");
}

TEST_CASE("lexicon: forms of a word") {
  const Inflection verbs = test::small_verbs();
  CHECK(forms(verbs, "walk") == "base: walk; past: walked");
  CHECK(forms(verbs, "care") == "base: care; past: cared");
  CHECK(forms(verbs, "carry") == "base: carry; past: carried");
  CHECK(forms(verbs, "lose") == "base: lose; past: lost");
  CHECK(forms(verbs, "carry away") == "base: carry away; past: carried away");
  CHECK(forms(verbs, "") == "base: ; past: ed");
  CHECK(forms({}, "walk") == "");
  // More is to be stripped than there is.
  Inflection odd;
  odd.endings.push_back({"", 9, {{"base", "x"}}});
  CHECK(forms(odd, "go") == "base: x");
}

TEST_CASE("lexicon: of equal endings the first wins, which is that of a later folder") {
  Inflection nouns;
  nouns.endings.push_back({"s", 0, {{"plural", "es"}}});
  nouns.endings.push_back({"s", 0, {{"plural", "ses"}}});
  CHECK(forms(nouns, "gas") == "plural: gases");
}

TEST_CASE("lexicon: digits of a class") {
  const DigitSpec day{1, 2, 1, 31, 2};
  for (const char* yes : {"1", "01", "31"}) CHECK(fits(day, yes));
  for (const char* no : {"", "0", "00", "32", "001", "1a", "-1", "+1", " 1", "99999999999999999999"})
    CHECK_FALSE(fits(day, no));
}
