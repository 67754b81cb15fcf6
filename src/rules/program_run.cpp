// Running a program over the tokens of a text. All threads advance token by token; a thread is an
// instruction, the captures on the way to it, and whether a blank was passed since its last token. At most
// one thread stands at an instruction, the first that came there, which is the one whose choices were written
// first.
//
// Most starts come to nothing, so a search runs without captures first, and again with them where it found
// something. Where a match can begin was worked out while compiling.
#include <algorithm>
#include <cassert>

#include "rules/program.h"
#include "text/characters.h"

namespace fasti {

struct Program::Captures {
  std::array<TokenRange, most_captures> of{};
  void open(std::uint32_t slot, std::uint32_t token) { of[slot] = {token, token}; }
  void close(std::uint32_t slot, std::uint32_t token) { of[slot].end = token; }
};

struct Program::NoCaptures {
  std::array<TokenRange, 0> of{};
  void open(std::uint32_t, std::uint32_t) {}
  void close(std::uint32_t, std::uint32_t) {}
};

template <class Kept>
struct Program::Thread {
  std::uint32_t pc = 0;
  bool spaced = false;  // a blank is asked for before the next token
  Kept captures{};
};

// What a run needs, kept from run to run: its vectors grow to the largest program and are never cleared
// whole.
template <class Kept>
struct Program::Scratch {
  struct Found {
    std::uint32_t pattern, end;
    Kept captures;
  };
  std::vector<Thread<Kept>> threads, next, open;
  std::vector<std::uint32_t>
      marks;               // twice the instruction, plus 1 if spaced → the step that last reached it
  std::uint32_t step = 0;  // no two steps of two runs share a number
  std::vector<Found> found;

  void advance() {
    threads.swap(next);
    next.clear();
    if (++step != 0) return;
    std::fill(marks.begin(), marks.end(), 0);  // after four thousand million steps
    step = 1;
  }
};

template <class Kept>
Program::Scratch<Kept>& Program::scratch() const {
  thread_local Scratch<Kept> one;
  if (one.marks.size() < 2 * code_.size()) one.marks.resize(2 * code_.size());
  one.next.clear();
  one.found.clear();
  one.advance();
  return one;
}

// A blank that the pattern asks for must be there, and one that it does not must not.
bool gap_fits(bool spaced, const Symbols& symbols, std::uint32_t at) {
  const Token& token = (*symbols.tokens)[at];
  if (token.gap == Gap::block) return false;
  if (spaced) return token.gap == Gap::space;
  if (token.gap == Gap::none) return true;
  // Texts that were cut into words for other programs set a comma, a stop or 's apart by a blank.
  const char32_t sign = decode(symbols.text, token.span.begin).value;
  return sign == ',' || sign == '.' || kind_of(sign) == CharacterKind::apostrophe;
}

Symbols Program::symbols_of(std::string_view text, const std::vector<Token>& tokens) const {
  Symbols symbols{text, &tokens, {}};
  symbols.words.reserve(tokens.size());
  for (const Token& token : tokens)
    symbols.words.push_back(vocabulary_.number_of(folded(text_of(text, token))));
  return symbols;
}

bool Program::fits(const Atom& atom, const Symbols& symbols, std::uint32_t at) const {
  const Token& token = (*symbols.tokens)[at];
  const std::uint32_t word = symbols.words[at];
  if (word != 0 && std::binary_search(atom.words.begin(), atom.words.end(), word)) return true;
  if (token.kind == TokenKind::number)
    for (const DigitSpec& spec : atom.digits)
      if (fasti::fits(spec, text_of(symbols.text, token))) return true;
  if (atom.any_word && token.kind != TokenKind::punctuation) return true;
  return atom.any_name && token.kind == TokenKind::word && token.capitalised;
}

// Follows all instructions that take no token. The stack is our own: a choice of thousands must not need
// thousands of calls within each other.
template <class Kept>
void Program::reach(Scratch<Kept>& scratch, const Thread<Kept>& thread, std::uint32_t token) const {
  scratch.open.push_back(thread);
  while (!scratch.open.empty()) {
    Thread<Kept>& top = scratch.open.back();
    std::uint32_t& mark = scratch.marks[2 * top.pc + (top.spaced ? 1 : 0)];
    if (mark == scratch.step) {
      scratch.open.pop_back();
      continue;
    }
    mark = scratch.step;
    const Instruction& instruction = code_[top.pc++];
    switch (instruction.op) {
      case Op::jump:
        top.pc = instruction.x;
        break;
      case Op::split: {
        Thread<Kept> first = top;
        first.pc = instruction.x;
        top.pc = instruction.y;  // stays below, for later
        scratch.open.push_back(first);
        break;
      }
      case Op::blank:
        top.spaced = true;
        break;
      case Op::open_capture:
        top.captures.open(instruction.x, token);
        break;
      case Op::close_capture:
        top.captures.close(instruction.x, token);
        break;
      case Op::accept:
        scratch.found.push_back({instruction.x, token, top.captures});
        scratch.open.pop_back();
        break;
      case Op::token:
        --top.pc;
        scratch.next.push_back(top);
        scratch.open.pop_back();
        break;
    }
  }
}

// Takes the token `begin` at each of the entries that it fits. The gap before it is no part of a match;
// beside a match a blank that is asked for must be there.
template <class Kept>
void Program::enter(Scratch<Kept>& scratch, const Entries& entries, const Symbols& symbols,
                    std::uint32_t begin, bool heed_blanks) const {
  const Token& first = (*symbols.tokens)[begin];
  for (const Entry& entry : entries) {
    const Instruction& instruction = code_[entry.pc];
    if (instruction.capital && !first.capitalised) continue;
    if (heed_blanks && entry.spaced && first.gap != Gap::space) continue;
    if (!fits(atoms_[instruction.x], symbols, begin)) continue;
    Thread<Kept> thread;
    thread.pc = entry.pc + 1;
    for (std::uint32_t slot = 0; slot < most_captures; ++slot)
      if ((entry.open >> slot & 1U) != 0) thread.captures.open(slot, begin);
    reach(scratch, thread, begin + 1);
  }
}

template <class Kept>
void Program::run(Scratch<Kept>& scratch, const Symbols& symbols, std::uint32_t begin) const {
  for (std::uint32_t at = begin + 1; at < symbols.tokens->size() && !scratch.next.empty(); ++at) {
    scratch.advance();
    const bool capitalised = (*symbols.tokens)[at].capitalised;
    const bool fits_spaced = gap_fits(true, symbols, at);
    const bool fits_close = gap_fits(false, symbols, at);
    for (const Thread<Kept>& thread : scratch.threads) {
      const Instruction& instruction = code_[thread.pc];
      if (instruction.capital && !capitalised) continue;
      if (!(thread.spaced ? fits_spaced : fits_close) || !fits(atoms_[instruction.x], symbols, at)) continue;
      Thread<Kept> further = thread;
      ++further.pc;
      further.spaced = false;
      reach(scratch, further, at + 1);
    }
  }
}

template <class Kept>
Program::Scratch<Kept>& Program::search(const Symbols& symbols, std::uint32_t begin) const {
  const Token& first = (*symbols.tokens)[begin];
  Scratch<Kept>& kept = scratch<Kept>();
  enter(kept, by_word_[symbols.words[begin]], symbols, begin);
  if (first.kind == TokenKind::number) enter(kept, by_digits_, symbols, begin);
  if (first.kind != TokenKind::punctuation) enter(kept, by_any_, symbols, begin);
  if (first.kind == TokenKind::word && first.capitalised) enter(kept, by_name_, symbols, begin);
  run(kept, symbols, begin);
  return kept;
}

std::vector<Hit> Program::hits_at(const Symbols& symbols, std::uint32_t begin) const {
  assert(!by_word_.empty() && "finish() comes before any search");
  if (search<NoCaptures>(symbols, begin).found.empty()) return {};
  std::vector<Hit> hits;
  for (const auto& found : search<Captures>(symbols, begin).found)
    hits.push_back({found.pattern, {begin, found.end}, found.captures.of});
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.tokens.end != b.tokens.end ? a.tokens.end > b.tokens.end : a.pattern < b.pattern;
  });
  return hits;
}

bool Program::stands_behind(std::uint32_t context, const Symbols& symbols, std::uint32_t at) const {
  if (at >= symbols.tokens->size() || (*symbols.tokens)[at].gap == Gap::block) return false;
  Scratch<NoCaptures>& kept = scratch<NoCaptures>();
  enter(kept, contexts_[context].entries, symbols, at, true);
  run(kept, symbols, at);
  return !kept.found.empty();
}

bool Program::stands_before(std::uint32_t context, const Symbols& symbols, std::uint32_t at) const {
  if (at == 0 || at >= symbols.tokens->size() || (*symbols.tokens)[at].gap == Gap::block) return false;
  for (std::uint32_t back = 1; back <= std::min(at, contexts_[context].longest); ++back) {
    Scratch<NoCaptures>& kept = scratch<NoCaptures>();
    enter(kept, contexts_[context].entries, symbols, at - back);
    run(kept, symbols, at - back);
    const auto ends_there = [at](const auto& found) { return found.end == at; };
    if (std::any_of(kept.found.begin(), kept.found.end(), ends_there)) return true;
  }
  return false;
}

}  // namespace fasti
