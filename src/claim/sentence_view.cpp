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

std::vector<std::string> names_within(const SentenceView& view, TokenRange range) {
  std::vector<std::string> names;
  const auto first =
      std::lower_bound(view.names.begin(), view.names.end(), range.begin,
                       [](const NameMention& name, std::uint32_t t) { return name.tokens.begin < t; });
  for (auto name = first; name != view.names.end() && name->tokens.begin < range.end; ++name)
    if (std::find(names.begin(), names.end(), name->name) == names.end()) names.push_back(name->name);
  return names;
}

namespace {

// Auxiliaries and adverbs right before the verb belong to it: "had never been found".
std::uint32_t verb_group_begin(const SentenceView& view, const EventMention& mention,
                               std::uint32_t clause_begin) {
  std::uint32_t begin = std::min(mention.head, std::max(mention.tokens.begin, clause_begin));
  if (mention.tokens.begin < mention.head && !view.is(mention.tokens.begin, "auxiliary"))
    begin = mention.head;
  while (begin > clause_begin && !view.in_timex[begin - 1] &&
         (view.is(begin - 1, "auxiliary") || view.is(begin - 1, "adverb") || view.is(begin - 1, "negation")))
    --begin;
  return begin;
}

// Where the subject begins: after the last mark, date or conjunction before the verb.
std::uint32_t subject_begin(const SentenceView& view, std::uint32_t from, std::uint32_t verb) {
  std::uint32_t begin = from;
  for (std::uint32_t t = from; t < verb; ++t)
    if (view.in_timex[t] || (view.is_mark(t, ",:;—–()\"“”")) ||
        (t == from &&
         (view.is(t, "coordinator") || view.is(t, "subordinator") || view.is(t, "complementiser"))))
      begin = t + 1;
  // "Teigen and Legend, 42, have": a comma right before the verb closes an insertion; look past it.
  if (begin == verb && verb > from && view.is_mark(verb - 1, ",")) {
    const std::uint32_t comma = verb - 1;
    begin = subject_begin(view, from, comma);
  }
  while (begin < verb && (view.is(begin, "adverb") || view.is(begin, "coordinator"))) ++begin;
  return begin;
}

// The name right before "who", or the last one in the clause that the relative clause hangs on.
std::vector<std::string> antecedent_of(const SentenceView& view, const Clause& clause) {
  const NameMention* last = nullptr;
  const Sentence& sentence = view.document.segmented.sentences[clause.sentence];
  const auto first =
      std::lower_bound(view.names.begin(), view.names.end(), sentence.tokens.begin,
                       [](const NameMention& name, std::uint32_t t) { return name.tokens.begin < t; });
  for (auto name = first; name != view.names.end() && name->tokens.end <= clause.tokens.begin; ++name)
    last = &*name;
  if (last == nullptr) return {};
  return {last->name};
}

}  // namespace

Subject subject_of(const SentenceView& view, const EventMention& mention) {
  const Clause& clause = view.clauses[mention.clause];
  Subject subject;
  const std::uint32_t verb = verb_group_begin(view, mention, clause.tokens.begin);
  subject.verb_group = {verb, mention.head + 1};
  const std::uint32_t begin = subject_begin(view, clause.tokens.begin, verb);
  subject.tokens = {begin, std::max(begin, verb)};
  const bool relative = begin < verb && view.is(begin, "relative");
  if (relative) {
    subject.names = antecedent_of(view, clause);
    return subject;
  }
  // "In an online post shared on Monday": no subject, but the noun that the participle belongs to.
  if (begin < verb && view.is(begin, "preposition")) {
    subject.tokens.begin = begin + 1;
    while (subject.tokens.begin < verb && view.is(subject.tokens.begin, "determiner")) ++subject.tokens.begin;
    return subject;
  }
  subject.pronoun = begin < verb && view.is(begin, "subject-pronoun");
  subject.names = names_within(view, subject.tokens);
  const auto meant = view.antecedents.find(begin);
  if (begin < verb && subject.pronoun && meant != view.antecedents.end())
    subject.names.insert(subject.names.begin(), meant->second);
  return subject;
}

}  // namespace fasti
