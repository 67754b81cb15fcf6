// The deterministic automaton of a program, built while it runs.
//
// At nearly every token of a text some pattern could begin ("the", "in", a number) and nearly none is found
// there. To run all threads each time would cost what the rules have in common words; three hundred rules
// would cost ten times what thirty do. So the sets of threads that really occur are numbered as states (the
// subset construction, done lazily as in K. Thompson's and R. Cox's grep and RE2), and from a state and a
// kind of token a table gives the next one. A start that comes to nothing is then one look at a table of
// first kinds, or a few more for "the last", however many the rules. States tell which patterns have ended,
// not with what captures: those are found by the plain run, for the patterns that are known to be found.
//
// What is built is kept for each thread by the program's identity, which no other program ever gets, so
// programs can neither disturb each other nor be mistaken for one another; a few programs are kept, the one
// used last first. The memory is bounded: an automaton that has grown too large is thrown away and begun
// again. Building a state costs about what running its threads once would, so even a text that needs a new
// state at each token costs time linear in its length.
#include <algorithm>
#include <memory>

#include "rules/program_threads.h"

namespace fasti {

namespace {

constexpr std::size_t most_programs = 4;  // kept by a thread
constexpr std::size_t most_states = 20'000;
constexpr std::size_t most_items = 2'000'000;  // threads in all states together, and twice the transitions
constexpr std::uint32_t unknown = ~std::uint32_t{0};
constexpr std::uint32_t dead = 0;

// (state, step) → state, open addressing.
class Transitions {
 public:
  std::uint32_t find(std::uint64_t key) const {
    for (std::size_t at = place(key);; at = (at + 1) & mask()) {
      if (slots_[at].key == key) return slots_[at].state;
      if (slots_[at].key == none) return unknown;
    }
  }
  void put(std::uint64_t key, std::uint32_t state) {
    if (2 * ++size_ > slots_.size()) grow();
    put_into(key, state);
  }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};
  struct Slot {
    std::uint64_t key = none;
    std::uint32_t state = 0;
  };
  std::size_t mask() const { return slots_.size() - 1; }
  std::size_t place(std::uint64_t key) const { return (key * 0x9E3779B97F4A7C15) >> 32U & mask(); }
  void put_into(std::uint64_t key, std::uint32_t state) {
    std::size_t at = place(key);
    while (slots_[at].key != none) at = (at + 1) & mask();
    slots_[at] = {key, state};
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.key != none) put_into(slot.key, slot.state);
  }
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::size_t size_ = 0;
};

}  // namespace

class Program::Lazy {
 public:
  explicit Lazy(const Program& program) : identity_(program.identity_) { begin_again(program); }

  std::uint64_t identity() const { return identity_; }

  // The patterns that end anywhere from `begin` on, each once.
  const Patterns& run(const Program& program, const Symbols& symbols, std::uint32_t begin) {
    found_.clear();
    if (states_.size() > most_states || items_ + 2 * transitions_.size() > most_items) begin_again(program);
    std::uint32_t state = first_[symbols.steps[begin] >> 2U];
    if (state == unknown) state = first_step(program, symbols.steps[begin] >> 2U);
    for (std::uint32_t at = begin + 1; state != dead; ++at) {
      take_ended(states_[state]);
      if (!states_[state].goes_on || at >= symbols.steps.size()) break;
      const std::uint32_t step = symbols.steps[at];
      if ((step & 3U) == 0) break;  // the end of a block
      const std::uint64_t key = std::uint64_t{state} << 32U | step;
      const std::uint32_t next = transitions_.find(key);
      state = next == unknown ? further_step(program, state, step, key) : next;
    }
    return found_;
  }

 private:
  struct State {
    std::vector<std::uint32_t> threads;  // twice the instruction, plus 1 behind a blank; sorted
    Patterns ended;                      // patterns that end with the token that led here
    bool goes_on = false;
  };

  void begin_again(const Program& program) {
    states_.assign(1, {});  // dead
    numbers_.clear();
    transitions_ = {};
    first_.assign(program.kinds_, unknown);
    items_ = 0;
  }

  void take_ended(const State& state) {
    for (const std::uint32_t pattern : state.ended)
      if (std::find(found_.begin(), found_.end(), pattern) == found_.end()) found_.push_back(pattern);
  }

  std::uint32_t first_step(const Program& program, std::uint32_t kind) {
    Scratch<NoCaptures>& kept = program.scratch<NoCaptures>();
    for (const Entry& entry : program.by_kind_[kind]) {
      Thread<NoCaptures> thread;
      thread.pc = entry.pc + 1;
      program.reach(kept, thread, 0);
    }
    return first_[kind] = number_of(kept);
  }

  std::uint32_t further_step(const Program& program, std::uint32_t from, std::uint32_t step,
                             std::uint64_t key) {
    Scratch<NoCaptures>& kept = program.scratch<NoCaptures>();
    for (const std::uint32_t one : states_[from].threads) {
      Thread<NoCaptures> thread;
      thread.pc = one / 2;
      if (!may_stand(step, one % 2 != 0) || !program.takes(program.code_[thread.pc], step)) continue;
      ++thread.pc;
      program.reach(kept, thread, 0);
    }
    const std::uint32_t state = number_of(kept);
    transitions_.put(key, state);
    return state;
  }

  // The state of the threads that were reached, a new one where there is none yet.
  std::uint32_t number_of(const Scratch<NoCaptures>& kept) {
    if (kept.next.empty() && kept.found.empty()) return dead;
    State state;
    for (const auto& thread : kept.next) state.threads.push_back(2 * thread.pc + (thread.spaced ? 1 : 0));
    for (const auto& found : kept.found) state.ended.push_back(found.pattern);
    for (auto* list : {&state.threads, &state.ended}) {
      std::sort(list->begin(), list->end());
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    state.goes_on = !state.threads.empty();
    const auto [known, fresh] =
        numbers_.try_emplace({state.threads, state.ended}, static_cast<std::uint32_t>(states_.size()));
    if (fresh) {
      items_ += 2 * (state.threads.size() + state.ended.size() + 8);
      states_.push_back(std::move(state));
    }
    return known->second;
  }

  std::uint64_t identity_;
  std::vector<State> states_;
  std::map<std::pair<std::vector<std::uint32_t>, Patterns>, std::uint32_t> numbers_;
  Transitions transitions_;
  std::vector<std::uint32_t> first_;  // by kind of the first token
  std::size_t items_ = 0;
  Patterns found_;
};

const Program::Patterns& Program::patterns_at(const Symbols& symbols, std::uint32_t begin) const {
  thread_local std::vector<std::unique_ptr<Lazy>> kept;
  const auto own = std::find_if(kept.begin(), kept.end(),
                                [this](const auto& lazy) { return lazy->identity() == identity_; });
  if (own == kept.end()) {
    if (kept.size() == most_programs) kept.pop_back();
    kept.insert(kept.begin(), std::make_unique<Lazy>(*this));
  } else if (own != kept.begin()) {
    std::rotate(kept.begin(), own, own + 1);
  }
  return kept.front()->run(*this, symbols, begin);
}

}  // namespace fasti
