// A document with its names, clauses and mentions: what the rest of this room looks things up in.
#pragma once

#include <string>
#include <vector>

#include "claim/clauses.h"
#include "claim/mentions.h"
#include "claim/names.h"
#include "claim/people.h"
#include "claim/word_view.h"

namespace fasti {

// Which sentences are read for events: all, or those whose events a date can reach.
enum class Extent { all, dated };

struct SentenceView {
  WordView words;
  Names names;
  std::vector<Clause> clauses;
  std::vector<EventMention> mentions;
  Antecedents antecedents;  // whom a pronoun means
  std::vector<bool> read;   // by sentence: events were looked for

  const Document& document() const { return words.document; }
  const RuleSet& rules() const { return words.rules; }
  const Token& token(std::uint32_t t) const { return words.token(t); }
  bool is(std::uint32_t t, AskedClass asked) const { return words.is(t, asked); }
  VerbForm verb(std::uint32_t t) const { return words.verb(t); }
  bool in_timex(std::uint32_t t) const { return words.in_timex[t]; }
  bool is_mark(std::uint32_t t, std::string_view marks) const { return words.is_mark(t, marks); }
  const std::string& name(NameNumber number) const { return names.texts[number]; }

  std::string text(TokenRange) const;  // the source's words, a line break as a blank

  // Indices of the mentions of a clause: first and one past the last.
  TokenRange mentions_of(std::size_t clause) const;
  std::size_t clause_at(std::uint32_t t) const;
};

SentenceView view_of(const Document&, const RuleSet&, Extent = Extent::all);

inline constexpr std::size_t most_participants = 16;  // more names in one sentence are a list, not actors

// Names that stand within the tokens, in order, each once.
std::vector<NameNumber> names_within(const SentenceView&, TokenRange, std::size_t most = most_participants);

}  // namespace fasti
