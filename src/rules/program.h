// All patterns of a rule set in one non-deterministic automaton over tokens, run without backtracking.
//
// Each pattern becomes a few instructions (Thompson's construction, K. Thompson, "Regular expression search
// algorithm", CACM 1968); a run keeps the set of states that are alive, each with its captures (R. Pike's
// method as told in R. Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009). Repetition is
// bounded, so a run ends after at most as many tokens as the longest pattern has, and a text costs time
// linear in its length, whatever the rules. A table from words to the states that can begin there lets most
// tokens pass at the price of one lookup. A compiled Program is never changed and may be shared among
// threads.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"
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
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

// A text as the automaton sees it: each token's word number beside it.
struct Symbols {
  std::string_view text;
  const std::vector<Token>* tokens = nullptr;
  std::vector<std::uint32_t> words;
};

struct Hit {
  std::uint32_t pattern = 0;
  TokenRange tokens;
  std::array<TokenRange, most_captures> captures{};  // by slot; empty where the part did not take part
};

class Program {
 public:
  // Adds a pattern under the number `pattern`; patterns with the same number are alternatives.
  // Slot i of a Hit is the capture captures[i].
  void add(std::uint32_t pattern, const PatternNode&, const std::vector<std::string>& captures,
           const Lexicon&);
  void finish();  // builds the tables of first words; call once, before any search

  Symbols symbols_of(std::string_view text, const std::vector<Token>& tokens) const;

  // All ways in which patterns match from token `begin` on: longest first, then by pattern number.
  std::vector<Hit> hits_at(const Symbols&, std::uint32_t begin) const;

  std::uint32_t longest() const { return longest_; }  // tokens that a hit can have at most

 private:
  enum class Op : std::uint8_t { token, split, jump, open_capture, close_capture, accept };
  struct Instruction {
    Op op = Op::token;
    bool spaced = false;
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
    bool operator==(const Atom&) const = default;
  };
  struct Thread;
  struct Run;

  void emit(const PatternNode&, const std::vector<std::string>& captures, const Lexicon&);
  void emit_phrases(const std::vector<Phrase>&, const PatternNode& from,
                    const std::vector<DigitSpec>& digits);
  std::uint32_t atom_number(Atom);
  std::uint32_t push(Instruction);
  bool fits(const Atom&, const Symbols&, std::uint32_t token) const;
  bool gap_fits(const Instruction&, const Symbols&, std::uint32_t token, std::uint32_t begin) const;
  void collect_first(std::uint32_t pc, std::uint32_t start, std::vector<bool>& seen);

  Vocabulary vocabulary_;
  std::vector<Atom> atoms_;
  std::vector<Instruction> code_;
  std::vector<std::uint32_t> starts_;                       // first instruction of each added pattern
  std::vector<std::vector<std::uint32_t>> starts_by_word_;  // word number → patterns' starts
  std::vector<std::uint32_t> starts_by_digits_, starts_by_any_, starts_by_name_;
  std::uint32_t longest_ = 0;
};

}  // namespace fasti
