#include "claim/label.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace fasti {

namespace {

std::string with_capital(std::string text) {
  if (text.empty()) return text;
  std::size_t end = 0;
  UChar32 first = 0;
  U8_NEXT(text.data(), end, text.size(), first);
  if (first < 0) return text;
  char upper[U8_MAX_LENGTH];
  std::size_t length = 0;
  UBool failed = false;
  U8_APPEND(upper, length, U8_MAX_LENGTH, u_toupper(first), failed);
  return failed ? text : std::string(upper, length) + text.substr(end);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// The end of the complement that hangs on the clause and follows it at once: "announced that …".
std::uint32_t end_with_complement(const SentenceView& view, std::size_t clause) {
  std::uint32_t end = view.clauses[clause].tokens.end;
  for (std::size_t next = clause + 1; next < view.clauses.size(); ++next) {
    const Clause& following = view.clauses[next];
    if (following.kind != Clause::Kind::complement || following.parent != next - 1 || following.quoted) break;
    end = following.tokens.end;
  }
  return end;
}

// Words after the verb, without dates and the prepositions that lead to them, up to `room` bytes and never in the
// middle of a phrase.
class PredicateWriter {
 public:
  PredicateWriter(const SentenceView& view, std::size_t room) : view_(view), room_(room) {}

  std::string write(TokenRange range, std::uint32_t keep_until) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (view_.in_timex[t]) {
        drop_preposition();
        skipped_ = true;
        continue;
      }
      if (stops_at(t, keep_until)) break;
      if (t >= keep_until && (view_.is(t, "preposition") || view_.is(t, "coordinator"))) safe_end_ = words_.size();
      words_.push_back(t);
      if (text().size() > room_ && t > keep_until) return cut();
    }
    drop_preposition();
    return text();
  }

 private:
  bool stops_at(std::uint32_t t, std::uint32_t keep_until) const {
    return t >= keep_until && view_.is_mark(t, ",;:—–.!?()\"“”«»");
  }
  void drop_preposition() {
    while (words_.size() > 1 && (view_.is(words_.back(), "preposition") || view_.is(words_.back(), "adverb") ||
                                 view_.is(words_.back(), "coordinator") || view_.is_mark(words_.back(), ",")))
      words_.pop_back();
  }
  std::string cut() {
    if (safe_end_ > 0 && safe_end_ < words_.size()) words_.resize(safe_end_);
    drop_preposition();
    return text();
  }
  std::string text() const {
    std::string text;
    for (const std::uint32_t t : words_) {
      if (!text.empty() && view_.token(t).gap != Gap::none) text += ' ';
      text += text_of(view_.document.article.text, view_.token(t));
    }
    return text;
  }

  const SentenceView& view_;
  std::size_t room_;
  std::size_t safe_end_ = 0;
  bool skipped_ = false;
  std::vector<std::uint32_t> words_;
};

// A noun and what is around it: "her pregnancy loss", "the death of the trumpeter".
std::string noun_label(const SentenceView& view, const EventMention& mention) {
  const Clause& clause = view.clauses[mention.clause];
  std::uint32_t begin = mention.tokens.begin;
  while (begin > clause.tokens.begin && view.token(begin - 1).kind == TokenKind::word && !view.in_timex[begin - 1] &&
         !view.is(begin - 1, "preposition") && !view.is(begin - 1, "determiner") && !view.is(begin - 1, "possessive") &&
         !view.is(begin - 1, "coordinator") && !view.is(begin - 1, "subordinator") && !verb_form(view.word(begin - 1), view.rules).any())
    --begin;
  std::uint32_t end = mention.tokens.end;
  while (end < clause.tokens.end && end < mention.tokens.end + 6 && !view.in_timex[end] && view.token(end).kind != TokenKind::punctuation &&
         !verb_form(view.word(end), view.rules).any() && !view.is(end, "auxiliary") && !view.is(end, "coordinator"))
    ++end;
  while (end > mention.tokens.end && (view.is(end - 1, "preposition") || view.is(end - 1, "determiner") || view.is(end - 1, "adverb") || view.is(end - 1, "subordinator"))) --end;
  return with_capital(view.text({begin, end}));
}

std::string subject_text(const SentenceView& view, const Subject& subject, const Clause& clause) {
  const bool stands_for_another = subject.tokens.size() == 0 || subject.pronoun || view.is(subject.tokens.begin, "relative");
  if (stands_for_another) {
    std::string rest;
    if (subject.pronoun && subject.tokens.size() > 1) rest = " " + view.text({subject.tokens.begin + 1, subject.tokens.end});
    if (!rest.empty() && !subject.names.empty()) return subject.names.front() + rest;
    return joined(subject.names);
  }
  // One name alone is given in full.
  const auto names = names_within(view, subject.tokens);
  const auto name = std::find_if(view.names.begin(), view.names.end(), [&](const NameMention& n) {
    return n.tokens.begin == subject.tokens.begin && n.tokens.end == subject.tokens.end;
  });
  if (names.size() == 1 && name != view.names.end()) return names.front();
  TokenRange tokens = subject.tokens;
  while (tokens.size() > 0 && view.is_mark(tokens.end - 1, ",")) --tokens.end;
  (void)clause;
  return view.text(tokens);
}

}  // namespace

std::string label_of(const SentenceView& view, const EventMention& mention, const Subject& subject) {
  if (!mention.verb) return noun_label(view, mention);
  const Clause& clause = view.clauses[mention.clause];
  const std::string who = subject_text(view, subject, clause);
  const bool announces = mention.rule != nullptr && mention.rule->role == "announcement";
  const std::uint32_t end = announces ? end_with_complement(view, mention.clause) : clause.tokens.end;
  const std::size_t room = longest_label - std::min(longest_label - 20, who.size() + 1);
  const std::string what = PredicateWriter(view, room).write({subject.verb_group.begin, end}, mention.tokens.end);
  return with_capital(who.empty() ? what : who + " " + what);
}

}  // namespace fasti
