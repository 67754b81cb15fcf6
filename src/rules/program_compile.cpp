// Patterns → instructions. A blank is an instruction of its own that a thread passes and remembers until its
// next token; so it need not be known while compiling which token that will be: "a (x-)?b".
#include <algorithm>
#include <atomic>
#include <cassert>

#include "rules/program.h"

namespace fasti {

namespace {

std::uint32_t length_of(const std::vector<Phrase>& phrases) {
  std::size_t most = 0;
  for (const Phrase& phrase : phrases) most = std::max(most, phrase.size());
  return static_cast<std::uint32_t>(most);
}

std::vector<Phrase> phrases_of(const WordClass& words) {
  std::vector<Phrase> phrases;
  for (const WordClass::Entry& entry : words.entries) phrases.push_back(entry.phrase);
  return phrases;
}

// Tokens that the longest match of a pattern can have.
std::uint32_t length_of(const PatternNode& node, const Lexicon& lexicon) {
  std::uint32_t most = 0;
  switch (node.kind) {
    case PatternNode::Kind::any_word:
    case PatternNode::Kind::any_name:
      return 1;
    case PatternNode::Kind::phrase:
      return length_of(node.spellings);
    case PatternNode::Kind::word_class:
      for (const auto& entry : lexicon.classes.find(node.class_name)->second.entries)
        most = std::max(most, static_cast<std::uint32_t>(entry.phrase.size()));
      return std::max(most, 1U);
    case PatternNode::Kind::choice:
      for (const PatternNode& part : node.parts) most = std::max(most, length_of(part, lexicon));
      return most;
    case PatternNode::Kind::repeat:
      return static_cast<std::uint32_t>(node.most) * length_of(node.parts.front(), lexicon);
    case PatternNode::Kind::sequence:
      for (const PatternNode& part : node.parts) most += length_of(part, lexicon);
      return most;
  }
  return most;
}

}  // namespace

void Program::add(std::uint32_t pattern, const PatternNode& node, const std::vector<std::string>& captures,
                  const Lexicon& lexicon) {
  assert(captures.size() <= most_captures);
  starts_.push_back({here(), pattern});
  emit(node, captures, lexicon);
  push(Op::accept, pattern);
  longest_ = std::max(longest_, length_of(node, lexicon));
}

std::uint32_t Program::add_context(const PatternNode& node, const Lexicon& lexicon) {
  contexts_.push_back({here(), length_of(node, lexicon), {}});
  emit(node, {}, lexicon);
  push(Op::accept);
  return static_cast<std::uint32_t>(contexts_.size() - 1);
}

std::uint32_t Program::push(Op op, std::uint32_t x) {
  code_.push_back({op, false, x, 0});
  return here() - 1;
}

void Program::emit(const PatternNode& node, const std::vector<std::string>& captures,
                   const Lexicon& lexicon) {
  if (node.spaced) push(Op::blank);
  const auto slot = std::find(captures.begin(), captures.end(), node.capture);
  const bool kept = !node.capture.empty() && slot != captures.end();
  const auto number = static_cast<std::uint32_t>(slot - captures.begin());
  if (kept) push(Op::open_capture, number);
  emit_part(node, captures, lexicon);
  if (kept) push(Op::close_capture, number);
}

void Program::emit_part(const PatternNode& node, const std::vector<std::string>& captures,
                        const Lexicon& lexicon) {
  switch (node.kind) {
    case PatternNode::Kind::sequence:
      for (const PatternNode& part : node.parts) emit(part, captures, lexicon);
      return;
    case PatternNode::Kind::choice:
      return emit_choice(node, captures, lexicon);
    case PatternNode::Kind::repeat:
      return emit_repeat(node, captures, lexicon);
    case PatternNode::Kind::phrase:
      return emit_phrases(node.spellings);
    case PatternNode::Kind::word_class:
      return emit_class(node, lexicon);
    case PatternNode::Kind::any_word:
      return emit_token({{}, {}, true, false});
    case PatternNode::Kind::any_name:
      return emit_token({{}, {}, false, true});
  }
}

// split → one | split → two | three, each with a jump behind the last.
template <class Emit>
void Program::emit_alternatives(std::size_t count, const Emit& emit_one) {
  std::vector<std::uint32_t> jumps;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const std::uint32_t split = push(Op::split, here() + 1);
    emit_one(i);
    jumps.push_back(push(Op::jump));
    code_[split].y = here();
  }
  if (count > 0) emit_one(count - 1);
  for (std::uint32_t jump : jumps) code_[jump].x = here();
}

// Alternatives that are words share one instruction, however many they are.
void Program::emit_choice(const PatternNode& node, const std::vector<std::string>& captures,
                          const Lexicon& lexicon) {
  std::vector<Phrase> words;
  std::vector<const PatternNode*> others;
  for (const PatternNode& part : node.parts) {
    if (part.kind == PatternNode::Kind::phrase && !part.spaced)
      words.insert(words.end(), part.spellings.begin(), part.spellings.end());
    else
      others.push_back(&part);
  }
  emit_alternatives(others.size() + (words.empty() ? 0 : 1), [&](std::size_t i) {
    if (i < others.size())
      emit(*others[i], captures, lexicon);
    else
      emit_phrases(words);
  });
}

// x[1..3] -> x (x (x)?)?; a blank before the repetition stands before each round.
void Program::emit_repeat(const PatternNode& node, const std::vector<std::string>& captures,
                          const Lexicon& lexicon) {
  std::vector<std::uint32_t> splits;
  for (int i = 0; i < node.most; ++i) {
    if (i >= node.least) splits.push_back(push(Op::split, here() + 1));
    if (i > 0 && node.spaced) push(Op::blank);
    emit(node.parts.front(), captures, lexicon);
  }
  for (std::uint32_t split : splits) code_[split].y = here();
}

// Classes stand in many patterns; each becomes a tree of atoms once.
void Program::emit_class(const PatternNode& node, const Lexicon& lexicon) {
  const auto [known, is_new] = class_atoms_.try_emplace(node.class_name);
  if (is_new) {
    const WordClass& words = lexicon.classes.find(node.class_name)->second;
    std::vector<DigitSpec> digits;
    if (words.digits) digits.push_back(*words.digits);
    known->second = atoms_of(tree_of(phrases_of(words)), digits);
  }
  emit_atoms(known->second, node.capital);
}

Program::AtomTree Program::atoms_of(const PhraseTree& tree, const std::vector<DigitSpec>& digits) {
  AtomTree atoms;
  atoms.may_end = tree.may_end;
  bool digits_placed = digits.empty();
  for (const PhraseTree::Branch& branch : tree.branches) {
    Atom atom;
    for (const std::string& word : branch.words) atom.words.push_back(add_word(word));
    std::sort(atom.words.begin(), atom.words.end());
    if (!digits_placed && branch.next.empty()) {
      atom.digits = digits;
      digits_placed = true;
    }
    atoms.branches.push_back({number_of(std::move(atom)), branch.spaced, {}});
    if (!branch.next.empty()) atoms.branches.back().next.push_back(atoms_of(branch.next.front(), {}));
  }
  // A class without any word finds nothing; it must not become a part that finds everything.
  if (!digits_placed || atoms.branches.empty())
    atoms.branches.push_back({number_of({{}, digits}), false, {}});
  return atoms;
}

void Program::emit_atoms(const AtomTree& tree, bool capital) {
  emit_alternatives(tree.branches.size(), [&](std::size_t i) {
    const AtomTree::Branch& branch = tree.branches[i];
    if (branch.spaced) push(Op::blank);
    code_[push(Op::token, branch.atom)].capital = capital;
    if (branch.next.empty()) return;
    const AtomTree& next = branch.next.front();
    const std::uint32_t split = next.may_end ? push(Op::split, here() + 1) : 0;
    emit_atoms(next, false);
    if (next.may_end) code_[split].y = here();
  });
}

void Program::emit_phrases(const std::vector<Phrase>& phrases) {
  emit_atoms(atoms_of(tree_of(phrases), {}), false);
}

std::uint32_t Program::number_of(Atom atom) {
  const auto [known, is_new] = atom_numbers_.try_emplace(atom, static_cast<std::uint32_t>(atoms_.size()));
  if (is_new) atoms_.push_back(std::move(atom));
  return known->second;
}

void Program::emit_token(Atom atom) { push(Op::token, number_of(std::move(atom))); }

// ---- the tables of first words ----

// All instructions that can take the first token of a pattern, in the order of its alternatives.
Program::Entries Program::entries_from(std::uint32_t start, std::uint32_t pattern,
                                       std::vector<std::uint32_t>& marks, std::uint32_t mark) const {
  Entries found;
  Entries open{{start, 0, pattern, false}};
  while (!open.empty()) {
    const Entry entry = open.back();
    open.pop_back();
    if (marks[entry.pc] == mark) continue;
    marks[entry.pc] = mark;
    const Instruction& instruction = code_[entry.pc];
    switch (instruction.op) {
      case Op::split:
        open.push_back({instruction.y, entry.open, pattern, entry.spaced});
        [[fallthrough]];
      case Op::jump:
        open.push_back({instruction.x, entry.open, pattern, entry.spaced});
        break;
      case Op::blank:
        open.push_back({entry.pc + 1, entry.open, pattern, true});
        break;
      case Op::open_capture:
        open.push_back({entry.pc + 1, entry.open | (1U << instruction.x), pattern, entry.spaced});
        break;
      case Op::close_capture:
        open.push_back({entry.pc + 1, entry.open & ~(1U << instruction.x), pattern, entry.spaced});
        break;
      case Op::token:
        found.push_back(entry);
        break;
      case Op::accept:  // of a pattern that may be empty; it is not to be found
        break;
    }
  }
  return found;
}

void Program::finish() {
  static std::atomic<std::uint64_t> identities{0};
  identity_ = ++identities;
  atom_numbers_.clear();
  class_atoms_.clear();
  number_kinds();
  std::vector<std::uint32_t> marks(code_.size());
  std::uint32_t mark = 0;
  // What names its words comes first, then what takes any word.
  std::vector<Entries> by_order(3);
  for (const Start& start : starts_)
    for (const Entry& entry : entries_from(start.pc, start.pattern, marks, ++mark)) {
      const Atom& atom = atoms_[code_[entry.pc].x];
      by_order[atom.any_name ? 2 : atom.any_word ? 1 : 0].push_back(entry);
    }
  list_entries(by_order);
  for (Context& context : contexts_) context.entries = entries_from(context.start, 0, marks, ++mark);
}

}  // namespace fasti
