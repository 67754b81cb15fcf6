#include "rules/lexicon.h"

#include <algorithm>
#include <charconv>

#include "text/segment.h"

namespace fasti {

namespace {

bool begins_with_apostrophe(std::string_view word) { return word.starts_with('\''); }

bool is_clitic(std::string_view word) { return word.size() > 1 && begins_with_apostrophe(word); }

bool stands_close(std::string_view word) {
  return begins_with_apostrophe(word) || word == "," || word == ".";
}

// son's -> son 's, whose apostrophe is a token of its own
Phrase with_clitics_apart(const Phrase& written) {
  Phrase apart;
  for (const PhraseToken& token : written) {
    if (!is_clitic(token.word) || token.spaced) {
      apart.push_back(token);
      continue;
    }
    apart.push_back({"'", false});
    apart.push_back({token.word.substr(1), false});
  }
  return apart;
}

// son|'s, sons|' or sons -> where the genitive stands; the size of the phrase if there is none.
std::size_t genitive_in(const Phrase& phrase) {
  for (std::size_t i = 1; i < phrase.size(); ++i) {
    const bool after_s = phrase[i].word == "'" && phrase[i - 1].word.ends_with('s');
    if (!phrase[i].spaced && (phrase[i].word == "'s" || after_s)) return i;
  }
  return phrase.size();
}

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

bool fits(const DigitSpec& spec, std::string_view digits) {
  const int length = static_cast<int>(digits.size());
  if (length < spec.least_length || length > spec.most_length) return false;
  long value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && digits.front() != '-' &&
         spec.least <= value && value <= spec.most;
}

Phrase phrase_of(std::string_view words) {
  std::string text = folded(words);
  // An apostrophe makes a word of what follows it only after a letter, so "'s" alone borrows one.
  const bool suffix = is_clitic(text);
  if (suffix) text.insert(0, 1, 'x');
  Phrase phrase;
  for (const Token& token : segment(text, {0, text.size()}, {}).tokens)
    phrase.push_back({std::string(text_of(text, token)), token.gap != Gap::none});
  if (suffix) phrase.erase(phrase.begin());
  if (!phrase.empty()) phrase.front().spaced = false;
  return phrase;
}

std::vector<Phrase> spellings_of(std::string_view words) {
  const Phrase written = phrase_of(words);
  std::vector<Phrase> spellings{written};
  if (const std::size_t at = genitive_in(written); at < written.size()) {
    const auto mark = static_cast<std::ptrdiff_t>(at);
    const bool own = written[at].word == "'s";
    Phrase merged = written;  // sons
    if (own) merged[at - 1].word += "s";
    merged.erase(merged.begin() + mark);
    Phrase other = written;  // sons' for son's, and son's for sons'
    if (own)
      other[at - 1].word += "s";
    else
      other[at - 1].word.pop_back();
    other[at].word = own ? "'" : "'s";
    spellings.push_back(std::move(merged));
    spellings.push_back(std::move(other));
  }
  for (std::size_t i = 0, count = spellings.size(); i < count; ++i)
    if (Phrase apart = with_clitics_apart(spellings[i]); apart != spellings[i])
      spellings.push_back(std::move(apart));
  return spellings;
}

std::string key_of(const Phrase& phrase) {
  std::string key;
  for (const PhraseToken& token : phrase) {
    if (!key.empty() && token.spaced && !stands_close(token.word)) key += ' ';
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
