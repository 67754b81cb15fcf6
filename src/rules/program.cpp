#include "rules/program.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace fasti {

namespace {

// Tokens that the longest match of a pattern can have.
std::uint32_t length_of(const PatternNode& node, const Lexicon& lexicon) {
  std::uint32_t most = 0;
  switch (node.kind) {
    case PatternNode::Kind::any_word:
    case PatternNode::Kind::any_name:
      return 1;
    case PatternNode::Kind::phrase:
      for (const Phrase& phrase : node.spellings)
        most = std::max(most, static_cast<std::uint32_t>(phrase.size()));
      return most;
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

bool digits_fit(const DigitSpec& spec, std::string_view digits) {
  const int length = static_cast<int>(digits.size());
  if (length < spec.least_length || length > spec.most_length) return false;
  long value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && spec.least <= value &&
         value <= spec.most;
}

}  // namespace

std::uint32_t Vocabulary::add(std::string_view word) {
  return numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(numbers_.size() + 1))
      .first->second;
}

std::uint32_t Vocabulary::number_of(std::string_view word) const {
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? 0 : found->second;
}

// ---- compiling ----

std::uint32_t Program::push(Instruction instruction) {
  code_.push_back(instruction);
  return static_cast<std::uint32_t>(code_.size() - 1);
}

std::uint32_t Program::atom_number(Atom atom) {
  const auto found = std::find(atoms_.begin(), atoms_.end(), atom);
  if (found != atoms_.end()) return static_cast<std::uint32_t>(found - atoms_.begin());
  atoms_.push_back(std::move(atom));
  return static_cast<std::uint32_t>(atoms_.size() - 1);
}

void Program::add(std::uint32_t pattern, const PatternNode& node, const std::vector<std::string>& captures,
                  const Lexicon& lexicon) {
  assert(captures.size() <= most_captures);
  starts_.push_back(static_cast<std::uint32_t>(code_.size()));
  emit(node, captures, lexicon);
  push({Op::accept, false, false, pattern, 0});
  longest_ = std::max(longest_, length_of(node, lexicon));
}

void Program::emit(const PatternNode& node, const std::vector<std::string>& captures,
                   const Lexicon& lexicon) {
  const auto slot = std::find(captures.begin(), captures.end(), node.capture);
  const bool kept = !node.capture.empty() && slot != captures.end();
  const auto slot_number = static_cast<std::uint32_t>(slot - captures.begin());
  if (kept) push({Op::open_capture, false, false, slot_number, 0});
  switch (node.kind) {
    case PatternNode::Kind::sequence:
      for (const PatternNode& part : node.parts) emit(part, captures, lexicon);
      break;
    case PatternNode::Kind::choice: {
      std::vector<std::uint32_t> ends;
      for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const bool last = i + 1 == node.parts.size();
        const std::uint32_t split = last ? 0 : push({Op::split, false, false, 0, 0});
        if (!last) code_[split].x = split + 1;
        emit(node.parts[i], captures, lexicon);
        if (last) break;
        ends.push_back(push({Op::jump, false, false, 0, 0}));
        code_[split].y = static_cast<std::uint32_t>(code_.size());
      }
      for (std::uint32_t end : ends) code_[end].x = static_cast<std::uint32_t>(code_.size());
      break;
    }
    case PatternNode::Kind::repeat: {
      for (int i = 0; i < node.least; ++i) emit(node.parts.front(), captures, lexicon);
      std::vector<std::uint32_t> splits;
      for (int i = node.least; i < node.most; ++i) {
        splits.push_back(push({Op::split, false, false, static_cast<std::uint32_t>(code_.size() + 1), 0}));
        emit(node.parts.front(), captures, lexicon);
      }
      for (std::uint32_t split : splits) code_[split].y = static_cast<std::uint32_t>(code_.size());
      break;
    }
    case PatternNode::Kind::phrase:
      emit_phrases(node.spellings, node, {});
      break;
    case PatternNode::Kind::word_class: {
      const WordClass& words = lexicon.classes.find(node.class_name)->second;
      std::vector<Phrase> phrases;
      for (const WordClass::Entry& entry : words.entries) phrases.push_back(entry.phrase);
      std::vector<DigitSpec> digits;
      if (words.digits) digits.push_back(*words.digits);
      emit_phrases(phrases, node, digits);
      break;
    }
    case PatternNode::Kind::any_word:
    case PatternNode::Kind::any_name: {
      Atom atom;
      atom.any_word = node.kind == PatternNode::Kind::any_word;
      atom.any_name = node.kind == PatternNode::Kind::any_name;
      push({Op::token, node.spaced, false, atom_number(std::move(atom)), 0});
      break;
    }
  }
  if (kept) push({Op::close_capture, false, false, slot_number, 0});
}

// One instruction for all single words (and digits) together, a branch for each phrase of several tokens.
void Program::emit_phrases(const std::vector<Phrase>& phrases, const PatternNode& from,
                           const std::vector<DigitSpec>& digits) {
  Atom single;
  single.digits = digits;
  std::vector<const Phrase*> several;
  for (const Phrase& phrase : phrases) {
    if (phrase.size() == 1)
      single.words.push_back(vocabulary_.add(phrase.front().word));
    else if (!phrase.empty())
      several.push_back(&phrase);
  }
  std::sort(single.words.begin(), single.words.end());
  single.words.erase(std::unique(single.words.begin(), single.words.end()), single.words.end());

  const bool has_single = !single.words.empty() || !single.digits.empty();
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 0; i < several.size(); ++i) {
    const bool last = i + 1 == several.size() && !has_single;
    const std::uint32_t split = last ? 0 : push({Op::split, false, false, 0, 0});
    if (!last) code_[split].x = split + 1;
    for (std::size_t t = 0; t < several[i]->size(); ++t) {
      Atom atom;
      atom.words = {vocabulary_.add((*several[i])[t].word)};
      const bool first = t == 0;
      push({Op::token, first ? from.spaced : (*several[i])[t].spaced, first && from.capital,
            atom_number(std::move(atom)), 0});
    }
    if (last) break;
    ends.push_back(push({Op::jump, false, false, 0, 0}));
    code_[split].y = static_cast<std::uint32_t>(code_.size());
  }
  if (has_single) push({Op::token, from.spaced, from.capital, atom_number(std::move(single)), 0});
  for (std::uint32_t end : ends) code_[end].x = static_cast<std::uint32_t>(code_.size());
}

void Program::collect_first(std::uint32_t pc, std::uint32_t start, std::vector<bool>& seen) {
  if (seen[pc]) return;
  seen[pc] = true;
  const Instruction& instruction = code_[pc];
  switch (instruction.op) {
    case Op::split:
      collect_first(instruction.x, start, seen);
      collect_first(instruction.y, start, seen);
      break;
    case Op::jump:
      collect_first(instruction.x, start, seen);
      break;
    case Op::open_capture:
    case Op::close_capture:
      collect_first(pc + 1, start, seen);
      break;
    case Op::accept:
      break;
    case Op::token: {
      const Atom& atom = atoms_[instruction.x];
      const auto note = [start](std::vector<std::uint32_t>& list) {
        if (list.empty() || list.back() != start) list.push_back(start);
      };
      for (std::uint32_t word : atom.words) note(starts_by_word_[word]);
      if (!atom.digits.empty()) note(starts_by_digits_);
      if (atom.any_word) note(starts_by_any_);
      if (atom.any_name) note(starts_by_name_);
    }
  }
}

void Program::finish() {
  starts_by_word_.assign(vocabulary_.size(), {});
  for (std::uint32_t start : starts_) {
    std::vector<bool> seen(code_.size());
    collect_first(start, start, seen);
  }
}

// ---- running ----

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
  if (token.kind == TokenKind::number) {
    for (const DigitSpec& spec : atom.digits)
      if (digits_fit(spec, text_of(symbols.text, token))) return true;
  }
  if (atom.any_word && token.kind != TokenKind::punctuation) return true;
  return atom.any_name && token.kind == TokenKind::word && token.capitalised;
}

bool Program::gap_fits(const Instruction& instruction, const Symbols& symbols, std::uint32_t at,
                       std::uint32_t begin) const {
  if (at == begin) return true;
  const Token& token = (*symbols.tokens)[at];
  if (token.gap == Gap::block) return false;
  if (instruction.spaced) return token.gap == Gap::space;
  if (token.gap == Gap::none) return true;
  // Texts that were cut into words for other programs set a comma, a stop or 's apart by a blank.
  const char first = symbols.text[token.span.begin];
  return first == ',' || first == '.' || (token.kind == TokenKind::word && first == '\'');
}

struct Program::Thread {
  std::uint32_t pc = 0;
  std::array<TokenRange, most_captures> captures{};
};

// The threads alive before one token; each instruction at most once.
struct Program::Run {
  const Program& program;
  std::uint32_t begin;
  std::vector<Thread> threads, next;
  std::vector<std::uint32_t> marks;  // instruction → the step in which it was last reached
  std::uint32_t step = 0;
  std::vector<Hit> hits;

  explicit Run(const Program& p, std::uint32_t b) : program(p), begin(b), marks(p.code_.size(), ~0U) {}

  void reach(std::uint32_t pc, std::array<TokenRange, most_captures> captures, std::uint32_t token) {
    if (marks[pc] == step) return;
    marks[pc] = step;
    const Instruction& instruction = program.code_[pc];
    switch (instruction.op) {
      case Op::jump:
        reach(instruction.x, captures, token);
        break;
      case Op::split:
        reach(instruction.x, captures, token);
        reach(instruction.y, captures, token);
        break;
      case Op::open_capture:
        captures[instruction.x] = {token, token};
        reach(pc + 1, captures, token);
        break;
      case Op::close_capture:
        captures[instruction.x].end = token;
        reach(pc + 1, captures, token);
        break;
      case Op::accept:
        hits.push_back({instruction.x, {begin, token}, captures});
        break;
      case Op::token:
        next.push_back({pc, captures});
        break;
    }
  }

  void advance() {
    threads.swap(next);
    next.clear();
    ++step;
  }
};

std::vector<Hit> Program::hits_at(const Symbols& symbols, std::uint32_t begin) const {
  const std::vector<Token>& tokens = *symbols.tokens;
  const Token& first = tokens[begin];
  const auto& by_word = starts_by_word_[symbols.words[begin]];
  const bool digits = first.kind == TokenKind::number && !starts_by_digits_.empty();
  const bool any = first.kind != TokenKind::punctuation && !starts_by_any_.empty();
  const bool name = first.kind == TokenKind::word && first.capitalised && !starts_by_name_.empty();
  if (by_word.empty() && !digits && !any && !name) return {};

  Run run(*this, begin);
  for (std::uint32_t start : by_word) run.reach(start, {}, begin);
  if (digits)
    for (std::uint32_t start : starts_by_digits_) run.reach(start, {}, begin);
  if (any)
    for (std::uint32_t start : starts_by_any_) run.reach(start, {}, begin);
  if (name)
    for (std::uint32_t start : starts_by_name_) run.reach(start, {}, begin);
  for (std::uint32_t at = begin; at < tokens.size(); ++at) {
    run.advance();
    if (run.threads.empty()) break;
    for (const Thread& thread : run.threads) {
      const Instruction& instruction = code_[thread.pc];
      if (instruction.capital && !tokens[at].capitalised) continue;
      if (gap_fits(instruction, symbols, at, begin) && fits(atoms_[instruction.x], symbols, at))
        run.reach(thread.pc + 1, thread.captures, at + 1);
    }
  }
  std::stable_sort(run.hits.begin(), run.hits.end(), [](const Hit& a, const Hit& b) {
    return a.tokens.end != b.tokens.end ? a.tokens.end > b.tokens.end : a.pattern < b.pattern;
  });
  return std::move(run.hits);
}

}  // namespace fasti
