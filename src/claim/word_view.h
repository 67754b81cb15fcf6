// A document's words as this room asks for them: by token, each a few bits.
#pragma once

#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "rules/rule_set.h"
#include "text/characters.h"
#include "timex/document.h"

namespace fasti {

struct WordView {
  const Document& document;
  const RuleSet& rules;
  TextWords words;
  std::vector<bool> in_timex;  // by token
  std::vector<bool> quoted;    // by token

  const std::vector<Token>& tokens() const { return document.segmented.tokens; }
  const Token& token(std::uint32_t t) const { return document.segmented.tokens[t]; }
  std::string_view text(std::uint32_t t) const { return text_of(document.article.text, token(t)); }
  const WordFacts& facts(std::uint32_t t) const { return words.known[t]; }
  bool is(std::uint32_t t, AskedClass asked) const { return facts(t).is(asked); }
  VerbForm verb(std::uint32_t t) const { return facts(t).verb(); }

  // One of the marks?
  bool is_mark(std::uint32_t t, std::string_view marks) const {
    return token(t).kind == TokenKind::punctuation && marks.find(text(t)) != std::string_view::npos;
  }
  bool is_sign(std::uint32_t t, char sign) const {
    const Token& one = token(t);
    return one.span.size() == 1 && document.article.text[one.span.begin] == sign;
  }
  bool begins_with_apostrophe(std::uint32_t t) const {
    const char32_t first = decode(document.article.text, token(t).span.begin).value;
    return kind_of(first) == CharacterKind::apostrophe;
  }
};

WordView word_view_of(const Document&, const RuleSet&);

}  // namespace fasti
