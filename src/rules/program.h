// All patterns of a rule set in one non-deterministic automaton over tokens, run without backtracking.
//
// Each pattern becomes a few instructions (Thompson's construction, K. Thompson, "Regular expression search
// algorithm", CACM 1968); a run keeps the set of states that are alive, each with its captures (R. Pike's
// method as told in R. Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009). Repetition is
// bounded, so a run ends after at most as many tokens as the longest pattern has, and a text costs time
// linear in its length, whatever the rules. A table from words to the patterns that can begin there lets most
// tokens pass at the price of one lookup. A compiled Program is never changed and may be shared among
// threads: what a run needs besides is kept for each thread and used again, so that a start costs what it
// reaches, not the size of the program.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/text_map.h"
#include "text/segment.h"

namespace fasti {

inline constexpr std::size_t most_captures = 10;

// Words of all patterns, numbered; 0 is a word that no pattern names.
class Vocabulary {
 public:
  std::uint32_t add(std::string_view folded_word);
  std::uint32_t number_of(std::string_view folded_word) const;
  std::size_t size() const { return numbers_.size() + 1; }

 private:
  TextMap<std::uint32_t> numbers_;
};

// A text as the automaton sees it: each token's word number beside it. Good for the Program that made it
// only.
struct Symbols {
  std::string_view text;
  const std::vector<Token>* tokens = nullptr;
  std::vector<std::uint32_t> words;
};

// Whether a token may follow the one before it in a match: with a blank between them where the pattern asks
// for one, with none where it does not.
bool gap_fits(bool spaced, const Symbols&, std::uint32_t token);

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
    bool spaced = false;  // it asks for a blank before it, which only contexts heed
  };
  using Entries = std::vector<Entry>;
  struct Context {
    std::uint32_t start = 0;
    std::uint32_t longest = 0;
    Entries entries;
  };
  struct Captures;
  struct NoCaptures;
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
  Entries entries_from(std::uint32_t start, std::vector<std::uint32_t>& marks, std::uint32_t mark) const;
  void list_entry(const Entry&);

  bool fits(const Atom&, const Symbols&, std::uint32_t token) const;
  template <class Kept>
  Scratch<Kept>& scratch() const;
  template <class Kept>
  void enter(Scratch<Kept>&, const Entries&, const Symbols&, std::uint32_t begin,
             bool heed_blanks = false) const;
  template <class Kept>
  void reach(Scratch<Kept>&, const Thread<Kept>&, std::uint32_t token) const;
  template <class Kept>
  void run(Scratch<Kept>&, const Symbols&, std::uint32_t begin) const;
  template <class Kept>
  Scratch<Kept>& search(const Symbols&, std::uint32_t begin) const;

  Vocabulary vocabulary_;
  std::vector<Atom> atoms_;
  std::map<Atom, std::uint32_t> atom_numbers_;  // while compiling
  std::vector<Instruction> code_;
  std::vector<std::uint32_t> starts_;  // first instruction of each added pattern
  std::vector<Context> contexts_;
  std::vector<Entries> by_word_;  // word number → where it can begin a match
  Entries by_digits_, by_any_, by_name_;
  std::uint32_t longest_ = 0;
};

}  // namespace fasti
