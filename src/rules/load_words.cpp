// The sections that give words: lexicon, digits, inflection, lemmas.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

constexpr long most_digits = 9;

void read_class(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& node) {
  if (!check_name(loader, file, name, "a lexicon class")) return loader.cannot_read(name);
  if (name.text == "Name")
    return loader.fail(file, name, "\"Name\" stands for any capitalised word already", "take another name");
  loader.rules.lexicon.classes[name.text];
  // A plain list is a class whose words are their own values.
  if (node.kind == YamlNode::Kind::list) {
    if (node.items.empty())
      loader.fail(file, name, fmt::format("the lexicon class \"{}\" has no words", name.text));
    for (const YamlNode* word : texts_in(loader, file, node, name.text))
      add_word(loader, file, *word, name.text, word->text);
    return;
  }
  if (node.kind != YamlNode::Kind::map)
    return loader.fail(file, node,
                       fmt::format("the lexicon class \"{}\" must map values to words", name.text),
                       "write \"09\": [september, sept]");
  for (const auto& [value, list] : node.entries) {
    if (list.kind == YamlNode::Kind::list && list.items.empty())
      loader.fail(file, value, fmt::format("the value \"{}\" has no words", value.text));
    for (const YamlNode* word : texts_in(loader, file, list, name.text))
      add_word(loader, file, *word, name.text, value.text);
  }
}

struct Bounds {
  long least = 0;
  long most = 0;
};

// "1-31", or "4" for both ends
std::optional<Bounds> bounds_in(const std::string& text) {
  const std::size_t dash = text.find('-', 1);
  const auto low = number_in(std::string_view(text).substr(0, dash));
  const auto high = dash == std::string::npos ? low : number_in(std::string_view(text).substr(dash + 1));
  if (!low || !high || *low < 0 || *low > *high) return std::nullopt;
  return Bounds{*low, *high};
}

void read_digit_class(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& node) {
  if (!check_name(loader, file, name, "a class of digits") ||
      !claim(loader, file, name, "class of digits", name.text))
    return;
  loader.rules.lexicon.classes[name.text];
  if (!check_keys(loader, file, node, rule_keys::digits, "a class of digits")) return;
  DigitSpec spec;
  if (const auto length = text_at(loader, file, node, "length")) {
    const auto bounds = bounds_in(*length);
    if (!bounds || bounds->least < 1 || bounds->most > most_digits)
      return loader.fail(file, *node.find("length"),
                         "a length must be a number of digits up to 9, or two such as 1-2");
    spec.least_length = static_cast<int>(bounds->least);
    spec.most_length = static_cast<int>(bounds->most);
  }
  if (const auto range = text_at(loader, file, node, "range")) {
    const auto bounds = bounds_in(*range);
    if (!bounds || bounds->most > spec.most)
      return loader.fail(file, *node.find("range"),
                         "a range must be two numbers of at most 9 digits such as 1-31");
    spec.least = bounds->least;
    spec.most = bounds->most;
  }
  spec.pad = static_cast<int>(number_at(loader, file, node, "pad", 0, most_digits).value_or(0));
  loader.rules.lexicon.classes[name.text].digits = spec;
}

// {when: e, strip: 1, past: ed}: what is neither when nor strip is a form.
void read_ending(Loader& loader, const YamlFile& file, const YamlNode& node, Inflection& inflection) {
  if (node.kind != YamlNode::Kind::map)
    return loader.fail(file, node, "an ending must be a map such as {when: e, strip: 1, past: ed}");
  Inflection::Ending ending;
  std::vector<std::string> when{""};
  bool gives_form = false;
  for (const auto& [key, value] : node.entries) {
    if (key.text == "when") {
      when = words_in(loader, file, value, "\"when\"");
    } else if (key.text == "strip") {
      ending.strip = static_cast<int>(number_at(loader, file, node, "strip", 0, 20).value_or(0));
    } else if (const auto near = nearest_word(key.text, rule_keys::ending)) {
      loader.fail(file, key, fmt::format("unknown key \"{}\" in an ending", key.text),
                  fmt::format("did you mean \"{}\"?", *near));
    } else {
      gives_form = true;
      if (const auto tail = text_in(loader, file, value, fmt::format("\"{}\"", key.text)))
        ending.add[key.text] = *tail;
    }
  }
  if (!gives_form) loader.fail(file, node, "the ending gives no form", "add one such as past: ed");
  for (const std::string& one : when) {
    ending.when = one;
    inflection.endings.push_back(ending);
  }
}

void read_inflection(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& node) {
  if (!check_name(loader, file, name, "an inflection") ||
      !check_keys(loader, file, node, rule_keys::inflection, "an inflection"))
    return loader.cannot_read(name);
  Inflection& inflection = loader.rules.lexicon.inflections[name.text];
  for (const YamlNode& ending : items_in(loader, file, node.find("endings"), "\"endings\""))
    read_ending(loader, file, ending, inflection);
  for (const auto& [lemma, forms] : entries_in(loader, file, node.find("irregular"), "\"irregular\""))
    for (const auto& [form, words] : entries_in(loader, file, &forms, fmt::format("\"{}\"", lemma.text)))
      if (claim(loader, file, form, "irregular form",
                fmt::format("{} {} {}", name.text, lemma.text, form.text)))
        inflection.irregular[lemma.text][form.text] =
            words_in(loader, file, words, fmt::format("\"{}\"", form.text));
}

// A slip in the name of an irregular form makes a form that no ending has.
void check_irregular(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& node) {
  const auto inflection = loader.rules.lexicon.inflections.find(name.text);
  if (inflection == loader.rules.lexicon.inflections.end() || inflection->second.endings.empty()) return;
  std::set<std::string> known;
  for (const Inflection::Ending& ending : inflection->second.endings)
    for (const auto& [form, tail] : ending.add) known.insert(form);
  const YamlNode* irregular = node.find("irregular");
  if (irregular == nullptr) return;
  for (const auto& [lemma, forms] : irregular->entries)
    for (const auto& [form, words] : forms.entries)
      if (!known.contains(form.text))
        loader.fail(file, form, fmt::format("no ending gives a form \"{}\"", form.text),
                    hint_for(form.text, {known.begin(), known.end()}));
}

void read_lemmas(Loader& loader, const YamlFile& file, const YamlNode& part_of_speech, const YamlNode& list) {
  const auto inflection = loader.rules.lexicon.inflections.find(part_of_speech.text);
  if (inflection == loader.rules.lexicon.inflections.end()) {
    std::vector<std::string> known;
    for (const auto& [name, unused] : loader.rules.lexicon.inflections) known.push_back(name);
    return loader.fail_unknown(file, part_of_speech, part_of_speech.text,
                               fmt::format("there is no inflection \"{}\"", part_of_speech.text),
                               hint_for(part_of_speech.text, known));
  }
  for (const YamlNode* lemma : texts_in(loader, file, list, "\"lemmas\""))
    if (!add_forms(loader.rules, part_of_speech.text, lemma->text))
      loader.fail(file, *lemma, fmt::format("no ending of the inflection fits \"{}\"", lemma->text),
                  "add it under irregular");
  for (const auto& [lemma, forms] : inflection->second.irregular)
    add_forms(loader.rules, part_of_speech.text, lemma);
}

}  // namespace

void add_word(Loader& loader, const YamlFile& file, const YamlNode& node, const std::string& class_name,
              const std::string& value) {
  std::vector<Phrase> spellings = spellings_of(node.text);
  if (spellings.front().empty())
    return loader.fail(file, node, "a word is empty", "write the word or remove it");
  const std::string key = fmt::format("{} {}", class_name, key_of(spellings.front()));
  const auto [given, is_new] = loader.values.try_emplace(key + fmt::format(" {}", file.folder), value);
  if (!is_new && given->second != value)
    loader.fail(file, node, fmt::format("\"{}\" has the value \"{}\" already", node.text, given->second),
                "one word of a class can have one value only");
  for (Phrase& spelling : spellings)
    loader.rules.lexicon.classes[class_name].entries.push_back({std::move(spelling), value});
}

bool add_forms(RuleSet& rules, const std::string& part_of_speech, const std::string& lemma) {
  const auto forms = forms_of(rules.lexicon.inflections[part_of_speech], lemma);
  for (const auto& [form, words] : forms)
    for (const std::string& word : words) {
      std::vector<WordForm>& readings = rules.forms[word];
      const bool known = std::any_of(readings.begin(), readings.end(), [&, &form = form](const WordForm& r) {
        return r.lemma == lemma && r.part_of_speech == part_of_speech && r.form == form;
      });
      if (!known) readings.push_back({lemma, part_of_speech, form});
    }
  return !forms.empty();
}

void read_words(Loader& loader, const YamlFile& file) {
  for (const auto& [name, node] : entries_in(loader, file, file.root.find("lexicon"), "\"lexicon\""))
    read_class(loader, file, name, node);
  for (const auto& [name, node] : entries_in(loader, file, file.root.find("digits"), "\"digits\""))
    read_digit_class(loader, file, name, node);
  for (const auto& [name, node] : entries_in(loader, file, file.root.find("inflection"), "\"inflection\""))
    read_inflection(loader, file, name, node);
}

void check_words(Loader& loader, const YamlFile& file) {
  if (const YamlNode* inflection = file.root.find("inflection"))
    for (const auto& [name, node] : inflection->entries) check_irregular(loader, file, name, node);
  for (const auto& [name, list] : entries_in(loader, file, file.root.find("lemmas"), "\"lemmas\""))
    read_lemmas(loader, file, name, list);
}

}  // namespace fasti::loading
