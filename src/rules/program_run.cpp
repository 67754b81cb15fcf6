// Running a program over the tokens of a text. All threads advance token by token; a thread is an
// instruction, the captures on the way to it, and whether a blank was passed since its last token. At most
// one thread stands at an instruction, the first that came there, which is the one whose choices were written
// first.
//
// This run is what the rules mean. The deterministic automaton (program_lazy.cpp) only says at which tokens
// it would find something, and which patterns, so that it runs there alone and for these.
#include <algorithm>
#include <cassert>

#include "rules/program_threads.h"

namespace fasti {

// Takes the token `begin` at each of the entries that it fits. The gap before it is no part of a match;
// beside a match a blank that is asked for must be there.
template <class Kept>
void Program::enter(Scratch<Kept>& scratch, const Entries& entries, const Symbols& symbols,
                    std::uint32_t begin, bool heed_blanks, const Patterns* only) const {
  const bool after_blank = (*symbols.tokens)[begin].gap == Gap::space;
  for (const Entry& entry : entries) {
    if (heed_blanks && entry.spaced && !after_blank) continue;
    if (only != nullptr && std::find(only->begin(), only->end(), entry.pattern) == only->end()) continue;
    if (!takes(code_[entry.pc], symbols.steps[begin])) continue;
    Thread<Kept> thread;
    thread.pc = entry.pc + 1;
    for (std::uint32_t slot = 0; slot < most_captures; ++slot)
      if ((entry.open >> slot & 1U) != 0) thread.captures.open(slot, begin);
    reach(scratch, thread, begin + 1);
  }
}

template <class Kept>
void Program::run(Scratch<Kept>& scratch, const Symbols& symbols, std::uint32_t begin) const {
  for (std::uint32_t at = begin + 1; at < symbols.steps.size() && !scratch.next.empty(); ++at) {
    scratch.advance();
    const std::uint32_t step = symbols.steps[at];
    for (const Thread<Kept>& thread : scratch.threads) {
      if (!may_stand(step, thread.spaced) || !takes(code_[thread.pc], step)) continue;
      Thread<Kept> further = thread;
      ++further.pc;
      further.spaced = false;
      reach(scratch, further, at + 1);
    }
  }
}

std::vector<Hit> Program::hits_of(const Symbols& symbols, std::uint32_t begin, const Patterns* only) const {
  Scratch<Captures>& kept = scratch<Captures>();
  enter(kept, by_kind_[symbols.steps[begin] >> 2U], symbols, begin, false, only);
  run(kept, symbols, begin);
  std::vector<Hit> hits;
  for (const auto& found : kept.found) hits.push_back({found.pattern, {begin, found.end}, found.captures.of});
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.tokens.end != b.tokens.end ? a.tokens.end > b.tokens.end : a.pattern < b.pattern;
  });
  return hits;
}

std::vector<Hit> Program::hits_by_plain_run(const Symbols& symbols, std::uint32_t begin) const {
  return hits_of(symbols, begin, nullptr);
}

std::vector<Hit> Program::hits_at(const Symbols& symbols, std::uint32_t begin) const {
  assert(identity_ != 0 && "finish() comes before any search");
  const Patterns& found = patterns_at(symbols, begin);
  return found.empty() ? std::vector<Hit>() : hits_of(symbols, begin, &found);
}

bool Program::stands_behind(std::uint32_t context, const Symbols& symbols, std::uint32_t at) const {
  if (at >= symbols.steps.size() || (*symbols.tokens)[at].gap == Gap::block) return false;
  Scratch<NoCaptures>& kept = scratch<NoCaptures>();
  enter(kept, contexts_[context].entries, symbols, at, true);
  run(kept, symbols, at);
  return !kept.found.empty();
}

bool Program::stands_before(std::uint32_t context, const Symbols& symbols, std::uint32_t at) const {
  if (at == 0 || at >= symbols.steps.size() || (*symbols.tokens)[at].gap == Gap::block) return false;
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
