// The sections that give words: lexicon, digits, inflection, lemmas; and what a language says about itself:
// language, abbreviations, wording, holidays, profiles.
#include <algorithm>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

void read_class(Loader& loader, const YamlFile& file, const std::string& name, const YamlNode& node) {
  WordClass& words = loader.rules.lexicon.classes[name];
  // A plain list is a class whose words are their own values.
  if (node.kind == YamlNode::Kind::list) {
    for (const std::string& word : words_in(loader, file, node, name))
      for (Phrase& spelling : spellings_of(word)) words.entries.push_back({std::move(spelling), word});
    return;
  }
  if (node.kind != YamlNode::Kind::map) {
    loader.fail(file, node, fmt::format("the lexicon class \"{}\" must map values to words", name),
                "write \"09\": [september, sept]");
    return;
  }
  for (const auto& [value, list] : node.entries)
    for (const std::string& word : words_in(loader, file, list, name))
      for (Phrase& spelling : spellings_of(word)) words.entries.push_back({std::move(spelling), value.text});
}

// "1-31", or "4" for both ends
bool read_bounds(const std::string& text, long& least, long& most) {
  const std::size_t dash = text.find('-', 1);
  const auto low = number_in(text.substr(0, dash));
  const auto high = dash == std::string::npos ? low : number_in(text.substr(dash + 1));
  if (!low || !high || *low > *high || *low < 0 || *high > 999'999'999) return false;
  least = *low;
  most = *high;
  return true;
}

void read_digit_class(Loader& loader, const YamlFile& file, const std::string& name, const YamlNode& node) {
  if (!check_keys(loader, file, node, {"length", "range", "pad"}, "a class of digits")) return;
  DigitSpec spec;
  long least = 1;
  long most = 9;
  if (const auto length = text_at(loader, file, node, "length")) {
    if (!read_bounds(*length, least, most) || most > 9)
      loader.fail(file, *node.find("length"),
                  "a length must be a number of digits up to 9, or two such as 1-2");
    spec.least_length = static_cast<int>(least);
    spec.most_length = static_cast<int>(most);
  }
  if (const auto range = text_at(loader, file, node, "range"))
    if (!read_bounds(*range, spec.least, spec.most))
      loader.fail(file, *node.find("range"), "a range must be two numbers such as 1-31");
  if (const auto pad = text_at(loader, file, node, "pad"))
    spec.pad = static_cast<int>(number_in(*pad).value_or(0));
  loader.rules.lexicon.classes[name].digits = spec;
}

void read_ending(Loader& loader, const YamlFile& file, const YamlNode& node, Inflection& inflection) {
  if (node.kind != YamlNode::Kind::map) {
    loader.fail(file, node, "an ending must be a map such as {when: e, strip: 1, past: ed}");
    return;
  }
  Inflection::Ending ending;
  std::vector<std::string> when{""};
  for (const auto& [key, value] : node.entries) {
    if (key.text == "when")
      when = words_in(loader, file, value, "when");
    else if (key.text == "strip")
      ending.strip = static_cast<int>(number_in(value.text).value_or(0));
    else if (const auto tail = text_in(loader, file, value, fmt::format("\"{}\"", key.text)))
      ending.add[key.text] = *tail;
  }
  for (const std::string& one : when) {
    ending.when = one;
    inflection.endings.push_back(ending);
  }
}

void read_inflection(Loader& loader, const YamlFile& file, const std::string& name, const YamlNode& node) {
  if (!check_keys(loader, file, node, {"endings", "irregular"}, "an inflection")) return;
  Inflection& inflection = loader.rules.lexicon.inflections[name];
  if (const YamlNode* endings = node.find("endings"))
    for (const YamlNode& ending : endings->items) read_ending(loader, file, ending, inflection);
  if (const YamlNode* irregular = node.find("irregular"))
    for (const auto& [lemma, forms] : irregular->entries)
      for (const auto& [form, words] : forms.entries)
        inflection.irregular[lemma.text][form.text] = words_in(loader, file, words, form.text);
}

void read_wording(Loader& loader, const YamlFile& file, const YamlNode& node) {
  if (!check_keys(loader, file, node, {"months", "months-short", "weekdays", "seasons", "patterns"},
                  "wording"))
    return;
  DateWording& wording = loader.rules.wording;
  const auto list = [&](const char* key, std::size_t size, std::vector<std::string>& into) {
    const YamlNode* words = node.find(key);
    if (words == nullptr) return;
    into = words_in(loader, file, *words, key);
    if (into.size() != size) loader.fail(file, *words, fmt::format("\"{}\" must list {} words", key, size));
  };
  list("months", 12, wording.months);
  list("months-short", 12, wording.months_short);
  list("weekdays", 7, wording.weekdays);
  list("seasons", 4, wording.seasons);
  if (const YamlNode* patterns = node.find("patterns"))
    for (const auto& [name, pattern] : patterns->entries) wording.patterns[name.text] = pattern.text;
}

void read_holidays(Loader& loader, const YamlFile& file, const YamlNode& node) {
  WordClass& words = loader.rules.lexicon.classes["holiday"];
  for (const auto& [name, value] : node.entries) {
    if (!check_keys(loader, file, value, {"on", "words"}, "a holiday")) continue;
    const auto on = text_at(loader, file, value, "on");
    const auto formula = on ? parse_holiday(*on) : std::nullopt;
    if (!formula) {
      loader.fail(file, on ? *value.find("on") : value,
                  fmt::format("the holiday \"{}\" has no day that is understood", name.text),
                  "write on: 12-25, on: 11/4/4 (month/weekday number/weekday) or on: easter-2; see "
                  "docs/writing-rules.md");
      continue;
    }
    loader.rules.holidays[name.text] = *formula;
    if (const YamlNode* spellings = value.find("words"))
      for (const std::string& word : words_in(loader, file, *spellings, "words"))
        for (Phrase& spelling : spellings_of(word)) words.entries.push_back({std::move(spelling), name.text});
  }
}

void read_profiles(Loader& loader, const YamlFile& file, const YamlNode& node) {
  for (const auto& [name, value] : node.entries) {
    if (!check_keys(loader, file, value, {"year-from", "nearest"}, "a profile")) continue;
    Profile profile{name.text, false, true};
    if (const YamlNode* from = value.find("year-from"))
      if (const auto choice = choice_in(loader, file, *from, {"publication", "narrative"}, "\"year-from\""))
        profile.narrative_first = *choice == 1;
    if (const YamlNode* nearest = value.find("nearest"))
      if (const auto choice = choice_in(loader, file, *nearest, {"future", "past"}, "\"nearest\""))
        profile.past_first = *choice == 1;
    loader.rules.profiles[name.text] = profile;
  }
}

}  // namespace

void add_forms(RuleSet& rules, const std::string& part_of_speech, const std::string& lemma) {
  const Inflection& inflection = rules.lexicon.inflections[part_of_speech];
  for (const auto& [form, words] : forms_of(inflection, lemma))
    for (const std::string& word : words) {
      std::vector<WordForm>& readings = rules.forms[word];
      const bool known = std::any_of(readings.begin(), readings.end(), [&, &form = form](const WordForm& r) {
        return r.lemma == lemma && r.part_of_speech == part_of_speech && r.form == form;
      });
      if (!known) readings.push_back({lemma, part_of_speech, form});
    }
}

void read_words(Loader& loader, const YamlFile& file) {
  if (const YamlNode* lexicon = file.root.find("lexicon"))
    for (const auto& [name, node] : lexicon->entries) read_class(loader, file, name.text, node);
  if (const YamlNode* digits = file.root.find("digits"))
    for (const auto& [name, node] : digits->entries) read_digit_class(loader, file, name.text, node);
  if (const YamlNode* inflection = file.root.find("inflection"))
    for (const auto& [name, node] : inflection->entries) read_inflection(loader, file, name.text, node);
  if (const YamlNode* holidays = file.root.find("holidays")) read_holidays(loader, file, *holidays);
}

void read_language(Loader& loader, const YamlFile& file) {
  if (const auto language = text_at(loader, file, file.root, "language")) {
    loader.rules.language = *language;
    loader.rules.wording.language = *language;
  }
  if (const YamlNode* words = file.root.find("abbreviations"))
    for (const std::string& word : words_in(loader, file, *words, "abbreviations"))
      loader.rules.orthography.abbreviations.insert(folded(word));
  if (const YamlNode* wording = file.root.find("wording")) read_wording(loader, file, *wording);
  if (const YamlNode* profiles = file.root.find("profiles")) read_profiles(loader, file, *profiles);
  if (const YamlNode* lemmas = file.root.find("lemmas"))
    for (const auto& [part_of_speech, list] : lemmas->entries) {
      if (!loader.rules.lexicon.inflections.contains(part_of_speech.text)) {
        loader.fail(file, part_of_speech, fmt::format("there is no inflection \"{}\"", part_of_speech.text));
        continue;
      }
      for (const std::string& lemma : words_in(loader, file, list, "lemmas"))
        add_forms(loader.rules, part_of_speech.text, lemma);
      for (const auto& [lemma, forms] : loader.rules.lexicon.inflections[part_of_speech.text].irregular)
        add_forms(loader.rules, part_of_speech.text, lemma);
    }
}

}  // namespace fasti::loading
