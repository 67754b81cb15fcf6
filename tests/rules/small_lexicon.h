// A small lexicon for the tests of this room, and phrases written in one line.
#pragma once

#include <string>

#include "rules/lexicon.h"

namespace fasti::test {

// Tokens joined by ~, or by a blank where one stands between them: "new year~'s eve".
inline std::string text_of_phrase(const Phrase& phrase) {
  std::string text;
  for (const PhraseToken& token : phrase) text += (text.empty() ? "" : token.spaced ? " " : "~") + token.word;
  return text;
}

inline std::string text_of_phrases(const std::vector<Phrase>& phrases) {
  std::string text;
  for (const Phrase& phrase : phrases) text += (text.empty() ? "" : ", ") + text_of_phrase(phrase);
  return text;
}

inline void add_words(Lexicon& lexicon, const std::string& name, const std::string& value,
                      const std::string& words) {
  for (Phrase& spelling : spellings_of(words))
    lexicon.classes[name].entries.push_back({std::move(spelling), value});
}

inline Inflection small_verbs() {
  Inflection verbs;
  verbs.endings.push_back({"", 0, {{"base", ""}, {"past", "ed"}}});
  verbs.endings.push_back({"e", 1, {{"base", "e"}, {"past", "ed"}}});
  verbs.endings.push_back({"ry", 1, {{"base", "y"}, {"past", "ied"}}});
  verbs.irregular["lose"] = {{"past", {"lost"}}};
  return verbs;
}

inline Lexicon small_lexicon() {
  Lexicon lexicon;
  add_words(lexicon, "month", "05", "may");
  add_words(lexicon, "month", "09", "september");
  add_words(lexicon, "month", "09", "sept");
  add_words(lexicon, "part", "START", "early");
  add_words(lexicon, "part", "START", "the beginning of");
  add_words(lexicon, "feast", "NY", "New Year's Eve");
  lexicon.classes["day"].digits = DigitSpec{1, 2, 1, 31, 2};
  lexicon.classes["year"].digits = DigitSpec{4, 4, 1000, 2999, 0};
  lexicon.classes["nothing"];
  lexicon.inflections["v"] = small_verbs();
  return lexicon;
}

}  // namespace fasti::test
