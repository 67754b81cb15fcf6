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
#include <utility>

#include "text/characters.h"

namespace fasti {

namespace {

constexpr std::size_t deepest = 8;  // more open marks than people nest; keeps hostile text linear

constexpr char32_t pair_opens = U'‟';
constexpr char32_t pair_closes = U'″';

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

bool can_close(const Marks& m, std::uint32_t i, char32_t mark, char32_t open) {
  switch (open) {
    case U'"':
      return mark == U'"';
    case pair_opens:
      return mark == pair_closes || mark == U'"';
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

bool can_open(const Marks& m, std::uint32_t i, char32_t mark) {
  switch (mark) {
    case U'"':
      return !m.touches_word_before(i);
    case U'“':
    case U'„':
    case U'«':
    case U'‹':
    case pair_opens:
      return true;
    case U'”':
    case U'»':
      return !m.touches_before(i) && m.touches_behind(i);
    case U'‘':
    case U'‚':
      return !m.touches_word_before(i) && m.touches_behind(i);
    case U'\'':  // '90s is a year
      return !m.touches_word_before(i) && m.touches_behind(i) && m.tokens[i + 1].kind != TokenKind::number &&
             m.sign(i + 1) != '\'';
    default:
      return false;
  }
}

Quotation made(const Marks& m, std::uint32_t first, std::uint32_t last) {
  return {{m.tokens[first].span.begin, m.tokens[last].span.end}, {first, last + 1}};
}

// Typewriters' pairs, ``so'', are two tokens each. 0 if no pair begins here.
char32_t pair_at(const Marks& m, std::uint32_t i) {
  const char byte = m.text[m.tokens[i].span.begin];
  const bool may_be = (byte == '`' || byte == '\'') && m.touches_behind(i) && m.is_sign(i + 1);
  if (!may_be || m.text[m.tokens[i + 1].span.begin] != byte) return 0;
  return byte == '`' ? pair_opens : pair_closes;
}

struct Stack {
  const Marks& m;
  std::vector<Quotation> found;
  std::vector<Open> open;

  // Ends the open quotations above `depth` with the token `last`, for want of a closing mark.
  void end_down_to(std::size_t depth, std::uint32_t last) {
    for (; open.size() > depth; open.pop_back()) {
      if (!is_single(open.back().mark)) found.push_back(made(m, open.back().token, last));
    }
  }

  // The mark stands at token `i` and reaches to `last`. Closes the innermost quotation it can close, else
  // opens one; false if it can do neither.
  bool take(std::uint32_t i, std::uint32_t last, char32_t mark) {
    for (std::size_t k = open.size(); k > 0; --k) {
      if (!can_close(m, i, mark, open[k - 1].mark)) continue;
      end_down_to(k, i - 1);
      found.push_back(made(m, open.back().token, last));
      open.pop_back();
      return true;
    }
    if (open.size() == deepest || !can_open(m, i, mark)) return false;
    open.push_back({mark, i});
    return true;
  }
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens,
                                       TokenRange block) {
  const Marks m{text, tokens, block};
  Stack stack{m, {}, {}};
  for (std::uint32_t i = block.begin; i < block.end; ++i) {
    if (!m.is_sign(i)) continue;
    const char32_t pair = pair_at(m, i);
    if (pair != 0 && stack.take(i, i + 1, pair)) {
      ++i;
    } else {
      stack.take(i, i, m.sign(i));
    }
  }
  if (block.size() > 0) stack.end_down_to(0, block.end - 1);
  std::vector<Quotation> found = std::move(stack.found);
  std::sort(found.begin(), found.end(), [](const Quotation& a, const Quotation& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return found;
}

}  // namespace fasti
