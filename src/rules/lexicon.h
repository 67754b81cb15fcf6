// Word classes: the names in braces of a pattern, {month} or {number}, and the words and digits they stand
// for.
//
//   lexicon:
//     month: {"09": [september, sept, sep]}      the value of a match is the key: "Sept." gives 09
//   digits:
//     day: {length: 1-2, range: 1-31, pad: 2}    the value of "5" is 05
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

// One token of a phrase as the author wrote it, folded.
struct PhraseToken {
  std::string word;
  bool spaced = false;  // a blank stands before it
  bool operator==(const PhraseToken&) const = default;
};
using Phrase = std::vector<PhraseToken>;

// Which runs of digits belong to a class, and how their value is written.
struct DigitSpec {
  int least_length = 1;
  int most_length = 9;
  long least = 0;
  long most = 999'999'999;
  int pad = 0;  // the value is filled up with zeros to this width
  auto operator<=>(const DigitSpec&) const = default;
};

struct WordClass {
  struct Entry {
    Phrase phrase;
    std::string value;
  };
  std::vector<Entry> entries;
  std::optional<DigitSpec> digits;
};

// Forms of a word by grammatical name: base, present, past, participle, gerund; singular, plural.
struct Inflection {
  struct Ending {
    std::string when;  // the lemma ends so; the longest that fits is taken
    int strip = 0;
    std::map<std::string, std::string> add;  // form → what replaces the stripped end
  };
  std::vector<Ending> endings;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> irregular;  // lemma → form → words
};

struct Lexicon {
  std::map<std::string, WordClass, std::less<>> classes;
  std::map<std::string, Inflection, std::less<>> inflections;  // by part of speech: "v", "n"
};

// Do these digits, and nothing but digits, belong to the class? Its length and range both count.
bool fits(const DigitSpec&, std::string_view digits);

// All tokens of a phrase, folded: "New Year's Eve" -> new|year|'s|eve. Empty where nothing can be seen.
Phrase phrase_of(std::string_view words);

// The phrase and, where a word has an apostrophe, its other spellings: "son's day", "sons day" and "sons'
// day" each find all three; and "son 's day", as texts have it that were cut into words for other programs.
std::vector<Phrase> spellings_of(std::string_view words);

// The text by which phrases are compared: blanks between the words, but none before an apostrophe, a comma or
// a stop, so that all ways to set a phrase have one key.
//   key_of(phrase_of("New Year’s  Eve")) == "new year's eve"
std::string key_of(const Phrase&);

// Every form of a lemma: forms_of(verbs, "carry") -> {base: [carry], past: [carried] …}.
// A lemma of several words is inflected at its first word: "pass away" -> "passed away".
std::map<std::string, std::vector<std::string>> forms_of(const Inflection&, std::string_view lemma);

}  // namespace fasti
