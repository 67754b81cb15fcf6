// What stands around an expression: its sentence and block, whether it is quoted, whether the sentence looks
// ahead. Looked up by token, so that a long text costs no more than a short one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

enum class Tense { none, past, future };

struct TenseCue {
  Tense tense = Tense::none;
  std::uint32_t tokens_between = 0;  // it and the expression
};

struct Surroundings {
  const Document& document;
  const RuleSet& rules;
  std::vector<std::uint32_t> sentence;  // by token: index into the sentences
  std::vector<std::uint32_t> block;     // by token: index into the blocks
  std::vector<bool> quoted;             // by token
  std::vector<std::uint32_t> alone;  // expressions, by number, that are a block of their own: dated headings

  // At most a preposition stands before it in its sentence: "In 1941 …".
  bool begins_sentence(TokenRange timex) const;

  bool same_sentence(TokenRange a, TokenRange b) const { return sentence[a.begin] == sentence[b.begin]; }

  // What the word nearest before the expression that tells past from future tells: "will open on Monday", but
  // "said on Monday that it will open"; where none stands before it, the nearest behind. Only words on the
  // same side of the quotation marks count. Future are the lexicon class future-marker, and a word of
  // future-governor with an infinitive-marker behind it ("due to"); past are verbs in a form of the past.
  TenseCue tense_at(TokenRange timex) const;
  bool looks_ahead(TokenRange timex) const { return tense_at(timex).tense == Tense::future; }

  // Its block is short and ends in no full stop: it dates what follows.
  bool is_heading(TokenRange timex) const;

  std::string word(std::uint32_t token) const;      // folded
  bool looks_like_past(std::uint32_t token) const;  // as RuleSet::looks_like_past
  const WordFacts& facts(std::uint32_t token) const {
    return facts_of(document.article.text, document.segmented.tokens[token], rules);
  }
};

Surroundings surroundings_of(const Document&, const RuleSet&);

}  // namespace fasti
