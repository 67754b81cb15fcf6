// All patterns of a rule set in one non-deterministic automaton over tokens, run without backtracking.
//
// Each pattern becomes a few instructions (Thompson's construction, K. Thompson, "Regular expression search
// algorithm", CACM 1968); a run keeps the set of states that are alive, each with its captures (R. Pike's
// method as told in R. Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009). Repetition is
// bounded, so a run ends after at most as many tokens as the longest pattern has, and a text costs time
// linear in its length, whatever the rules. What is asked of most tokens, whether anything begins there at
// all, is asked of a deterministic automaton instead, which program_lazy.cpp builds as a text needs it.
//
// A compiled Program is never changed and may be shared among threads: what a run needs besides is kept for
// each thread and used again, so that a start costs what it reaches, not the size of the program.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/word_table.h"
#include "text/segment.h"

namespace fasti {

inline constexpr std::size_t most_captures = 10;

// A text as the automaton sees it, by token. Good for the Program that made it only.
struct Symbols {
  std::string_view text;
  const std::vector<Token>* tokens = nullptr;
  // Four times the number of the token's kind, and how it may stand behind the token before it. Tokens of one
  // kind are the same to every pattern.
  std::vector<std::uint32_t> steps;
};

struct Hit {
  std::uint32_t pattern = 0;
  TokenRange tokens;                                 // never empty
  std::array<TokenRange, most_captures> captures{};  // by slot; empty where the part did not take part
};

class Program {
 public:
  // Adds a pattern under the number `pattern`; patterns with the same number are alternatives.
  // Slot i of a Hit is the capture captures[i].
  void add(std::uint32_t pattern, const PatternNode&, const std::vector<std::string>& captures,
           const Lexicon&);

  // Adds a pattern that hits_at never finds; it is only asked for beside a match. Gives the number to ask
  // with.
  std::uint32_t add_context(const PatternNode&, const Lexicon&);

  void finish();  // builds the tables of first words; call once, before any search

  Symbols symbols_of(std::string_view text, const std::vector<Token>& tokens) const;

  // All ways in which patterns match from token `begin` on: longest first, then by pattern number.
  std::vector<Hit> hits_at(const Symbols&, std::uint32_t begin) const;

  // Does the context stand right before the token `at`, or right behind: at it? The gap between the context
  // and what it stands beside counts for nothing, but that no block may end there.
  bool stands_before(std::uint32_t context, const Symbols&, std::uint32_t at) const;
  bool stands_behind(std::uint32_t context, const Symbols&, std::uint32_t at) const;

  // The same by the plain automaton alone, token by token: what hits_at must find too. For tests.
  std::vector<Hit> hits_by_plain_run(const Symbols&, std::uint32_t begin) const;

  // May a token whose entry in Symbols::steps is `step` follow the one before it, where a pattern asks for a blank
  // between them or for none?
  static bool may_stand(std::uint32_t step, bool spaced) { return (step >> (spaced ? 1U : 0U) & 1U) != 0; }

  std::uint32_t longest() const { return longest_; }  // tokens that a hit can have at most
  std::size_t size() const { return code_.size(); }   // instructions

 private:
  enum class Op : std::uint8_t { token, blank, split, jump, open_capture, close_capture, accept };
  struct Instruction {
    Op op = Op::token;
    bool capital = false;
    std::uint32_t x = 0;  // token: atom; split, jump: target; captures: slot; accept: pattern
    std::uint32_t y = 0;  // split: second target
  };
  // What one token may be: a word of a set, a run of digits, any word, any capitalised word.
  struct Atom {
    std::vector<std::uint32_t> words;  // sorted
    std::vector<DigitSpec> digits;
    bool any_word = false;
    bool any_name = false;
    auto operator<=>(const Atom&) const = default;
  };
  // An instruction that can take the first token of a match, and the captures that are open there, as bits.
  struct Entry {
    std::uint32_t pc = 0;
    std::uint32_t open = 0;
    std::uint32_t pattern = 0;
    bool spaced = false;  // it asks for a blank before it, which only contexts heed
  };
  using Entries = std::vector<Entry>;
  struct Context {
    std::uint32_t start = 0;
    std::uint32_t longest = 0;
    Entries entries;
  };
  // One number's digits up to a value, of one length: their kind.
  struct DigitsUpTo {
    long most = 0;
    std::uint32_t kind = 0;
  };
  struct Captures;
  struct NoCaptures;
  class Lazy;
  template <class Kept>
  struct Thread;
  template <class Kept>
  struct Scratch;

  void emit(const PatternNode&, const std::vector<std::string>& captures, const Lexicon&);
  void emit_part(const PatternNode&, const std::vector<std::string>& captures, const Lexicon&);
  void emit_choice(const PatternNode&, const std::vector<std::string>& captures, const Lexicon&);
  void emit_repeat(const PatternNode&, const std::vector<std::string>& captures, const Lexicon&);
  void emit_class(const PatternNode&, const Lexicon&);
  void emit_phrases(const std::vector<Phrase>&, const std::vector<DigitSpec>&, bool capital);
  void emit_phrase(const Phrase&, bool capital);
  void emit_token(Atom, bool capital);
  std::uint32_t push(Op, std::uint32_t x = 0);
  std::uint32_t here() const { return static_cast<std::uint32_t>(code_.size()); }
  template <class Emit>
  void emit_alternatives(std::size_t count, const Emit& emit_one);
  Entries entries_from(std::uint32_t start, std::uint32_t pattern, std::vector<std::uint32_t>& marks,
                       std::uint32_t mark) const;
  std::uint32_t add_word(std::string_view folded_word);

  // program_kinds.cpp
  void number_kinds();
  void number_digit_kinds(const std::vector<std::uint32_t>& digit_atoms,
                          const std::function<std::uint32_t(std::vector<std::uint32_t>)>& kind_for);
  bool fits_digits(std::uint32_t atom, std::string_view digits) const;
  void list_entries(const std::vector<Entries>& by_order);
  std::uint32_t kind_of_token(std::string_view text, const Token&) const;
  std::uint32_t kind_of_digits(std::string_view digits) const;
  bool fits(std::uint32_t atom, std::uint32_t step) const {
    const std::size_t bit = std::size_t{step >> 2U} * atom_words_ * 64 + atom;
    return (kind_atoms_[bit >> 6U] >> (bit & 63U) & 1U) != 0;
  }
  bool takes(const Instruction& instruction, std::uint32_t step) const {
    const bool capitalised = (step >> 2U & 1U) != 0;
    return (!instruction.capital || capitalised) && fits(instruction.x, step);
  }

  template <class Kept>
  Scratch<Kept>& scratch() const;
  using Patterns = std::vector<std::uint32_t>;
  template <class Kept>
  void enter(Scratch<Kept>&, const Entries&, const Symbols&, std::uint32_t begin, bool heed_blanks = false,
             const Patterns* only = nullptr) const;
  template <class Kept>
  void reach(Scratch<Kept>&, const Thread<Kept>&, std::uint32_t token) const;
  template <class Kept>
  void run(Scratch<Kept>&, const Symbols&, std::uint32_t begin) const;
  std::vector<Hit> hits_of(const Symbols&, std::uint32_t begin, const Patterns* only) const;
  const Patterns& patterns_at(const Symbols&, std::uint32_t begin) const;

  WordTable vocabulary_;
  std::vector<TokenKind> token_kinds_{TokenKind::word};  // by word
  std::vector<std::string> number_texts_;                // while compiling: words, from the first on
  std::vector<Atom> atoms_;
  std::map<Atom, std::uint32_t> atom_numbers_;  // while compiling
  std::vector<Instruction> code_;
  struct Start {
    std::uint32_t pc, pattern;
  };
  std::vector<Start> starts_;  // of each added pattern
  std::vector<Context> contexts_;

  // Kinds of tokens. Two tokens are of one kind where the same atoms fit them and both or none is
  // capitalised.
  std::uint32_t kinds_ = 0;
  std::size_t atom_words_ = 0;             // machine words for a set of atoms
  std::vector<std::uint64_t> kind_atoms_;  // by kind: which atoms fit
  std::vector<std::uint32_t> word_kinds_;  // by word; the next kind is that of the word capitalised
  std::array<std::vector<DigitsUpTo>, 10> digit_kinds_;           // by length
  static constexpr std::uint32_t other_word = 0, other_sign = 2;  // kinds of what no pattern names
  std::uint32_t other_number_ = 0;
  std::vector<Entries> by_kind_;  // where a token of the kind can begin a match

  std::uint32_t longest_ = 0;
  std::uint64_t identity_ = 0;  // of the finished program; no two share one but copies
};

}  // namespace fasti
