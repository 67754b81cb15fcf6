// A document with its names, clauses and mentions: what the rest of this room looks things up in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/clauses.h"
#include "claim/mentions.h"
#include "claim/names.h"
#include "claim/people.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct SentenceView {
  const Document& document;
  const RuleSet& rules;
  std::vector<NameMention> names;
  std::vector<Clause> clauses;
  std::vector<EventMention> mentions;
  Antecedents antecedents;     // whom a pronoun means
  std::vector<bool> in_timex;  // by token

  const Token& token(std::uint32_t t) const { return document.segmented.tokens[t]; }
  std::string word(std::uint32_t t) const { return folded(text_of(document.article.text, token(t))); }
  bool is(std::uint32_t t, std::string_view class_name) const { return rules.is_in(class_name, word(t)); }
  bool is_mark(std::uint32_t t, std::string_view marks) const;

  std::string text(TokenRange) const;  // the source's words, a line break as a blank

  // Indices of the mentions of a clause: first and one past the last.
  TokenRange mentions_of(std::size_t clause) const;
  std::size_t clause_at(std::uint32_t t) const;
};

SentenceView view_of(const Document&, const RuleSet&);

inline constexpr std::size_t most_participants = 16;  // more names in one sentence are a list, not actors

// Names that stand within the tokens, in order, each once.
std::vector<std::string> names_within(const SentenceView&, TokenRange, std::size_t most = most_participants);

}  // namespace fasti
