// What a language says about itself: its code, how sentences end, how dates are worded, its holidays, and the
// profiles by which open dates are completed.
#include <algorithm>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

// "quarter-3" and "week-short" are a quarter and a week.
std::string without_ending(std::string name) {
  if (name.ends_with("-short")) name.erase(name.size() - 6);
  const std::size_t hyphen = name.find_last_of('-');
  if (hyphen != std::string::npos && hyphen + 1 < name.size() &&
      name.find_first_not_of("0123456789", hyphen + 1) == std::string::npos)
    name.erase(hyphen);
  return name;
}

void read_wording_patterns(Loader& loader, const YamlFile& file, const YamlNode* node) {
  const std::vector<std::string>& known = rule_keys::wording_patterns;
  for (const auto& [name, pattern] : entries_in(loader, file, node, "\"patterns\"")) {
    const std::string plain = without_ending(name.text);
    if (std::find(known.begin(), known.end(), plain) == known.end())
      loader.fail(file, name, fmt::format("no date is worded by a pattern \"{}\"", name.text),
                  hint_for(plain, known));
    if (!claim(loader, file, name, "wording", name.text)) continue;
    if (const auto text = text_in(loader, file, pattern, fmt::format("\"{}\"", name.text)))
      loader.rules.wording.patterns[name.text] = *text;
  }
}

void read_wording(Loader& loader, const YamlFile& file, const YamlNode& node) {
  if (!check_keys(loader, file, node, rule_keys::wording, "wording")) return;
  DateWording& wording = loader.rules.wording;
  const auto list = [&](const char* key, std::size_t size, std::vector<std::string>& into) {
    const YamlNode* words = node.find(key);
    if (words == nullptr || !claim(loader, file, *words, "list of words", key)) return;
    into = words_in(loader, file, *words, key);
    if (into.size() != size) loader.fail(file, *words, fmt::format("\"{}\" must list {} words", key, size));
  };
  list("months", 12, wording.months);
  list("months-short", 12, wording.months_short);
  list("weekdays", 7, wording.weekdays);
  list("seasons", 4, wording.seasons);
  read_wording_patterns(loader, file, node.find("patterns"));
}

void read_day_of_holiday(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& value) {
  const std::string hint =
      "write on: 12-25, on: 11/4/4 (month/weekday number/weekday) or on: easter-2; see docs/writing-rules.md";
  const YamlNode* on = value.find("on");
  const auto text = text_at(loader, file, value, "on");
  const auto formula = text ? parse_holiday(*text) : std::nullopt;
  if (on == nullptr)
    loader.fail_missing(file, value, "on", fmt::format("the holiday \"{}\" has no day", name.text), hint);
  else if (text && !formula)
    loader.fail(file, *on, fmt::format("the holiday \"{}\" has no day that is understood", name.text), hint);
  if (!formula)
    loader.cannot_read(name);
  else if (claim(loader, file, name, "holiday", name.text))
    loader.rules.holidays[name.text] = *formula;
}

void read_holiday(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& value) {
  if (!check_name(loader, file, name, "a holiday") ||
      !check_keys(loader, file, value, rule_keys::holiday, "a holiday"))
    return loader.cannot_read(name);
  read_day_of_holiday(loader, file, name, value);
  if (const YamlNode* words = value.find("words"))
    for (const YamlNode* word : texts_in(loader, file, *words, "\"words\""))
      add_word(loader, file, *word, "holiday", name.text);
}

void read_profile(Loader& loader, const YamlFile& file, const YamlNode& name, const YamlNode& value) {
  if (!check_name(loader, file, name, "a profile") ||
      !check_keys(loader, file, value, rule_keys::profile, "a profile"))
    return loader.cannot_read(name);
  Profile profile{name.text, false, true, false};
  if (const YamlNode* from = value.find("year-from"))
    if (const auto choice = choice_in(loader, file, *from, rule_keys::year_from, "\"year-from\""))
      profile.narrative_first = *choice == 1;
  if (const YamlNode* nearest = value.find("nearest"))
    if (const auto choice = choice_in(loader, file, *nearest, rule_keys::nearest, "\"nearest\""))
      profile.past_first = *choice == 1;
  if (const YamlNode* order = value.find("numeric-order"))
    if (const auto choice = choice_in(loader, file, *order, rule_keys::numeric_order, "\"numeric-order\""))
      profile.day_first = *choice == 1;
  if (claim(loader, file, name, "profile", name.text)) loader.rules.profiles[name.text] = profile;
}

// Words that sentences turn on. Segmentation asks for single words, or words with stops inside: "a.m".
void read_sentence_words(Loader& loader, const YamlFile& file, const char* key,
                         std::set<std::string, std::less<>>& into) {
  const YamlNode* words = file.root.find(key);
  if (words == nullptr || words->kind == YamlNode::Kind::null) return;
  for (const YamlNode* word : texts_in(loader, file, *words, fmt::format("\"{}\"", key))) {
    const std::size_t blank = word->text.find(' ');
    if (phrase_of(word->text).empty())
      loader.fail(file, *word, "a word is empty", "write the word or remove it");
    else if (word->text.ends_with('.'))
      loader.fail(file, *word, "the last full stop is not to be written", "it is what makes the question",
                  word->text.size() - 1);
    else if (blank != std::string::npos)
      loader.fail(file, *word, fmt::format("\"{}\" lists single words", key), "", blank);
    else
      into.insert(folded(word->text));
  }
}

}  // namespace

void read_language(Loader& loader, const YamlFile& file) {
  if (const YamlNode* node = file.root.find("language"); node != nullptr)
    if (const auto language = text_in(loader, file, *node, "\"language\"");
        language && claim(loader, file, *node, "language", "")) {
      loader.rules.language = *language;
      loader.rules.wording.language = *language;
      loader.rules.phrases.language = *language;
    }
  Orthography& orthography = loader.rules.orthography;
  read_sentence_words(loader, file, "abbreviations", orthography.abbreviations);
  read_sentence_words(loader, file, "sentence-starters", orthography.starters);
  if (const YamlNode* wording = file.root.find("wording")) read_wording(loader, file, *wording);
  for (const auto& [name, value] : entries_in(loader, file, file.root.find("holidays"), "\"holidays\""))
    read_holiday(loader, file, name, value);
  for (const auto& [name, value] : entries_in(loader, file, file.root.find("profiles"), "\"profiles\""))
    read_profile(loader, file, name, value);
}

}  // namespace fasti::loading
