#include "claim/sentence_view.h"

#include <algorithm>

namespace fasti {

namespace {

// A block that is nothing but an expression, and perhaps a mark: it may date all that follows.
bool has_heading(const Document& document) {
  const auto& blocks = document.segmented.blocks;
  auto block = blocks.begin();
  for (const PartialTimex& timex : document.partials) {
    while (block != blocks.end() && block->tokens.end <= timex.tokens.begin) ++block;
    if (block == blocks.end()) return false;
    if (timex.tokens.begin == block->tokens.begin && timex.tokens.end + 1 >= block->tokens.end) return true;
  }
  return false;
}

// A sentence with an expression is read, and where it says "it", also the one before, whose subject that may
// be.
std::vector<bool> sentences_to_read(const WordView& text, Extent extent) {
  const auto& sentences = text.document.segmented.sentences;
  std::vector<bool> read(sentences.size(), extent == Extent::all || has_heading(text.document));
  if (!read.empty() && read.front() && extent == Extent::all) return read;
  std::size_t s = 0;
  for (const PartialTimex& timex : text.document.partials) {
    while (s + 1 < sentences.size() && sentences[s].tokens.end <= timex.tokens.begin) ++s;
    read[s] = true;
  }
  const auto says_it = [&](const Sentence& sentence) {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      if (text.is(t, "thing-pronoun")) return true;
    return false;
  };
  for (s = sentences.size(); s-- > 1;)
    if (read[s] && !read[s - 1] && sentences[s].block == sentences[s - 1].block && says_it(sentences[s]))
      read[s - 1] = true;
  return read;
}

}  // namespace

std::string SentenceView::text(TokenRange range) const {
  std::string text;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (t > range.begin && token(t).gap != Gap::none) text += ' ';
    text += words.text(t);
  }
  return text;
}

SentenceView view_of(const Document& document, const RuleSet& rules, Extent extent) {
  SentenceView view{word_view_of(document, rules), {}, {}, {}, {}, {}};
  view.names = find_names(view.words);
  view.clauses = find_clauses(view.words);
  view.antecedents = resolve_pronouns(view.names, view.clauses, view.words);
  view.read = sentences_to_read(view.words, extent);
  view.mentions = find_mentions(view.clauses, view.read, view.words);
  return view;
}

TokenRange SentenceView::mentions_of(std::size_t clause) const {
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), clause,
                                      [](const EventMention& m, std::size_t c) { return m.clause < c; });
  auto last = first;
  while (last != mentions.end() && last->clause == clause) ++last;
  return {static_cast<std::uint32_t>(first - mentions.begin()),
          static_cast<std::uint32_t>(last - mentions.begin())};
}

std::size_t SentenceView::clause_at(std::uint32_t t) const {
  const auto after =
      std::upper_bound(clauses.begin(), clauses.end(), t,
                       [](std::uint32_t at, const Clause& clause) { return at < clause.tokens.begin; });
  return after == clauses.begin() ? 0 : static_cast<std::size_t>(after - clauses.begin()) - 1;
}

std::vector<NameNumber> names_within(const SentenceView& view, TokenRange range, std::size_t most) {
  std::vector<NameNumber> names;
  const auto& mentions = view.names.mentions;
  auto name = std::lower_bound(mentions.begin(), mentions.end(), range.begin,
                               [](const NameMention& one, std::uint32_t t) { return one.tokens.begin < t; });
  for (; name != mentions.end() && name->tokens.begin < range.end && names.size() < most; ++name)
    if (std::find(names.begin(), names.end(), name->name) == names.end()) names.push_back(name->name);
  return names;
}

}  // namespace fasti
