#include "claim/attach_dates.h"

#include <algorithm>

#include "claim/headings.h"

namespace fasti {

namespace {

constexpr std::uint32_t same_time_within = 5;  // tokens between "was killed" and "crash"
constexpr std::size_t clauses_around = 30;     // in which a date without a verb of its own looks for one

std::uint32_t distance(TokenRange a, TokenRange b) {
  return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

// What cannot be dated by anything: an announcement's object.
bool unfit(const EventMention& mention) { return mention.is_topic; }

class DateAttacher {
 public:
  explicit DateAttacher(const SentenceView& view)
      : view_(view), dates_(view.mentions.size()), headings_(view.document()) {}

  std::vector<std::optional<Timex>> run() {
    for (const Timex& timex : view_.document().timexes) attach(timex);
    if (!headings_.empty()) take_headings();
    return std::move(dates_);
  }

 private:
  std::size_t none() const { return view_.mentions.size(); }
  bool unreal(std::size_t m) const { return view_.mentions[m].unreal; }

  void attach(const Timex& timex) {
    const bool a_date = timex.range && (timex.type == TimexType::date || timex.type == TimexType::time);
    if (!a_date || headings_.begins_at(timex.tokens.begin)) return;
    const std::size_t m = belongs_to_noun(timex.tokens) ? noun_with(timex.tokens) : mention_for(timex.tokens);
    if (m == none() || goes_on_beside(view_.mentions[m], timex)) return;
    if (!dates_[m] || better(timex, *dates_[m], view_.mentions[m])) dates_[m] = timex;
    if (const std::size_t verb = verb_at_the_same_time(m); verb != none() && !dates_[verb])
      dates_[verb] = timex;
  }

  // "the fire of May 3": the date tells which fire, and nothing of what the sentence's verb tells. But "on
  // the night of May 3" is a date as a whole.
  bool belongs_to_noun(TokenRange timex) const {
    if (timex.begin < 2 || !view_.is(timex.begin - 1, "genitive")) return false;
    const std::uint32_t noun = timex.begin - 2;
    return view_.token(noun).kind == TokenKind::word && view_.token(noun + 1).gap == Gap::space &&
           !view_.in_timex(noun) && !view_.is(noun, "time-noun") && !view_.is(noun, "preposition");
  }
  std::size_t noun_with(TokenRange timex) const {
    const auto after = first_mention_from(timex.begin);
    return after > 0 && view_.mentions[after - 1].tokens.end + 1 == timex.begin ? after - 1 : none();
  }
  std::size_t first_mention_from(std::uint32_t token) const {
    return static_cast<std::size_t>(
        std::lower_bound(view_.mentions.begin(), view_.mentions.end(), token,
                         [](const EventMention& m, std::uint32_t t) { return m.tokens.begin < t; }) -
        view_.mentions.begin());
  }

  // "was killed in a crash on May 3": the crash dates the death too.
  std::size_t verb_at_the_same_time(std::size_t noun) const {
    if (noun == 0 || view_.mentions[noun].verb) return none();
    const EventMention& verb = view_.mentions[noun - 1];
    const std::uint32_t between = view_.mentions[noun].tokens.begin - verb.tokens.end;
    if (!verb.verb || verb.clause != view_.mentions[noun].clause || between > same_time_within) return none();
    if (!view_.is(verb.tokens.end, "at-the-same-time") || view_.in_timex(verb.tokens.end)) return none();
    for (std::uint32_t t = verb.tokens.end + 1; t < view_.mentions[noun].tokens.begin; ++t)
      if (view_.token(t).kind != TokenKind::word || view_.is(t, "preposition") || view_.in_timex(t))
        return none();
    return noun - 1;
  }

  // Of two dates for one mention the finer wins where they agree ("last week, on September 18"), else the
  // nearer.
  static bool better(const Timex& a, const Timex& b, const EventMention& mention) {
    if (meet(*a.range, *b.range)) return finer(*a.range, *b.range);
    return distance(a.tokens, mention.tokens) < distance(b.tokens, mention.tokens);
  }

  std::size_t mention_for(TokenRange timex) const {
    const std::size_t here = view_.clause_at(timex.begin);
    if (const std::size_t found = best_in(here, timex); found != none()) return found;
    // Nothing in its own clause: "It was on May 3 that she resigned", "In May, when he left, …".
    std::size_t best = none();
    const std::size_t sentence = view_.clauses[here].sentence;
    const std::size_t from = here - std::min(here, clauses_around);
    for (std::size_t c = from; c < std::min(view_.clauses.size(), here + clauses_around); ++c) {
      if (view_.clauses[c].sentence != sentence || view_.clauses[c].quoted != view_.clauses[here].quoted)
        continue;
      const TokenRange in_clause = view_.mentions_of(c);
      for (std::size_t m = in_clause.begin; m < in_clause.end; ++m)
        if (!unfit(view_.mentions[m]) &&
            (best == none() || preferred(view_.mentions[m], view_.mentions[best], timex)))
          best = m;
    }
    return best;
  }

  // Clauses after the date come first, then the nearest.
  static bool preferred(const EventMention& a, const EventMention& b, TokenRange timex) {
    const bool a_after = a.tokens.begin >= timex.end;
    const bool b_after = b.tokens.begin >= timex.end;
    if (a_after != b_after) return a_after;
    return distance(a.tokens, timex) < distance(b.tokens, timex);
  }

  // The nearest mention before the date in its clause; else the first verb after it, what happened before
  // what only might have; else the first noun after it.
  std::size_t best_in(std::size_t clause, TokenRange timex) const {
    std::size_t before = none();
    std::size_t verb_after = none();
    std::size_t noun_after = none();
    const TokenRange in_clause = view_.mentions_of(clause);
    for (std::size_t m = in_clause.begin; m < in_clause.end; ++m) {
      const EventMention& mention = view_.mentions[m];
      if (unfit(mention)) continue;
      if (mention.tokens.end <= timex.begin)
        before = m;
      else if (mention.verb && (verb_after == none() || (unreal(verb_after) && !mention.unreal)))
        verb_after = m;
      else if (!mention.verb && noun_after == none())
        noun_after = m;
    }
    if (before != none() && !leads_the_clause(clause, timex)) return before;
    if (verb_after != none() && !unreal(verb_after)) return verb_after;
    if (before != none()) return before;
    return noun_after != none() ? noun_after : verb_after;
  }

  // Only short words stand before the date: "And on May 3, he …".
  bool leads_the_clause(std::size_t clause, TokenRange timex) const {
    for (std::uint32_t t = view_.clauses[clause].tokens.begin; t < timex.begin; ++t)
      if (view_.token(t).kind == TokenKind::word && !view_.is(t, "preposition") &&
          !view_.is(t, "coordinator") && !view_.is(t, "adverb"))
        return false;
    return true;
  }

  // "…, sharing a picture of last year": a participle goes on beside the main verb, so a year in the past is
  // that of something else.
  bool goes_on_beside(const EventMention& mention, const Timex& timex) const {
    const bool participle = mention.verb && view_.clauses[mention.clause].kind == Clause::Kind::participial &&
                            view_.verb(mention.head).gerund;
    return participle && timex.range->granularity >= Granularity::year;
  }

  // ---- dated headings ----

  void take_headings() {
    for (std::size_t m = 0; m < view_.mentions.size();) {
      const std::size_t sentence = sentence_of(m);
      std::size_t chief = none();
      for (; m < view_.mentions.size() && sentence_of(m) == sentence; ++m)
        if (!unfit(view_.mentions[m]) && (chief == none() || weight(m) > weight(chief))) chief = m;
      if (chief != none() && (!dates_[chief] || tells_which(*dates_[chief])))
        dates_[chief] = heading_over(view_.mentions[chief].head);
    }
  }
  std::size_t sentence_of(std::size_t m) const { return view_.clauses[view_.mentions[m].clause].sentence; }

  // What a sentence mainly tells: the verb of its main clause, else another verb that is no aside; what
  // happened before what only may, and "offers to resign" before "resign".
  int weight(std::size_t m) const {
    const EventMention& mention = view_.mentions[m];
    const Clause& clause = view_.clauses[mention.clause];
    const bool chief = clause.kind == Clause::Kind::main || clause.kind == Clause::Kind::coordinate;
    const bool governed =
        mention.tokens.begin > clause.tokens.begin && view_.is(mention.tokens.begin - 1, "plain-form-after");
    if (mention.rule != nullptr && mention.rule->role == "background") return 0;
    return (mention.verb ? 4 : 0) + (chief && !governed ? 2 : 0) + (mention.unreal ? 0 : 1);
  }
  // "the February 21 election", "the 2010 spill": the date says which one is meant, not when this happened.
  bool tells_which(const Timex& timex) const {
    if (timex.tokens.begin == 0 || timex.tokens.end >= view_.words.tokens().size()) return false;
    return view_.is(timex.tokens.begin - 1, AskedClass("article") | "possessive") &&
           view_.token(timex.tokens.end).kind == TokenKind::word &&
           view_.token(timex.tokens.end).gap == Gap::space && !view_.is(timex.tokens.end, "preposition");
  }

  std::optional<Timex> heading_over(std::uint32_t t) const {
    const Timex* found = headings_.over(t);
    if (found == nullptr) return std::nullopt;
    Timex heading = *found;
    heading.basis = Basis::heading;
    return heading;
  }

  const SentenceView& view_;
  std::vector<std::optional<Timex>> dates_;
  Headings headings_;
};

}  // namespace

std::vector<std::optional<Timex>> attach_dates(const SentenceView& view) { return DateAttacher(view).run(); }

}  // namespace fasti
