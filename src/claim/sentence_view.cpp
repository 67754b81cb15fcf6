#include "claim/sentence_view.h"

#include <algorithm>

namespace fasti {

bool SentenceView::is_mark(std::uint32_t t, std::string_view marks) const {
  return token(t).kind == TokenKind::punctuation &&
         marks.find(text_of(document.article.text, token(t))) != std::string_view::npos;
}

std::string SentenceView::text(TokenRange range) const {
  std::string text;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (t > range.begin && token(t).gap != Gap::none) text += ' ';
    text += text_of(document.article.text, token(t));
  }
  return text;
}

SentenceView view_of(const Document& document, const RuleSet& rules) {
  SentenceView view{document, rules, find_names(document, rules), find_clauses(document, rules), {}, {}, {}};
  view.antecedents = resolve_pronouns(document, view.names, view.clauses, rules);
  view.mentions = find_mentions(document, view.clauses, rules);
  view.in_timex.assign(document.segmented.tokens.size(), false);
  for (const PartialTimex& timex : document.partials)
    std::fill(view.in_timex.begin() + timex.tokens.begin, view.in_timex.begin() + timex.tokens.end, true);
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

std::vector<std::string> names_within(const SentenceView& view, TokenRange range, std::size_t most) {
  std::vector<std::string> names;
  const auto first =
      std::lower_bound(view.names.begin(), view.names.end(), range.begin,
                       [](const NameMention& name, std::uint32_t t) { return name.tokens.begin < t; });
  for (auto name = first; name != view.names.end() && name->tokens.begin < range.end && names.size() < most;
       ++name)
    if (std::find(names.begin(), names.end(), name->name) == names.end()) names.push_back(name->name);
  return names;
}

}  // namespace fasti
