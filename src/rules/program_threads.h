// The threads of a run, shared by the files that run programs. Not for use outside this room.
#pragma once

#include <algorithm>

#include "rules/program.h"

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

}  // namespace fasti
