// A text's words by number, and what the rules know of each: its classes and its forms, as bits. Each word is
// looked up once; all that is asked of it afterwards is a bit.
//
//   words_of("She may leave.", …): facts(1).is("modal") and facts(1).is("auxiliary"), for the word "may"
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/word_table.h"
#include "text/segment.h"

namespace fasti {

struct RuleSet;

// The lexicon classes that the stages ask for by name. What they hold is the rule files' matter.
inline constexpr std::array<std::string_view, 31> asked_classes{
    "adverb",           "article",           "at-the-same-time",  "auxiliary",       "complementiser",
    "coordinator",      "determiner",        "function-word",     "future-governor", "future-marker",
    "gender",           "infinitive-marker", "genitive",          "modal",           "name-particle",
    "negation",         "never-last",        "perfect-auxiliary", "person-pronoun",  "place-preposition",
    "plain-form-after", "possessive",        "preposition",       "relative",        "speaker-pronoun",
    "subject-pronoun",  "subordinator",      "thing-pronoun",     "time-noun",       "title",
    "verb-bracket"};

// One of them, or several: AskedClass("article") | AskedClass("possessive"). Misspelt, it does not compile.
struct AskedClass {
  std::uint32_t bits = 0;
  consteval AskedClass(const char* name) : bits(1U << number_of(name)) {}  // so that names will do in calls
  constexpr AskedClass operator|(AskedClass other) const { return AskedClass(bits | other.bits); }

 private:
  constexpr explicit AskedClass(std::uint32_t several) : bits(several) {}
  static consteval std::uint32_t number_of(std::string_view name) {
    for (std::uint32_t i = 0; i < asked_classes.size(); ++i)
      if (asked_classes[i] == name) return i;
    throw "no such class is listed above";
  }
};

// What a word can be as a verb, from the rules' lemmas or, where they do not list it, by its ending.
struct VerbForm {
  bool past = false;
  bool participle = false;
  bool gerund = false;
  bool present = false;
  bool finite() const { return past || present; }
  bool any() const { return past || participle || gerund || present; }
};

struct WordFacts {
  enum Form : std::uint8_t {
    past = 1,
    participle = 2,
    gerund = 4,
    present = 8,
    base = 16,
    noun = 32,
    plural = 64,
    listed_past = 128
  };
  std::uint32_t classes = 0;
  std::uint8_t forms = 0;
  std::uint8_t gender = 0;  // number of the value in the class "gender", see RuleSet::genders; 0 for none
  bool listed = false;      // it stands somewhere in the rules; else all but the forms is empty
  bool shortened = false;   // an abbreviation
  bool looks_like_past = false;  // RuleSet::looks_like_past

  bool is(AskedClass asked) const { return (classes & asked.bits) != 0; }
  bool has(Form form) const { return (forms & form) != 0; }
  VerbForm verb() const { return {has(past), has(participle), has(gerund), has(present)}; }
};

struct TextWords {
  std::vector<std::uint32_t> numbers;  // by token; the same word, folded, has the same number
  std::vector<WordFacts> known;        // by token
  std::size_t most = 0;                // the highest number
  const WordFacts& facts(std::uint32_t token) const { return known[token]; }
};

// Of one token; none for words that the rules do not list.
const WordFacts& facts_of(std::string_view text, const Token&, const RuleSet&);

TextWords words_of(std::string_view text, const std::vector<Token>&, const RuleSet&);

// For loading: numbers all words that the rules know, once they are complete.
void index_words(RuleSet&);

}  // namespace fasti
