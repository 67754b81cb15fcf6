#include "rules/lexicon.h"

#include <algorithm>

#include "text/segment.h"

namespace fasti {

namespace {

bool begins_with_apostrophe(std::string_view word) { return word.starts_with('\''); }

const Inflection::Ending* longest_fitting(const std::vector<Inflection::Ending>& endings,
                                          std::string_view lemma) {
  const Inflection::Ending* best = nullptr;
  for (const Inflection::Ending& ending : endings) {
    if (!lemma.ends_with(ending.when)) continue;
    if (best == nullptr || ending.when.size() > best->when.size()) best = &ending;
  }
  return best;
}

std::map<std::string, std::vector<std::string>> forms_of_word(const Inflection& inflection,
                                                              std::string_view lemma) {
  std::map<std::string, std::vector<std::string>> forms;
  if (const auto* ending = longest_fitting(inflection.endings, lemma)) {
    const std::size_t kept =
        lemma.size() - std::min<std::size_t>(lemma.size(), static_cast<std::size_t>(ending->strip));
    for (const auto& [form, tail] : ending->add) forms[form] = {std::string(lemma.substr(0, kept)) + tail};
  }
  if (const auto irregular = inflection.irregular.find(std::string(lemma));
      irregular != inflection.irregular.end())
    for (const auto& [form, words] : irregular->second) forms[form] = words;
  return forms;
}

}  // namespace

Phrase phrase_of(std::string_view words) {
  // An apostrophe makes a word of what follows it only after a letter, so "'s" alone borrows one.
  const bool suffix = words.size() > 1 && words.front() == '\'';
  const std::string text = (suffix ? "x" : "") + std::string(words);
  Phrase phrase;
  for (const Token& token : segment(text, {0, text.size()}, {}).tokens)
    phrase.push_back({folded(text_of(text, token)), token.gap != Gap::none});
  if (suffix) phrase.erase(phrase.begin());
  if (!phrase.empty()) phrase.front().spaced = false;
  return phrase;
}

std::vector<Phrase> spellings_of(std::string_view words) {
  const Phrase written = phrase_of(words);
  std::vector<Phrase> spellings{written};
  for (std::size_t i = 1; i < written.size(); ++i) {
    if (written[i].word != "'s" || written[i].spaced) continue;
    // son's -> sons, and sons'
    Phrase merged = written;
    merged[i - 1].word += "s";
    merged.erase(merged.begin() + static_cast<std::ptrdiff_t>(i));
    Phrase trailing = written;
    trailing[i - 1].word += "s";
    trailing[i].word = "'";
    spellings.push_back(std::move(merged));
    spellings.push_back(std::move(trailing));
    break;
  }
  return spellings;
}

std::string key_of(const Phrase& phrase) {
  std::string key;
  for (const PhraseToken& token : phrase) {
    if (!key.empty() && token.spaced && !begins_with_apostrophe(token.word)) key += ' ';
    key += token.word;
  }
  return key;
}

std::map<std::string, std::vector<std::string>> forms_of(const Inflection& inflection,
                                                         std::string_view lemma) {
  const std::size_t blank = lemma.find(' ');
  auto forms = forms_of_word(inflection, lemma.substr(0, blank));
  if (blank == std::string_view::npos) return forms;
  for (auto& [form, words] : forms)
    for (std::string& word : words) word += lemma.substr(blank);
  return forms;
}

}  // namespace fasti
