#include "rules/clues.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "text/characters.h"
#include "text/tokens.h"

namespace fasti {

// Tokens of which each match has at least one, and how common they should be.
struct Needed {
  std::vector<std::string> words;
  std::vector<DigitSpec> digits;
  double share = 0;  // of all tokens, guessed

  void add(const Needed& other) {
    words.insert(words.end(), other.words.begin(), other.words.end());
    digits.insert(digits.end(), other.digits.begin(), other.digits.end());
    share += other.share;
  }
};

namespace {

using Common = std::set<std::string, std::less<>>;

// The lexicon's small words, which hold sentences together in every language.
Common common_words(const Lexicon& lexicon) {
  Common common;
  for (const char* name : {"article", "determiner", "preposition", "coordinator", "subordinator",
                           "complementiser", "relative", "subject-pronoun", "person-pronoun", "possessive",
                           "auxiliary", "adverb", "function-word", "negation"})
    if (const auto words = lexicon.classes.find(name); words != lexicon.classes.end())
      for (const WordClass::Entry& entry : words->second.entries)
        if (entry.phrase.size() == 1) common.insert(entry.phrase.front().word);
  return common;
}

MaybeNeeded shared(Needed needed) { return std::make_shared<const Needed>(std::move(needed)); }

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

double share_of_digits(const DigitSpec& digits) {
  const double values = std::pow(10.0, digits.least_length);
  const double taken = static_cast<double>(digits.most - digits.least + 1) / values;
  return 0.02 * std::min(1.0, taken) / digits.least_length;
}

// How common a word should be; nullopt for signs and what begins with an apostrophe, because the pass over a
// text looks for words and numbers only.
std::optional<double> share_of(const std::string& word, const Common& common) {
  if (all_digits(word)) return 0.0005;
  if (word.empty() || kind_of(decode(word, 0).value) != CharacterKind::letter) return std::nullopt;
  return common.contains(word) ? 1.0 : word.size() < 4 ? 0.002 : 0.0003;
}

void add_word(Needed& needed, const std::string& word, double share) {
  needed.share += share;
  if (!all_digits(word)) return needed.words.push_back(word);
  const long value = std::stol(word.substr(0, 9));
  const int length = static_cast<int>(word.size());
  needed.digits.push_back({length, length, value, value, 0});
}

MaybeNeeded of_phrases(const std::vector<Phrase>& phrases, const Common& common) {
  Needed all;
  for (const Phrase& phrase : phrases) {
    const std::string* rarest = nullptr;
    double least = 0;
    for (const PhraseToken& token : phrase) {
      const auto share = share_of(token.word, common);
      if (!share || (rarest != nullptr && *share >= least)) continue;
      rarest = &token.word;
      least = *share;
    }
    if (rarest == nullptr) return nullptr;
    add_word(all, *rarest, least);
  }
  return shared(std::move(all));
}

MaybeNeeded of_class(const WordClass& words, const Common& common) {
  std::vector<Phrase> phrases;
  for (const WordClass::Entry& entry : words.entries) phrases.push_back(entry.phrase);
  const MaybeNeeded needed = of_phrases(phrases, common);
  if (!needed || !words.digits) return needed;
  Needed both = *needed;
  both.add({{}, {*words.digits}, share_of_digits(*words.digits)});
  return shared(std::move(both));
}

// Reads one pattern. Classes stand in many; what each needs is worked out once.
struct Reader {
  const Lexicon& lexicon;
  const Common& common;
  ClueCache& classes;

  MaybeNeeded needed_by(const PatternNode& node) {
    switch (node.kind) {
      case PatternNode::Kind::any_word:
      case PatternNode::Kind::any_name:
        return nullptr;
      case PatternNode::Kind::phrase:
        return of_phrases(node.spellings, common);
      case PatternNode::Kind::word_class:
        return by_class(node.class_name);
      case PatternNode::Kind::repeat:
        return node.least > 0 ? needed_by(node.parts.front()) : nullptr;
      case PatternNode::Kind::choice:
        return by_all(node.parts);
      case PatternNode::Kind::sequence:
        return by_rarest(node.parts);
    }
    return nullptr;
  }

  MaybeNeeded by_class(const std::string& name) {
    const auto [known, is_new] = classes.try_emplace(name);
    if (is_new) known->second = of_class(lexicon.classes.find(name)->second, common);
    return known->second;
  }

  MaybeNeeded by_all(const std::vector<PatternNode>& parts) {
    Needed all;
    for (const PatternNode& part : parts) {
      const MaybeNeeded needed = needed_by(part);
      if (!needed) return nullptr;
      all.add(*needed);
    }
    return shared(std::move(all));
  }

  MaybeNeeded by_rarest(const std::vector<PatternNode>& parts) {
    MaybeNeeded best;
    for (const PatternNode& part : parts)
      if (MaybeNeeded needed = needed_by(part); needed && (!best || needed->share < best->share))
        best = std::move(needed);
    return best;
  }
};

enum Byte : std::uint8_t { other, letter, digit };

// Bytes past ASCII count as letters; a run with any is cut into tokens properly.
constexpr auto byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (int c = 0; c < 256; ++c)
    kinds[static_cast<std::size_t>(c)] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80
                                             ? letter
                                         : c >= '0' && c <= '9' ? digit
                                                                : other;
  return kinds;
}();

Byte kind_of_byte(char byte) { return byte_kinds[static_cast<unsigned char>(byte)]; }

// By its first two letters and its length a word is most often known to be no clue.
std::size_t beginning(unsigned char first, unsigned char second, std::size_t length) {
  return (first & 31U) | (second & 31U) << 5U | std::min<std::size_t>(length, 15) << 10U;
}

}  // namespace

void Clues::add(const PatternNode& pattern, const Lexicon& lexicon) {
  if (common_.empty()) common_ = common_words(lexicon);
  const MaybeNeeded needed = Reader{lexicon, common_, classes_}.needed_by(pattern);
  if (!needed) {
    everything_ = true;
    return;
  }
  for (const std::string& word : needed->words) {
    words_.add(word);
    const auto second = word.size() > 1 ? static_cast<unsigned char>(word[1]) : std::uint8_t{0};
    begins_.resize(std::size_t{1} << 8U);
    const std::size_t bit = beginning(static_cast<unsigned char>(word[0]), second, word.size());
    begins_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  digits_.insert(digits_.end(), needed->digits.begin(), needed->digits.end());
}

void Clues::finish() {
  common_.clear();
  classes_.clear();
  begins_.resize(std::size_t{1} << 8U);
  std::sort(digits_.begin(), digits_.end());
  digits_.erase(std::unique(digits_.begin(), digits_.end()), digits_.end());
  std::size_t values = 10;
  for (std::size_t length = 1; length < numbers_.size(); ++length, values *= 10) {
    numbers_[length].assign(values, false);
    for (const DigitSpec& spec : digits_) {
      if (spec.least_length > static_cast<int>(length) || static_cast<int>(length) > spec.most_length)
        continue;
      const long last = std::min(spec.most, static_cast<long>(values) - 1);
      for (long value = spec.least; value <= last; ++value)
        numbers_[length][static_cast<std::size_t>(value)] = true;
    }
  }
}

bool Clues::is_clue_number(std::string_view digits) const {
  if (digits.size() >= numbers_.size())
    return std::any_of(digits_.begin(), digits_.end(),
                       [digits](const DigitSpec& spec) { return fits(spec, digits); });
  std::size_t value = 0;
  for (const char one : digits) value = 10 * value + static_cast<std::size_t>(one - '0');
  return numbers_[digits.size()][value];
}

bool Clues::any_in_tokens(std::string_view text, Span run) const {
  std::vector<Token> tokens;
  append_tokens(text, run, tokens);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind == TokenKind::word && words_.number_of(text, token) != 0;
  });
}

bool Clues::may_match(std::string_view text, Span block) const {
  if (everything_) return true;
  for (std::size_t at = block.begin; at < block.end;) {
    const Byte kind = kind_of_byte(text[at]);
    const std::size_t begin = at++;
    if (kind == other) continue;
    unsigned char beyond = static_cast<unsigned char>(text[begin]);
    while (at < block.end && kind_of_byte(text[at]) == kind) beyond |= static_cast<unsigned char>(text[at++]);
    if (kind == digit) {
      if (is_clue_number(text.substr(begin, at - begin))) return true;
      continue;
    }
    if (beyond >= 0x80) {
      if (any_in_tokens(text, {begin, at})) return true;
      continue;
    }
    const auto second = at - begin > 1 ? static_cast<unsigned char>(text[begin + 1]) : std::uint8_t{0};
    const std::size_t bit = beginning(static_cast<unsigned char>(text[begin]), second, at - begin);
    if ((begins_[bit / 64] >> bit % 64 & 1U) == 0) continue;
    if (words_.number_of(text, {{begin, at}, TokenKind::word, Gap::none, false}) != 0) return true;
  }
  return false;
}

}  // namespace fasti
