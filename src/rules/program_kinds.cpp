// Kinds of tokens: what the automaton reads in the place of words. Words that the same atoms fit are one
// kind, whether capitalised or not being told apart; so a lexicon of thousands of words is some dozens of
// kinds, and a set of kinds that an atom takes is a row of bits.
#include <algorithm>
#include <bit>
#include <charconv>

#include "rules/program.h"
#include "text/characters.h"

namespace fasti {

namespace {

// Kinds come in pairs, the second for capitalised tokens.
constexpr std::uint32_t kinds_a_set = 2;

TokenKind token_kind(std::string_view word) {
  if (word.empty()) return TokenKind::punctuation;
  const CodePoint first = decode(word, 0);
  const CharacterKind kind = kind_of(first.value);
  if (kind == CharacterKind::digit) return TokenKind::number;
  const bool clitic = kind == CharacterKind::apostrophe && word.size() > first.length;
  return kind == CharacterKind::letter || clitic ? TokenKind::word : TokenKind::punctuation;
}

// A blank that the pattern asks for must be there, and one that it does not must not. Bit 0: a token may
// stand here behind no blank, bit 1: behind one; none at the end of a block.
std::uint32_t ways_to_stand(std::string_view text, const Token& token) {
  if (token.gap == Gap::block) return 0;
  if (token.gap == Gap::none) return 1;
  // Texts that were cut into words for other programs set a comma, a stop or 's apart by a blank.
  if (token.kind == TokenKind::number) return 2;
  const char32_t sign = decode(text, token.span.begin).value;
  const bool stands_close = sign == ',' || sign == '.' || kind_of(sign) == CharacterKind::apostrophe;
  return stands_close ? 3 : 2;
}

}  // namespace

std::uint32_t Program::add_word(std::string_view word) {
  const std::uint32_t number = vocabulary_.add(word);
  if (number == token_kinds_.size()) token_kinds_.push_back(token_kind(word));
  if (number == number_texts_.size() + 1) number_texts_.emplace_back(word);
  return number;
}

void Program::number_kinds() {
  std::vector<std::vector<std::uint32_t>> word_atoms(vocabulary_.size() + 1);
  std::vector<std::uint32_t> any_word, any_name, digit_atoms;
  for (std::uint32_t a = 0; a < atoms_.size(); ++a) {
    for (std::uint32_t word : atoms_[a].words) word_atoms[word].push_back(a);
    if (atoms_[a].any_word) any_word.push_back(a);
    if (atoms_[a].any_name) any_name.push_back(a);
    if (!atoms_[a].digits.empty()) digit_atoms.push_back(a);
  }
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
  std::vector<std::vector<std::uint32_t>> sets;
  const auto kind_for = [&](std::vector<std::uint32_t> set) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    const auto [found, fresh] =
        numbers.try_emplace(set, kinds_a_set * static_cast<std::uint32_t>(sets.size()));
    if (fresh) sets.push_back(std::move(set));
    return found->second;
  };
  // Two sets are known beforehand, even where they are equal: other_word and other_sign.
  sets = {any_word, {}};
  numbers = {{{}, other_sign}};
  numbers.emplace(any_word, other_word);
  const auto with_any = [&](std::vector<std::uint32_t> set) {
    set.insert(set.end(), any_word.begin(), any_word.end());
    return kind_for(std::move(set));
  };
  other_number_ = with_any({});
  number_digit_kinds(digit_atoms, with_any);
  word_kinds_.assign(vocabulary_.size() + 1, other_word);
  for (std::uint32_t word = 1; word < word_atoms.size(); ++word) {
    std::vector<std::uint32_t>& set = word_atoms[word];
    if (token_kinds_[word] == TokenKind::number)
      for (std::uint32_t a : digit_atoms)
        if (fits_digits(a, number_texts_[word - 1])) set.push_back(a);
    word_kinds_[word] =
        token_kinds_[word] == TokenKind::punctuation ? kind_for(std::move(set)) : with_any(std::move(set));
  }
  number_texts_.clear();

  kinds_ = kinds_a_set * static_cast<std::uint32_t>(sets.size());
  atom_words_ = atoms_.size() / 64 + 1;
  kind_atoms_.assign(kinds_ * atom_words_, 0);
  for (std::uint32_t kind = 0; kind < kinds_; ++kind) {
    const auto put = [&](std::uint32_t a) {
      kind_atoms_[kind * atom_words_ + a / 64] |= std::uint64_t{1} << a % 64;
    };
    for (std::uint32_t a : sets[kind / kinds_a_set]) put(a);
    if (kind % kinds_a_set == 1)
      for (std::uint32_t a : any_name) put(a);
  }
}

bool Program::fits_digits(std::uint32_t atom, std::string_view digits) const {
  return std::any_of(atoms_[atom].digits.begin(), atoms_[atom].digits.end(),
                     [&](const DigitSpec& spec) { return fasti::fits(spec, digits); });
}

// For each length the values fall into stretches within which all classes of digits agree.
void Program::number_digit_kinds(const std::vector<std::uint32_t>& digit_atoms,
                                 const std::function<std::uint32_t(std::vector<std::uint32_t>)>& kind_for) {
  for (std::size_t length = 1; length < digit_kinds_.size(); ++length) {
    std::vector<long> ends{999'999'999};
    for (std::uint32_t a : digit_atoms)
      for (const DigitSpec& spec : atoms_[a].digits) {
        ends.push_back(spec.least - 1);
        ends.push_back(spec.most);
      }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (const long most : ends) {
      std::vector<std::uint32_t> set;
      for (std::uint32_t a : digit_atoms)
        if (std::any_of(atoms_[a].digits.begin(), atoms_[a].digits.end(), [&](const DigitSpec& spec) {
              return spec.least_length <= static_cast<int>(length) &&
                     static_cast<int>(length) <= spec.most_length && spec.least <= most && most <= spec.most;
            }))
          set.push_back(a);
      digit_kinds_[length].push_back({most, kind_for(std::move(set))});
    }
  }
}

void Program::list_entries(const std::vector<Entries>& by_order) {
  by_kind_.assign(kinds_, {});
  std::vector<std::vector<std::uint32_t>> kinds_of(atoms_.size());
  for (std::uint32_t kind = 0; kind < kinds_; ++kind)
    for (std::size_t word = 0; word < atom_words_; ++word)
      for (std::uint64_t bits = kind_atoms_[kind * atom_words_ + word]; bits != 0; bits &= bits - 1)
        kinds_of[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))].push_back(kind);
  for (const Entries& entries : by_order)
    for (const Entry& entry : entries)
      for (std::uint32_t kind : kinds_of[code_[entry.pc].x])
        if (takes(code_[entry.pc], 4 * kind)) by_kind_[kind].push_back(entry);
}

std::uint32_t Program::kind_of_digits(std::string_view digits) const {
  if (digits.size() >= digit_kinds_.size()) return other_number_;
  long value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  for (const DigitsUpTo& stretch : digit_kinds_[digits.size()])
    if (value <= stretch.most) return stretch.kind;
  return other_number_;
}

std::uint32_t Program::kind_of_token(std::string_view text, const Token& token) const {
  const std::uint32_t word = vocabulary_.number_of(text, token);
  if (word != 0) return word_kinds_[word] + (token.capitalised ? 1 : 0);
  if (token.kind == TokenKind::number) return kind_of_digits(text_of(text, token));
  if (token.kind == TokenKind::punctuation) return other_sign;
  return other_word + (token.capitalised ? 1 : 0);
}

Symbols Program::symbols_of(std::string_view text, const std::vector<Token>& tokens) const {
  Symbols symbols{text, &tokens, {}};
  symbols.steps.reserve(tokens.size());
  for (const Token& token : tokens)
    symbols.steps.push_back(4 * kind_of_token(text, token) + ways_to_stand(text, token));
  return symbols;
}

}  // namespace fasti
