#include "claim/clauses.h"

#include <algorithm>

namespace fasti {

namespace {

constexpr std::uint32_t verb_within = 8;  // a clause shows its verb within so many tokens of its first word

class ClauseFinder {
 public:
  explicit ClauseFinder(const WordView& text) : text_(text), document_(text.document) {}

  std::vector<Clause> run() {
    for (std::size_t s = 0; s < document_.segmented.sentences.size(); ++s) cut(s);
    return std::move(clauses_);
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.token(t); }
  bool is(std::uint32_t t, AskedClass asked) const { return text_.is(t, asked); }
  bool is_mark(std::uint32_t t, std::string_view marks) const {
    return text_.is_mark(t, marks) && !text_.in_timex[t];
  }

  // A finite verb from `t` on, before the next mark that could end the clause.
  bool has_verb_ahead(std::uint32_t t, std::uint32_t end, std::uint32_t within = verb_within) const {
    for (std::uint32_t at = t; at < std::min(end, t + within); ++at) {
      if (is_mark(at, ";—–:")) return false;
      if (is(at, "subordinator") && at > t) return false;
      if (text_.in_timex[at]) continue;
      if (is_finite(at)) return true;
    }
    return false;
  }
  // "After the raid, the mayor resigns": in the present, which looks like a plural, it counts only here.
  bool has_present_verb_ahead(std::uint32_t t, std::uint32_t end) const {
    for (std::uint32_t at = t + 1; at < std::min(end, t + 2 * verb_within) && !is_mark(at, ",;:—–"); ++at)
      if (text_.verb(at).present && !text_.in_timex[at] && !token(at).capitalised &&
          !is(at - 1, AskedClass("article") | "preposition" | "possessive" | "determiner"))
        return true;
    return false;
  }
  bool is_finite(std::uint32_t t) const {
    if (token(t).kind != TokenKind::word || token(t).capitalised) return false;
    return (is(t, "auxiliary") && !is(t, "preposition")) || text_.verb(t).past;
  }

  void begin(std::uint32_t t, Clause::Kind kind, std::size_t parent) {
    Clause& open = clauses_.back();
    if (open.tokens.begin == t) {
      open.kind = kind;
      if (parent != clauses_.size() - 1) open.parent = parent;  // a clause never hangs on itself
      return;
    }
    open.tokens.end = t;
    Clause next;
    next.tokens = {t, t};
    next.kind = kind;
    next.sentence = open.sentence;
    next.parent = parent;
    next.quoted = text_.quoted[t];
    clauses_.push_back(next);
  }

  void cut(std::size_t s) {
    const Sentence& sentence = document_.segmented.sentences[s];
    if (sentence.tokens.size() == 0) return;
    Clause first;
    first.tokens = {sentence.tokens.begin, sentence.tokens.begin};
    first.sentence = s;
    first.quoted = text_.quoted[sentence.tokens.begin];
    clauses_.push_back(first);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      cut_at(t, sentence);
      look_at(t);
    }
    clauses_.back().tokens.end = sentence.tokens.end;
  }

  // The nearest clause, from the last one outwards, that is not of an inserted kind.
  std::size_t enclosing() const {
    std::size_t at = clauses_.size() - 1;
    while (clauses_[at].parent != Clause::no_parent &&
           (clauses_[at].kind == Clause::Kind::relative || clauses_[at].kind == Clause::Kind::adverbial))
      at = clauses_[at].parent;
    return at;
  }

  void cut_at(std::uint32_t t, const Sentence& sentence) {
    const std::size_t here = clauses_.size() - 1;
    const std::uint32_t end = sentence.tokens.end;
    const bool at_start = t == sentence.tokens.begin;
    if (!at_start && text_.quoted[t] != text_.quoted[t - 1])
      return begin(t, text_.quoted[t] ? Clause::Kind::complement : Clause::Kind::main, here);
    if (text_.in_timex[t]) return;
    if (is_mark(t, ",;:—–(")) return cut_after_mark(t, end);
    if (is(t, "subordinator") && has_verb_ahead(t + 1, end) && opens_clause(t))
      return begin(t, Clause::Kind::adverbial, at_start ? Clause::no_parent : here);
    if (at_start) return;
    if (is(t, "complementiser") && has_verb_ahead(t + 1, end, 2 * verb_within) && follows_verb(t))
      return begin(t, Clause::Kind::complement, here);
    if (is(t, "relative")) return begin(t, Clause::Kind::relative, here);
    if (is(t, "coordinator") && joins_clauses(t, end)) return begin(t, Clause::Kind::coordinate, enclosing());
  }

  // "since Sunday" and "after the fire" are phrases; "since he left" is a clause: a pronoun, a name or a
  // determiner that is followed by a verb.
  bool opens_clause(std::uint32_t t) const {
    return t + 1 < document_.segmented.tokens.size() && !text_.in_timex[t + 1];
  }

  // "announced that", "told fans how", "in a post that she had …": a verb somewhere before in the clause.
  bool follows_verb(std::uint32_t t) const {
    return clauses_.back().tokens.begin < t && verb_seen_in_ == clauses_.size();
  }
  // What the open clause has shown so far.
  void look_at(std::uint32_t t) {
    if (text_.verb(t).any() || is(t, "auxiliary")) verb_seen_in_ = clauses_.size();
    if (!text_.in_timex[t] && is_finite(t)) finite_seen_in_ = clauses_.size();
    if (is_mark(t, ",")) comma_seen_in_ = clauses_.size();
  }
  bool has_finite_verb() const { return finite_seen_in_ == clauses_.size(); }

  // "and" with a verb right after it, or with a subject and a verb.
  bool joins_clauses(std::uint32_t t, std::uint32_t end) const {
    std::uint32_t at = t + 1;
    while (at < end && (is(at, "adverb") || text_.in_timex[at])) ++at;  // "and two days later the owner left"
    if (at >= end) return false;
    if (is_finite(at) || text_.verb(at).past) return true;
    if (has_finite_verb() && at + 1 < end && is_finite(at + 1) && !is(at, "preposition"))
      return true;  // "died and nine were hurt", but not "Ned and Ann died"
    const bool subject =
        is(at, "subject-pronoun") || token(at).capitalised || is(at, "determiner") || is(at, "possessive");
    const bool after_comma = t > 0 && is_mark(t - 1, ",");
    if (subject && !token(at).capitalised && has_finite_verb() && has_verb_ahead(at + 1, end, 2))
      return true;  // "died and a dozen were hurt"
    return subject && (after_comma || is(at, "subject-pronoun")) && has_verb_ahead(at + 1, end);
  }

  void cut_after_mark(std::uint32_t t, std::uint32_t end) {
    if (t + 1 >= end) return;
    const std::size_t here = clauses_.size() - 1;
    const Clause::Kind kind = clauses_[here].kind;
    if (!is_mark(t, ",")) {
      const bool participle = text_.verb(t + 1).gerund;
      return begin(t + 1, participle ? Clause::Kind::participial : Clause::Kind::main, enclosing());
    }
    if (is(t + 1, "relative") || is(t + 1, "coordinator") || is(t + 1, "subordinator")) return;
    if (text_.verb(t + 1).gerund && !text_.in_timex[t + 1])
      return begin(t + 1, Clause::Kind::participial, here);
    if (puts_in_participle(t + 1, end)) return begin(t + 1, Clause::Kind::participial, here);
    if (goes_on_as_list(t + 1, end)) return begin(t + 1, Clause::Kind::coordinate, enclosing());
    // A comma ends what was put in, or put in front.
    const bool inserted = kind == Clause::Kind::relative || kind == Clause::Kind::participial;
    const bool in_front = kind == Clause::Kind::adverbial && has_present_verb_ahead(t + 1, end);
    if (in_front ||
        ((inserted || kind == Clause::Kind::adverbial) && has_verb_ahead(t + 1, end, 2 * verb_within))) {
      const std::size_t outer = clauses_[here].parent;
      const bool resumes = inserted && outer != Clause::no_parent;
      begin(t + 1, resumes ? clauses_[outer].kind : Clause::Kind::main, outer);
    }
  }

  // "The band, founded in 1990, split up": a participle after the first comma where the clause has no verb
  // yet, and gets it after another comma. But "his wife, Ingrid, announced".
  bool puts_in_participle(std::uint32_t t, std::uint32_t end) const {
    while (t < end && is(t, "adverb")) ++t;
    if (t >= end || has_finite_verb() || comma_seen_in_ == clauses_.size() || text_.in_timex[t] ||
        !text_.verb(t).participle)
      return false;
    for (std::uint32_t at = t + 1; at < std::min(end, t + 3 * verb_within); ++at)
      if (is_mark(at, ",") && at + 1 < end) return has_verb_ahead(at + 1, end, 2 * verb_within);
    return false;
  }

  // "bought the mill, sold it and died": a list of verbs, which ends in a conjunction and a verb.
  bool goes_on_as_list(std::uint32_t t, std::uint32_t end) const {
    if (!has_finite_verb() || text_.in_timex[t] || token(t).capitalised || !text_.verb(t).past) return false;
    for (std::uint32_t at = t + 1; at + 1 < std::min(end, t + 3 * verb_within); ++at)
      if (is(at, "coordinator") && text_.verb(at + 1).past) return true;
    return false;
  }

  const WordView& text_;
  const Document& document_;
  std::vector<Clause> clauses_;
  std::size_t verb_seen_in_ = 0, finite_seen_in_ = 0,
              comma_seen_in_ = 0;  // clauses are counted from one here
};

}  // namespace

std::vector<Clause> find_clauses(const WordView& text) { return ClauseFinder(text).run(); }

}  // namespace fasti
