// A document with its names, clauses and mentions: what the rest of this room looks things up in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/clauses.h"
#include "claim/mentions.h"
#include "claim/names.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti {

struct SentenceView {
  const Document& document;
  const RuleSet& rules;
  std::vector<NameMention> names;
  std::vector<Clause> clauses;
  std::vector<EventMention> mentions;
  std::vector<bool> in_timex;  // by token

  const Token& token(std::uint32_t t) const { return document.segmented.tokens[t]; }
  std::string word(std::uint32_t t) const { return folded(text_of(document.article.text, token(t))); }
  bool is(std::uint32_t t, std::string_view class_name) const { return rules.is_in(class_name, word(t)); }
  bool is_mark(std::uint32_t t, std::string_view marks) const;

  std::string text(TokenRange) const;  // the source's words, a line break as a blank
};

SentenceView view_of(const Document&, const RuleSet&);

// The words that stand where a verb's subject does: from the last comma, date or conjunction to the verb.
struct Subject {
  TokenRange tokens;                    // empty where the clause shares another's subject
  TokenRange verb_group;                // auxiliaries and the verb: "had been", "sank"
  std::vector<std::string> names;       // who is meant, also behind a pronoun or "who"
  bool pronoun = false;
};

// `last_named`: whom a pronoun would mean here.
Subject subject_of(const SentenceView&, const EventMention&, const std::string& last_named);

// Names that stand within the tokens, in order, each once.
std::vector<std::string> names_within(const SentenceView&, TokenRange);

}  // namespace fasti
