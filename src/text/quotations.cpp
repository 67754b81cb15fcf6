// Which mark opens and which closes depends on the language (“…” here, „…“ there, »…« or «…» elsewhere), so a
// mark is read by what is open and by where it touches:
//
//   1. If a quotation that this mark can close is open, it closes it. An inner one left open ends with it.
//   2. Else, if the mark can open one here, it does.
//   3. Else it is a stray: an apostrophe, an inch.
//
// Double marks still open at the block's end hold up to there: a quotation of several paragraphs opens in
// each and is closed once. Single marks count only in pairs, for most of them are apostrophes.
#include "text/quotations.h"

#include <algorithm>

#include "text/characters.h"

namespace fasti {

namespace {

constexpr std::size_t deepest = 8;  // more open marks than people nest; keeps hostile text linear

struct Open {
  char32_t mark;
  std::uint32_t token;
};

struct Marks {
  std::string_view text;
  const std::vector<Token>& tokens;
  TokenRange block;

  char32_t sign(std::uint32_t i) const { return decode(text, tokens[i].span.begin).value; }
  bool is_sign(std::uint32_t i) const { return tokens[i].kind == TokenKind::punctuation; }
  bool touches_before(std::uint32_t i) const { return i > block.begin && tokens[i].gap == Gap::none; }
  bool touches_word_before(std::uint32_t i) const { return touches_before(i) && !is_sign(i - 1); }
  bool touches_behind(std::uint32_t i) const { return i + 1 < block.end && tokens[i + 1].gap == Gap::none; }
  bool touches_word_behind(std::uint32_t i) const { return touches_behind(i) && !is_sign(i + 1); }
};

bool is_single(char32_t mark) { return mark == U'‘' || mark == U'\'' || mark == U'‚'; }

bool can_close(const Marks& m, std::uint32_t i, char32_t open) {
  const char32_t mark = m.sign(i);
  switch (open) {
    case U'"':
      return mark == U'"';
    case U'“':
      return mark == U'”' || (mark == U'“' && m.touches_before(i) && !m.touches_word_behind(i));
    case U'„':
      return mark == U'“' || mark == U'”';
    case U'”':
      return mark == U'”';
    case U'«':
      return mark == U'»';
    case U'»':
      return mark == U'«' || (mark == U'»' && m.touches_before(i));
    case U'‹':
      return mark == U'›';
    case U'‚':
      return (mark == U'‘' || mark == U'’') && m.touches_before(i) && !m.touches_word_behind(i);
    case U'‘':
      return mark == U'’' && m.touches_before(i) && !m.touches_word_behind(i);
    case U'\'':
      return mark == U'\'' && m.touches_before(i) && !m.touches_word_behind(i);
    default:
      return false;
  }
}

bool can_open(const Marks& m, std::uint32_t i) {
  switch (m.sign(i)) {
    case U'"':
      return !m.touches_word_before(i);
    case U'“':
    case U'„':
    case U'«':
    case U'‹':
      return true;
    case U'”':
    case U'»':
      return !m.touches_before(i) && m.touches_behind(i);
    case U'‘':
    case U'‚':
      return !m.touches_word_before(i) && m.touches_behind(i);
    case U'\'':  // '90s is a year
      return !m.touches_word_before(i) && m.touches_behind(i) && m.tokens[i + 1].kind != TokenKind::number;
    default:
      return false;
  }
}

Quotation made(const Marks& m, std::uint32_t first, std::uint32_t last) {
  return {{m.tokens[first].span.begin, m.tokens[last].span.end}, {first, last + 1}};
}

// The innermost open mark that token `i` closes, as one past its place in the stack; 0 if there is none.
std::size_t find_open(const Marks& m, std::uint32_t i, const std::vector<Open>& open) {
  for (std::size_t k = open.size(); k > 0; --k) {
    if (can_close(m, i, open[k - 1].mark)) return k;
  }
  return 0;
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens,
                                       TokenRange block) {
  const Marks m{text, tokens, block};
  std::vector<Quotation> found;
  std::vector<Open> open;
  const auto end_down_to = [&](std::size_t depth, std::uint32_t last) {
    for (; open.size() > depth; open.pop_back()) {
      if (!is_single(open.back().mark)) found.push_back(made(m, open.back().token, last));
    }
  };
  for (std::uint32_t i = block.begin; i < block.end; ++i) {
    if (!m.is_sign(i)) continue;
    if (const std::size_t match = find_open(m, i, open); match > 0) {
      if (match < open.size()) end_down_to(match, i - 1);
      found.push_back(made(m, open.back().token, i));
      open.pop_back();
    } else if (open.size() < deepest && can_open(m, i)) {
      open.push_back({m.sign(i), i});
    }
  }
  if (block.size() > 0) end_down_to(0, block.end - 1);
  std::sort(found.begin(), found.end(), [](const Quotation& a, const Quotation& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return found;
}

}  // namespace fasti
