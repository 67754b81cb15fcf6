#include "rules/words.h"

#include <algorithm>
#include <string>

#include "rules/rule_set.h"

namespace fasti {

namespace {

std::uint8_t listed_form(const WordForm& reading) {
  if (reading.part_of_speech == "n")
    return reading.form == "singular" ? WordFacts::noun
           : reading.form == "plural" ? WordFacts::noun | WordFacts::plural
                                      : 0;
  if (reading.part_of_speech != "v") return 0;
  if (reading.form == "past") return WordFacts::past | WordFacts::listed_past;
  if (reading.form == "participle") return WordFacts::participle;
  if (reading.form == "gerund") return WordFacts::gerund;
  if (reading.form == "present") return WordFacts::present;
  return reading.form == "base" ? WordFacts::base : 0;
}

// The ending that makes a form of a regular verb, "ed" for past; empty where there is none that could be
// told.
std::string ending_for(const RuleSet& rules, const std::string& form) {
  const auto verbs = rules.lexicon.inflections.find("v");
  if (verbs == rules.lexicon.inflections.end() || verbs->second.endings.empty()) return "";
  const auto tail = verbs->second.endings.front().add.find(form);
  const bool tells = tail != verbs->second.endings.front().add.end() && tail->second.size() >= 2;
  return tells ? tail->second : "";
}

// What a word that no rule file lists may be, by its ending.
struct Guess {
  std::string past, gerund;

  explicit Guess(const RuleSet& rules)
      : past(ending_for(rules, "past")), gerund(ending_for(rules, "gerund")) {}
  std::uint8_t forms(std::string_view word) const {
    const auto ends = [word](const std::string& tail) {
      return !tail.empty() && word.size() > tail.size() + 2 && word.ends_with(tail);
    };
    return static_cast<std::uint8_t>((ends(past) ? WordFacts::past | WordFacts::participle : 0) |
                                     (ends(gerund) ? WordFacts::gerund : 0));
  }
};

std::uint8_t gender_number(const RuleSet& rules, std::string_view word) {
  const std::string* gender = rules.value_in("gender", word);
  if (gender == nullptr) return 0;
  const auto at = std::find(rules.genders.begin(), rules.genders.end(), *gender);
  return static_cast<std::uint8_t>(at - rules.genders.begin() + 1);
}

// Of a word that stands in a class, in the forms or among the abbreviations.
WordFacts facts_of(std::string_view word, const RuleSet& rules, const Guess& guess) {
  WordFacts facts;
  for (std::uint32_t i = 0; i < asked_classes.size(); ++i)
    if (rules.is_in(asked_classes[i], word)) facts.classes |= 1U << i;
  const auto readings = rules.forms.find(word);
  if (readings == rules.forms.end()) {
    facts.forms = guess.forms(word);
  } else {
    for (const WordForm& reading : readings->second) facts.forms |= listed_form(reading);
  }
  facts.gender = gender_number(rules, word);
  facts.listed = true;
  facts.looks_like_past = rules.looks_like_past(word);
  facts.shortened = rules.orthography.abbreviations.contains(word);
  return facts;
}

}  // namespace

void index_words(RuleSet& rules) {
  const Guess guess(rules);
  rules.genders.clear();
  if (const auto values = rules.class_values.find("gender"); values != rules.class_values.end())
    for (const auto& [word, value] : values->second)
      if (std::find(rules.genders.begin(), rules.genders.end(), value) == rules.genders.end())
        rules.genders.push_back(value);
  std::sort(rules.genders.begin(), rules.genders.end());
  if (rules.genders.size() > 255) rules.genders.resize(255);
  rules.past_endings.clear();
  if (const auto verbs = rules.lexicon.inflections.find("v"); verbs != rules.lexicon.inflections.end())
    for (const Inflection::Ending& ending : verbs->second.endings)
      if (const auto past = ending.add.find("past"); past != ending.add.end() && past->second.size() > 1)
        rules.past_endings.insert(past->second);
  rules.words = {};
  rules.word_facts.assign(1, {});
  const auto add = [&](std::string_view word) {
    if (rules.words.add(word) == rules.word_facts.size())
      rules.word_facts.push_back(facts_of(word, rules, guess));
  };
  // Every word that stands alone in a class, has forms, or is an abbreviation.
  for (const std::string_view name : asked_classes)
    if (const auto values = rules.class_values.find(name); values != rules.class_values.end())
      for (const auto& [word, value] : values->second) add(word);
  for (const auto& [word, readings] : rules.forms) add(word);
  for (const std::string& word : rules.orthography.abbreviations) add(word);
}

const WordFacts& facts_of(std::string_view text, const Token& token, const RuleSet& rules) {
  return rules.word_facts[rules.words.number_of(text, token)];
}

TextWords words_of(std::string_view text, const std::vector<Token>& tokens, const RuleSet& rules) {
  TextWords words;
  words.numbers.reserve(tokens.size());
  words.known.reserve(tokens.size());
  WordTable others;  // words that the rules do not know
  std::vector<WordFacts> of_others{{}};
  const Guess guess(rules);
  const auto known = static_cast<std::uint32_t>(rules.words.size());
  for (const Token& token : tokens) {
    if (const std::uint32_t number = rules.words.number_of(text, token)) {
      words.numbers.push_back(number);
      words.known.push_back(rules.word_facts[number]);
      continue;
    }
    const std::uint32_t number = others.add(text, token);
    if (number == of_others.size()) {
      WordFacts facts;
      facts.forms = guess.forms(folded(text_of(text, token)));
      of_others.push_back(facts);
    }
    words.numbers.push_back(known + number);
    words.known.push_back(of_others[number]);
  }
  words.most = rules.words.size() + others.size();
  return words;
}

}  // namespace fasti
