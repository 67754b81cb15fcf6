// A sentence ends at a stop, a question or an exclamation mark, with the quotation marks and brackets that
// close on it, unless what follows shows that it goes on:
//
//   It cost 3.5 million.            a stop that touches what follows ends nothing …
//   He left.She stayed.             … but for a blank that was lost between a small and a capital letter
//   "Never!" she said.              a small letter follows
//   on Sept. 27, Mr. Smith          an abbreviation, and neither a starter ("The", "He") nor the block's end
//   follows John F. Kennedy                 a single capital letter: an initial
//   1. The first point              a number alone at the start: a list sign
//   He left the U.S. "We are free"  an abbreviation, then a quotation opens: an end
//
// No word is known here. What is an abbreviation and what a starter comes from the rule files.
#include "text/sentences.h"

#include <string>

#include <unicode/uchar.h>

#include "text/characters.h"

namespace fasti {

namespace {

constexpr int most_parts_of_an_abbreviation = 8;  // "u.s.s.r" has four

// The tokens of one block and the questions asked of them. `next_word` only moves on, so that a block full of
// signs is still read in one pass.
struct Reader {
  std::string_view text;
  const std::vector<Token>& tokens;
  TokenRange block;
  const Orthography& orthography;
  std::uint32_t next_word = 0;

  std::string_view word(std::uint32_t i) const { return text_of(text, tokens[i]); }
  char32_t first_letter(std::uint32_t i) const {
    const std::string_view own = word(i);
    const CodePoint first = decode(own, 0);
    const bool clitic = kind_of(first.value) == CharacterKind::apostrophe && own.size() > first.length;
    return clitic ? decode(own, first.length).value : first.value;
  }
  bool is(std::uint32_t i, TokenKind kind) const { return tokens[i].kind == kind; }
  bool touches(std::uint32_t i) const { return tokens[i].gap == Gap::none; }  // the token before it
  bool is_stop(std::uint32_t i) const { return is(i, TokenKind::punctuation) && word(i) == "."; }
};

bool is_terminator(const Reader& r, std::uint32_t i) {
  if (!r.is(i, TokenKind::punctuation)) return false;
  const char32_t sign = r.first_letter(i);
  if (sign < 0x80) return sign == '.' || sign == '!' || sign == '?';
  return sign == U'…' || u_hasBinaryProperty(static_cast<UChar32>(sign), UCHAR_S_TERM);
}

bool is_closing_sign(char32_t sign) {
  switch (sign) {
    case U'"':
    case U'\'':
    case U'’':
    case U'”':
    case U'“':
    case U'‘':
    case U'»':
    case U'«':
    case U'›':
    case U'‹':
      return true;
    default:
      return (U_GET_GC_MASK(static_cast<UChar32>(sign)) & U_GC_PE_MASK) != 0;  // ) ] } 」
  }
}

bool is_opening_sign(char32_t sign) {
  constexpr std::uint32_t opening = U_GC_PS_MASK | U_GC_PI_MASK;  // ( [ „ and “ «
  return sign == '"' || sign == '\'' || (U_GET_GC_MASK(static_cast<UChar32>(sign)) & opening) != 0;
}

// A sign that stands free, with blanks on both sides, closes only if it can do nothing else.
bool closes_though_free(const Reader& r, std::uint32_t i, bool straight_open) {
  const char32_t sign = r.first_letter(i);
  if (!r.is(i, TokenKind::punctuation) || !is_closing_sign(sign)) return false;
  if (sign == '"') return straight_open;
  return sign != U'“' && sign != U'‘' && sign != U'«' && sign != U'‹' && sign != '\'';
}

// "[12]" right behind the stop: a reference, as encyclopaedias have it.
bool is_reference(const Reader& r, std::uint32_t i) {
  return i + 2 < r.block.end && r.word(i) == "[" && r.is(i + 1, TokenKind::number) && r.word(i + 2) == "]" &&
         r.touches(i) && r.touches(i + 1) && r.touches(i + 2);
}

// '' standing free closes too, in texts with a blank around every sign.
bool is_free_pair(const Reader& r, std::uint32_t i) {
  return i + 1 < r.block.end && !r.touches(i) && r.touches(i + 1) && r.word(i) == "'" &&
         r.word(i + 1) == "'" && (i + 2 == r.block.end || !r.touches(i + 2));
}

// The terminator `i` with what stands to it: further terminators, closing marks, references.
struct Stop {
  std::uint32_t last = 0;  // the last terminator: the second stop of "(in the U.S.)." is no abbreviation's
  std::uint32_t end = 0;   // one past the last token
};

Stop read_stop(const Reader& r, std::uint32_t i, bool straight_open) {
  Stop stop{i, i + 1};
  while (stop.end < r.block.end) {
    const std::uint32_t at = stop.end;
    const bool free = !r.touches(at) && (at + 1 == r.block.end || !r.touches(at + 1));
    const bool touches = r.touches(at) && r.is(at, TokenKind::punctuation);
    if (is_reference(r, at)) {
      stop.end += 3;
    } else if (is_free_pair(r, at)) {
      stop.end += 2;
    } else if ((touches || free) && is_terminator(r, at)) {
      stop.last = at;
      ++stop.end;
    } else if ((touches && is_closing_sign(r.first_letter(at))) ||
               (free && closes_though_free(r, at, straight_open))) {
      ++stop.end;
    } else {
      break;
    }
  }
  return stop;
}

bool is_single_letter(const Reader& r, std::uint32_t i) {
  const std::string_view word = r.word(i);
  return r.is(i, TokenKind::word) && decode(word, 0).length == word.size();
}

enum class Shortening { none, abbreviation, initial };

// What stands before the stop `i`. Goes back over touching words and stops: U|.|S|. is looked up as "u.s".
Shortening shortening_before(const Reader& r, std::uint32_t i, std::uint32_t sentence) {
  if (!r.is_stop(i) || i == sentence || !r.touches(i) || r.is(i - 1, TokenKind::punctuation))
    return Shortening::none;
  const auto known = [&](std::string_view key) { return r.orthography.abbreviations.contains(key); };
  std::string key = folded(r.word(i - 1));
  if (known(key)) return Shortening::abbreviation;
  bool single_letters = is_single_letter(r, i - 1);
  std::uint32_t first = i - 1;
  int parts = 1;
  while (parts < most_parts_of_an_abbreviation && first >= sentence + 2 && r.touches(first) &&
         r.is_stop(first - 1) && r.touches(first - 1) && r.is(first - 2, TokenKind::word)) {
    first -= 2;
    ++parts;
    single_letters = single_letters && is_single_letter(r, first);
    key.insert(0, folded(r.word(first)) + ".");
  }
  if (parts > 1 && (single_letters || known(key))) return Shortening::abbreviation;
  return parts == 1 && single_letters && r.tokens[i - 1].capitalised ? Shortening::initial : Shortening::none;
}

// The first word or number at or after `i`; the block's end if there is none.
std::uint32_t find_next_word(Reader& r, std::uint32_t i) {
  r.next_word = std::max(r.next_word, i);
  while (r.next_word < r.block.end && r.is(r.next_word, TokenKind::punctuation)) ++r.next_word;
  return r.next_word;
}

// Part of something longer that has no blanks: the "Example" of "www.Example.com".
bool is_inside_address(const Reader& r, std::uint32_t before, std::uint32_t after) {
  const bool goes_back = before > r.block.begin && r.touches(before) && !r.is(before - 1, TokenKind::word);
  const bool goes_on = after + 2 < r.block.end && r.touches(after + 1) && r.touches(after + 2) &&
                       r.is(after + 1, TokenKind::punctuation) && r.is(after + 2, TokenKind::word);
  return goes_back || goes_on;
}

// A blank was lost: "left.She". Both must look like words of prose, or web addresses would be torn.
bool blank_was_lost(const Reader& r, std::uint32_t stop, std::uint32_t next) {
  if (stop == r.block.begin || !r.is(stop - 1, TokenKind::word) || !r.is(next, TokenKind::word)) return false;
  const bool small_before = !is_single_letter(r, stop - 1) && is_lower(r.first_letter(stop - 1));
  const bool capital_after = !is_single_letter(r, next) && r.tokens[next].capitalised;
  return small_before && capital_after && !is_inside_address(r, stop - 1, next);
}

bool is_ideographic_stop(const Reader& r, std::uint32_t i) {
  const char32_t sign = r.first_letter(i);
  return sign == U'。' || sign == U'！' || sign == U'？' || sign == U'｡';
}

// "1." and nothing before it.
bool is_list_sign(const Reader& r, std::uint32_t stop, std::uint32_t sentence) {
  return r.is_stop(stop) && stop == sentence + 1 && r.is(sentence, TokenKind::number);
}

// Does a sentence that began at `sentence` end with this stop?
bool ends_sentence(Reader& r, std::uint32_t sentence, Stop stop) {
  const std::uint32_t word = find_next_word(r, stop.end);
  if (word == r.block.end) return false;  // only signs are left: they stay with this sentence
  if (is_ideographic_stop(r, stop.last)) return true;
  if (r.touches(stop.end)) return stop.end == word && blank_was_lost(r, stop.last, word);
  if (r.is(word, TokenKind::word) && is_lower(r.first_letter(word))) return false;
  if (is_list_sign(r, stop.last, sentence)) return false;
  const Shortening before = shortening_before(r, stop.last, sentence);
  if (before == Shortening::none) return true;
  if (r.is(word, TokenKind::number)) return false;  // "at 10:35 a.m. (0735 GMT)"
  if (r.orthography.starters.contains(folded(r.word(word)))) return true;
  return before == Shortening::abbreviation && is_opening_sign(r.first_letter(stop.end));
}

}  // namespace

std::vector<TokenRange> find_sentences(std::string_view text, const std::vector<Token>& tokens,
                                       TokenRange block, const Orthography& orthography) {
  std::vector<TokenRange> sentences;
  Reader r{text, tokens, block, orthography, block.begin};
  std::uint32_t begin = block.begin;
  bool has_word = false;
  bool straight_open = false;
  for (std::uint32_t i = block.begin; i < block.end;) {
    has_word = has_word || !r.is(i, TokenKind::punctuation);
    if (r.word(i) == "\"") straight_open = !straight_open;
    if (!has_word || !is_terminator(r, i)) {
      ++i;
      continue;
    }
    const Stop stop = read_stop(r, i, straight_open);
    for (std::uint32_t k = i + 1; k < stop.end; ++k) straight_open = straight_open != (r.word(k) == "\"");
    if (stop.end < block.end && ends_sentence(r, begin, stop)) {
      sentences.push_back({begin, stop.end});
      begin = stop.end;
      has_word = false;
    }
    i = stop.end;
  }
  if (begin < block.end) sentences.push_back({begin, block.end});
  return sentences;
}

}  // namespace fasti
