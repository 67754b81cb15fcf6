#include "rules/clues.h"

#include <algorithm>
#include <cmath>

#include "text/characters.h"
#include "text/tokens.h"

namespace fasti {

namespace {

// Tokens of which each match has at least one, and how common they should be.
struct Needed {
  std::vector<std::string> words;
  std::vector<DigitSpec> digits;
  double share = 0;  // of all tokens; a guess by length, since short words are common in every language

  void add(const Needed& other) {
    words.insert(words.end(), other.words.begin(), other.words.end());
    digits.insert(digits.end(), other.digits.begin(), other.digits.end());
    share += other.share;
  }
};
using MaybeNeeded = std::optional<Needed>;

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

double share_of_digits(const DigitSpec& digits) {
  const double values = std::pow(10.0, digits.least_length);
  const double taken = static_cast<double>(digits.most - digits.least + 1) / values;
  return 0.02 * std::min(1.0, taken) / digits.least_length;
}

// Signs and what begins with an apostrophe are no clues: the pass looks for words and numbers only.
MaybeNeeded of_word(const std::string& word) {
  Needed needed;
  if (all_digits(word) && word.size() <= 9) {
    const long value = std::stol(word);
    const int length = static_cast<int>(word.size());
    needed.digits.push_back({length, length, value, value, 0});
    needed.share = 0.0005;
    return needed;
  }
  if (word.empty() || kind_of(decode(word, 0).value) != CharacterKind::letter) return std::nullopt;
  const auto length = static_cast<double>(word.size());
  needed.words.push_back(word);
  needed.share = 0.2 / (length * length * length);
  return needed;
}

const MaybeNeeded& rarer(const MaybeNeeded& a, const MaybeNeeded& b) {
  if (!a || !b) return a ? a : b;
  return a->share <= b->share ? a : b;
}

MaybeNeeded of_phrases(const std::vector<Phrase>& phrases) {
  Needed all;
  for (const Phrase& phrase : phrases) {
    MaybeNeeded best;
    for (const PhraseToken& token : phrase) best = rarer(best, of_word(token.word));
    if (!best) return std::nullopt;
    all.add(*best);
  }
  return all;
}

MaybeNeeded of_class(const WordClass& words) {
  std::vector<Phrase> phrases;
  for (const WordClass::Entry& entry : words.entries) phrases.push_back(entry.phrase);
  MaybeNeeded needed = of_phrases(phrases);
  if (needed && words.digits) needed->add({{}, {*words.digits}, share_of_digits(*words.digits)});
  return needed;
}

MaybeNeeded needed_by(const PatternNode& node, const Lexicon& lexicon) {
  switch (node.kind) {
    case PatternNode::Kind::any_word:
    case PatternNode::Kind::any_name:
      return std::nullopt;
    case PatternNode::Kind::phrase:
      return of_phrases(node.spellings);
    case PatternNode::Kind::word_class:
      return of_class(lexicon.classes.find(node.class_name)->second);
    case PatternNode::Kind::repeat:
      return node.least > 0 ? needed_by(node.parts.front(), lexicon) : std::nullopt;
    case PatternNode::Kind::choice: {
      Needed all;
      for (const PatternNode& part : node.parts) {
        const MaybeNeeded needed = needed_by(part, lexicon);
        if (!needed) return std::nullopt;
        all.add(*needed);
      }
      return all;
    }
    case PatternNode::Kind::sequence: {
      MaybeNeeded best;
      for (const PatternNode& part : node.parts) best = rarer(best, needed_by(part, lexicon));
      return best;
    }
  }
  return std::nullopt;
}

enum Byte : std::uint8_t { other, letter, digit };

// Bytes past ASCII count as letters; a run with any is cut into tokens properly.
constexpr auto byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (int c = 0; c < 256; ++c)
    kinds[static_cast<std::size_t>(c)] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80 ? letter
                                         : c >= '0' && c <= '9'                                        ? digit
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
  const MaybeNeeded needed = needed_by(pattern, lexicon);
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
  begins_.resize(std::size_t{1} << 8U);
  std::sort(digits_.begin(), digits_.end());
  digits_.erase(std::unique(digits_.begin(), digits_.end()), digits_.end());
  std::size_t values = 10;
  for (std::size_t length = 1; length < numbers_.size(); ++length, values *= 10) {
    numbers_[length].assign(values, false);
    for (const DigitSpec& spec : digits_) {
      if (spec.least_length > static_cast<int>(length) || static_cast<int>(length) > spec.most_length) continue;
      const long last = std::min(spec.most, static_cast<long>(values) - 1);
      for (long value = spec.least; value <= last; ++value) numbers_[length][static_cast<std::size_t>(value)] = true;
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
