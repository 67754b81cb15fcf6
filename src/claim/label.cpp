#include "claim/label.h"

#include <algorithm>
#include <numeric>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "claim/past_form.h"
#include "claim/tidy_label.h"

namespace fasti {

namespace {

constexpr std::size_t insertions_looked_over = 8;
constexpr std::size_t longest_subject_text = 70;  // bytes

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

std::string joined(const SentenceView& view, const std::vector<NameNumber>& names) {
  std::string text;
  for (const NameNumber number : names)
    if (const std::string& name = view.name(number); text.size() + name.size() < longest_subject_text)
      text += (text.empty() ? "" : ", ") + name;
  return text;
}

// The end of the complement that hangs on the clause and follows it at once, over what is put in between:
// "announced that the hull, which was rusty, is scrap".
std::uint32_t end_with_complement(const SentenceView& view, std::size_t clause) {
  std::uint32_t end = view.clauses[clause].tokens.end;
  const std::size_t last = std::min(view.clauses.size(), clause + 1 + insertions_looked_over);
  for (std::size_t next = clause + 1; next < last; ++next) {
    const Clause& following = view.clauses[next];
    const bool complement = following.kind == Clause::Kind::complement && !following.quoted;
    if (following.sentence != view.clauses[clause].sentence) break;
    if (!complement && following.kind != Clause::Kind::relative) break;
    if (complement) end = following.tokens.end;
  }
  return end;
}

std::string text_of_words(const SentenceView& view, const std::vector<std::uint32_t>& words,
                          const PastForms& past) {
  std::string text;
  for (const std::uint32_t t : words) {
    if (!text.empty() && view.token(t).gap != Gap::none) text += ' ';
    const auto changed = past.find(t);
    text += changed == past.end() ? view.words.text(t) : std::string_view(changed->second);
  }
  return text;
}

// Words after the verb, without dates and the prepositions that lead to them, up to `room` bytes and never in
// the middle of a phrase.
class PredicateWriter {
 public:
  // Leaves `subject` out, where it stands behind the verb.
  PredicateWriter(const SentenceView& view, std::size_t room, const PastForms& past, TokenRange subject = {})
      : view_(view), room_(room), past_(past), subject_(subject) {}

  std::string write(TokenRange range, std::uint32_t keep_until) {
    keep_until_ = keep_until;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (subject_.holds(t)) continue;
      if (view_.in_timex(t) && !(t > 0 && holiday_as_object(t))) {
        drop_hanging(false);
        if (t < keep_until) drop_lead_in(t);
        continue;
      }
      if (t > 0 && view_.in_timex(t - 1) && view_.words.begins_with_apostrophe(t)) continue;  // "a year's"
      if (t < keep_until && t > 0 && view_.in_timex(t - 1) && view_.is_mark(t, ",")) continue;
      if (put_in(t, range.end, keep_until)) continue;
      if (stops_at(t, range.end, keep_until)) break;
      if (t >= keep_until && (view_.is(t, "preposition") || view_.is(t, "coordinator")))
        safe_end_ = words_.size();
      words_.push_back(t);
      if (text().size() > room_ && t > keep_until) return cut();
    }
    drop_hanging(false);
    return text();
  }

  // True where the words written hold a verb from token `from` on.
  bool has_verb_after(std::uint32_t from) const {
    return std::any_of(words_.begin(), words_.end(), [&](std::uint32_t t) {
      return t >= from && (view_.verb(t).any() || view_.is(t, "auxiliary"));
    });
  }

 private:
  // A relative clause that the sentence goes on after, with its commas.
  bool put_in(std::uint32_t t, std::uint32_t end, std::uint32_t keep_until) const {
    if (t < keep_until) return false;
    const auto relative = [&](std::uint32_t at) {
      return view_.clauses[view_.clause_at(at)].kind == Clause::Kind::relative;
    };
    const bool goes_on = view_.clauses[view_.clause_at(t)].tokens.end < end;
    if (relative(t)) return goes_on;
    return view_.is_mark(t, ",") && t + 1 < end && relative(t + 1) &&
           view_.clauses[view_.clause_at(t + 1)].tokens.end < end;
  }

  // "spent Thanksgiving at her desk": a named day that is no date of the verb but its object.
  bool holiday_as_object(std::uint32_t t) const {
    const auto& timexes = view_.document().timexes;
    auto timex = std::upper_bound(timexes.begin(), timexes.end(), t,
                                  [](std::uint32_t at, const Timex& x) { return at < x.tokens.begin; });
    if (timex == timexes.begin() || !(--timex)->tokens.holds(t)) return false;
    return timex->basis == Basis::holiday && !words_.empty() && words_.back() + 1 >= timex->tokens.begin &&
           view_.verb(timex->tokens.begin - 1).any();
  }

  // A mark inside a number ("$2.3 million") is none.
  bool stops_at(std::uint32_t t, std::uint32_t end, std::uint32_t keep_until) const {
    const bool inside = t + 1 < end && view_.token(t).gap == Gap::none &&
                        view_.token(t + 1).gap == Gap::none &&
                        view_.token(t + 1).kind != TokenKind::punctuation;
    return t >= keep_until && !inside && view_.is_mark(t, ",;:—–.!?()\"“”«»");
  }
  void drop_hanging(bool cut_short) {
    while (words_.size() > 1 && words_.back() >= keep_until_ && hangs(words_.back(), cut_short))
      words_.pop_back();
  }
  // "trat am Montag zurück": what leads to a date goes with it, even inside the words that tell the event.
  void drop_lead_in(std::uint32_t date) {
    while (words_.size() > 1 && words_.back() + 1 == date && hangs(words_.back(), false)) {
      words_.pop_back();
      --date;
    }
  }
  // Words that lead to something which is not there.
  bool hangs(std::uint32_t t, bool cut_short) const {
    constexpr AskedClass leading = AskedClass("preposition") | "coordinator" | "complementiser" |
                                   "determiner" | "relative" | "subordinator" | "article" | "never-last";
    if (view_.is(t, leading)) return true;
    constexpr AskedClass unfinished =  // "her" may be an object
        AskedClass("subject-pronoun") | "adverb" | "auxiliary" | "negation" | "possessive";
    if (cut_short && view_.is(t, unfinished)) return true;
    return view_.is_mark(t, ",-–—");
  }
  std::string cut() {
    if (safe_end_ > 0 && safe_end_ < words_.size()) words_.resize(safe_end_);
    drop_hanging(true);
    return text();
  }
  std::string text() const { return text_of_words(view_, words_, past_); }

  const SentenceView& view_;
  std::size_t room_;
  const PastForms& past_;
  TokenRange subject_;
  std::size_t safe_end_ = 0;
  std::uint32_t keep_until_ = 0;  // "split up": the words of the mention itself stay
  std::vector<std::uint32_t> words_;
};

// A noun and what is around it: "her pregnancy loss", "the death of the trumpeter".
std::string noun_label(const SentenceView& view, const EventMention& mention) {
  const Clause& clause = view.clauses[mention.clause];
  std::uint32_t begin = mention.tokens.begin;
  while (begin > clause.tokens.begin && view.token(begin - 1).kind == TokenKind::word &&
         !view.in_timex(begin - 1) && !view.is(begin - 1, "preposition") &&
         !view.is(begin - 1, "determiner") && !view.is(begin - 1, "possessive") &&
         !view.is(begin - 1, "coordinator") && !view.is(begin - 1, "subordinator") &&
         !view.verb(begin - 1).any())
    --begin;
  std::uint32_t end = mention.tokens.end;
  while (end < clause.tokens.end && end < mention.tokens.end + 6 && !view.in_timex(end) &&
         view.token(end).kind != TokenKind::punctuation && !view.verb(end).any() &&
         !view.is(end, "auxiliary") && !view.is(end, "coordinator"))
    ++end;
  while (end > mention.tokens.end &&
         (view.is(end - 1, "preposition") || view.is(end - 1, "determiner") || view.is(end - 1, "adverb") ||
          view.is(end - 1, "subordinator") || view.is(end - 1, "article") || view.is(end - 1, "possessive") ||
          view.is(end - 1, "relative") || view.is(end - 1, "never-last")))
    --end;
  return view.text({begin, end});
}

// "BP", "NASA": complete as it is, unlike a surname, for which the full name is given.
bool is_initials(const SentenceView& view, TokenRange tokens) {
  const std::string text = view.text(tokens);
  return text.size() >= 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// One name alone is given in full, other words as they stand; no more than fits.
std::string phrase(const SentenceView& view, TokenRange tokens, const PastForms& past) {
  while (tokens.size() > 0 && view.is_mark(tokens.end - 1, ",")) --tokens.end;
  const auto names = names_within(view, tokens);
  const auto name =
      std::lower_bound(view.names.mentions.begin(), view.names.mentions.end(), tokens.begin,
                       [](const NameMention& n, std::uint32_t t) { return n.tokens.begin < t; });
  const bool one_name = name != view.names.mentions.end() && name->tokens.begin == tokens.begin &&
                        name->tokens.end == tokens.end;
  if (names.size() == 1 && one_name && !is_initials(view, tokens)) return view.name(names.front());
  if (tokens.size() <= longest_subject_text) {
    std::vector<std::uint32_t> words(tokens.size());
    std::iota(words.begin(), words.end(), tokens.begin);
    const std::string whole = text_of_words(view, words, past);
    if (!whole.empty() && whole.size() <= longest_subject_text) return whole;
  }
  return PredicateWriter(view, longest_subject_text, past).write(tokens, tokens.begin);
}

std::string subject_text(const SentenceView& view, const Subject& subject, const PastForms& past) {
  const bool stands_for_another =
      subject.tokens.size() == 0 || subject.pronoun || view.is(subject.tokens.begin, "relative");
  if (!stands_for_another) return phrase(view, subject.tokens, past);
  const std::string who =
      subject.meant.size() > 0 ? phrase(view, subject.meant, past) : joined(view, subject.names);
  if (!subject.pronoun) return who;
  const std::uint32_t begin = subject.tokens.begin;
  const std::string rest = phrase(view, {begin + 1, subject.tokens.end}, past);  // "she and her husband"
  return (who.empty()             ? view.text({begin, begin + 1})
          : subject.names.empty() ? who
                                  : view.name(subject.names.front())) +
         (rest.empty() ? "" : " " + rest);
}

// "that the ferry" -> "the ferry"
Subject without_opener(const SentenceView& view, Subject subject) {
  constexpr AskedClass begins_noun = AskedClass("article") | "possessive" | "determiner";
  for (TokenRange* words : {&subject.tokens, &subject.meant})
    if (words->size() > 1 && view.is(words->begin, "complementiser") &&
        view.is(words->begin + 1, begins_noun))
      ++words->begin;
  return subject;
}

// "There were concerns": adverbs that stand where a subject would.
std::uint32_t with_adverbs_before(const SentenceView& view, const EventMention& mention,
                                  std::uint32_t begin) {
  const std::uint32_t first = view.clauses[mention.clause].tokens.begin;
  while (begin > first && view.is(begin - 1, "adverb") && !view.in_timex(begin - 1)) --begin;
  return begin;
}

// "The band, founded": without the comma it would be the band that founded something.
bool put_in(const SentenceView& view, const EventMention& mention) {
  const VerbForm form = view.verb(mention.head);
  return view.clauses[mention.clause].kind == Clause::Kind::participial && form.participle && !form.gerund;
}

Label as_written(const SentenceView& view, const EventMention& mention, const Subject& subject,
                 const PastForms& past) {
  if (!mention.verb) return {noun_label(view, mention), true};
  const std::string who = subject_text(view, without_opener(view, subject), past);
  const std::uint32_t clause_end = view.clauses[mention.clause].tokens.end;
  // "announced that …", "a report finds that …": without it the label would tell nothing.
  const bool announces = (mention.rule != nullptr && mention.rule->role == "announcement") ||
                         (clause_end == mention.tokens.end && clause_end < view.words.tokens().size() &&
                          view.is(clause_end, "complementiser"));
  const std::uint32_t end = announces ? end_with_complement(view, mention.clause) : clause_end;
  const std::size_t room = longest_label - std::min(longest_label - 20, who.size() + 1);
  const bool behind = subject.tokens.begin >= subject.verb_group.begin;
  const TokenRange left_out = behind ? subject.tokens : TokenRange{};
  PredicateWriter writer(view, room, past, left_out);
  const std::uint32_t begin =
      who.empty() ? with_adverbs_before(view, mention, subject.verb_group.begin) : subject.verb_group.begin;
  std::string what = writer.write({begin, end}, mention.tokens.end);
  const bool complete = !announces || (end > clause_end && writer.has_verb_after(clause_end));
  if (announces && end > clause_end && !complete)
    what = PredicateWriter(view, room, past, left_out).write({begin, clause_end}, mention.tokens.end);
  if (who.empty()) return {what, complete};
  const bool comma = subject.tokens.size() == 0 && put_in(view, mention);
  return {who + (comma ? ", " : " ") + what, complete};
}

}  // namespace

Label label_of(const SentenceView& view, const EventMention& mention, const Subject& subject,
               Telling telling) {
  Label label = as_written(view, mention, subject,
                           telling == Telling::past ? past_forms(view, mention, subject) : PastForms{});
  label.text = with_capital(tidy_label(label.text));
  return label;
}

}  // namespace fasti
