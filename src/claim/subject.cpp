#include "claim/subject.h"

#include "claim/bracket.h"

#include <algorithm>
#include <map>
#include <optional>

namespace fasti {

namespace {

constexpr std::uint32_t longest_subject = 60;     // tokens; what is longer is no subject but a list
constexpr std::uint32_t longest_antecedent = 12;  // tokens that "which" or "it" may stand for

class SubjectFinder {
 public:
  explicit SubjectFinder(const SentenceView& view)
      : view_(view),
        brackets_(has_brackets(view.rules())),
        people_(view.names.texts.size(), false),
        of_clause_(view.clauses.size()) {
    for (const NameNumber name : view.antecedents)
      if (name != nobody) people_[name] = true;
  }

  std::vector<Subject> run() {
    std::size_t m = 0;
    for (std::size_t c = 0; c < view_.clauses.size(); ++c) {
      if (!view_.read[view_.clauses[c].sentence]) continue;
      for (; m < view_.mentions.size() && view_.mentions[m].clause == c; ++m) {
        found_.push_back(subject_of(view_.mentions[m]));
        if (view_.mentions[m].verb && !of_clause_[c] && says_who(found_.back()))
          of_clause_[c] = found_.back();
      }
      if (!of_clause_[c]) of_clause_[c] = leading_words(c);
      if (!of_clause_[c]) of_clause_[c] = of_parent(c);
    }
    give_quotations_their_speaker();
    return std::move(found_);
  }

 private:
  static bool says_who(const Subject& subject) { return subject.meant.size() > 0 || !subject.names.empty(); }

  std::optional<Subject> of_parent(std::size_t clause) const {
    const std::size_t parent = view_.clauses[clause].parent;
    return parent == Clause::no_parent ? std::nullopt : of_clause_[parent];
  }

  // In languages with brackets: what stands before the finite verb or, where that is a date or a place, right
  // behind it ("Am Montag wurde der Kapitän in Kiel verhaftet"); at the start of a clause whose verb is last.
  std::optional<Subject> around_verb(const EventMention& mention) const {
    const Clause& clause = view_.clauses[mention.clause];
    if (!brackets_ || !mention.verb || clause.kind == Clause::Kind::relative) return std::nullopt;
    const bool verb_last = view_.is(clause.tokens.begin, AskedClass("subordinator") | "complementiser");
    const auto opener = bracket_opener(view_.words, clause, mention.head);
    if (!verb_last && !opener && !view_.verb(mention.head).finite()) return std::nullopt;
    const std::uint32_t verb = verb_last ? mention.head : opener.value_or(mention.head);
    Subject subject;
    subject.verb_group = {verb_last ? std::min(verb, mention.tokens.begin) : verb, mention.head + 1};
    subject.tokens = verb_last ? words_behind(clause.tokens.begin + 1, subject.verb_group.begin)
                               : words_before(clause.tokens.begin, verb);
    const std::uint32_t begin = subject.tokens.begin;
    if (!verb_last && (subject.tokens.size() == 0 || view_.is(begin, "preposition") || is_verb(begin)))
      subject.tokens = words_behind(verb + 1, opener ? mention.head : clause.tokens.end);
    if (subject.tokens.size() == 0) return std::nullopt;
    take_own(subject, mention);
    return subject;
  }
  TokenRange words_behind(std::uint32_t begin, std::uint32_t limit) const {
    while (begin < limit &&
           (view_.in_timex(begin) || view_.is(begin, "adverb") ||
            (view_.is(begin, "preposition") && begin + 1 < limit && view_.in_timex(begin + 1))))
      ++begin;
    std::uint32_t end = begin;
    while (end < limit && end - begin < longest_antecedent && belongs_to_noun(end) &&
           !begins_another_noun(begin, end)) {
      ++end;
      if (view_.is(begin, "subject-pronoun")) break;
    }
    return {begin, end};
  }
  bool begins_another_noun(std::uint32_t begin, std::uint32_t t) const {
    if (view_.is(t, AskedClass("adverb") | "negation")) return true;
    return t > begin && view_.is(t, AskedClass("article") | "possessive") && !view_.is(t, "genitive");
  }

  Subject subject_of(const EventMention& mention) const {
    if (const auto found = around_verb(mention)) return *found;
    const Clause& clause = view_.clauses[mention.clause];
    Subject subject;
    const std::uint32_t verb = verb_group_begin(mention, clause.tokens.begin);
    subject.verb_group = {verb, mention.head + 1};
    subject.tokens = words_before(clause.tokens.begin, verb);
    const std::uint32_t begin = subject.tokens.begin;
    if (begin < subject.tokens.end && is_verb(begin)) {  // "and went on to pay": no subject of its own
      subject.tokens.end = begin;
      subject.verb_group.begin = begin;
    }
    if (subject.tokens.size() == 0)
      share(subject, of_parent(mention.clause));
    else if (view_.is(begin, "relative"))
      take_antecedent(subject, clause);
    else if (view_.is(begin, "preposition"))
      take_described_noun(subject);
    else
      take_own(subject, mention);
    return subject;
  }

  bool is_verb(std::uint32_t t) const {
    if (view_.token(t).capitalised || view_.token(t).kind != TokenKind::word) return false;
    return view_.is(t, "auxiliary") || view_.verb(t).past;
  }

  // "was arrested … and charged": the second verb has the first one's subject.
  static void share(Subject& subject, const std::optional<Subject>& of_another) {
    if (!of_another) return;
    subject.names = of_another->names;
    subject.meant = of_another->meant;
  }

  // "The storm, which hit": the words right before the clause.
  void take_antecedent(Subject& subject, const Clause& clause) const {
    const Sentence& sentence = view_.document().segmented.sentences[clause.sentence];
    std::uint32_t end = clause.tokens.begin;
    while (end > sentence.tokens.begin && view_.is_mark(end - 1, ",—–(")) --end;
    std::uint32_t begin = end;
    while (begin > sentence.tokens.begin && end - begin < longest_antecedent && belongs_to_noun(begin - 1))
      --begin;
    subject.meant = {begin, end};
    subject.names = names_within(view_, subject.meant);
    if (begin == end && clause.parent != Clause::no_parent) share(subject, of_clause_[clause.parent]);
  }
  bool belongs_to_noun(std::uint32_t t) const {
    if (view_.in_timex(t) || view_.token(t).kind == TokenKind::punctuation) return false;
    constexpr AskedClass joining =
        AskedClass("auxiliary") | "subordinator" | "complementiser" | "relative" | "coordinator";
    if (view_.is(t, joining) && !view_.is(t, "determiner")) return false;
    if (view_.is(t, "preposition")) return view_.is(t, "genitive");
    return view_.token(t).capitalised || after_article(t) || !view_.verb(t).any();
  }
  bool after_article(std::uint32_t t) const {
    return t > 0 && (view_.is(t - 1, "article") || view_.is(t - 1, "possessive"));
  }

  // "In an online post shared on Monday": no subject, but the noun that the participle belongs to.
  void take_described_noun(Subject& subject) const {
    ++subject.tokens.begin;
    while (subject.tokens.size() > 0 && view_.is(subject.tokens.begin, "determiner")) ++subject.tokens.begin;
    subject.meant = subject.tokens;
  }

  void take_own(Subject& subject, const EventMention& mention) const {
    const std::uint32_t begin = subject.tokens.begin;
    subject.pronoun = view_.is(begin, "subject-pronoun");
    subject.names = names_within(view_, subject.tokens);
    if (!subject.pronoun) {
      subject.meant = subject.tokens;
      return;
    }
    const NameNumber person = view_.antecedents[begin];
    if (person != nobody) subject.names.insert(subject.names.begin(), person);
    const bool a_thing = mention.rule != nullptr && view_.is(begin, "thing-pronoun");  // no "It rained"
    if (a_thing) take_thing(subject, mention.clause);
  }

  // "The band had a busy year. It signed with …": the last subject told, if it is no person.
  void take_thing(Subject& subject, std::size_t clause) const {
    if (clause == 0) return;
    std::size_t before = clause - 1;
    const auto& sentences = view_.document().segmented.sentences;
    const std::size_t sentence = view_.clauses[before].sentence;
    if (sentences[sentence].block != sentences[view_.clauses[clause].sentence].block) return;
    if (sentence != view_.clauses[clause].sentence)  // its main subject is meant
      while (before > 0 && view_.clauses[before - 1].sentence == sentence) --before;
    const auto& told = of_clause_[before];
    if (!told || told->meant.size() == 0 || told->meant.size() > longest_antecedent) return;
    if (told->pronoun && !view_.is(told->tokens.begin, "thing-pronoun")) return;
    for (const NameNumber name : told->names)
      if (people_[name]) return;
    share(subject, told);
  }

  // "“I resigned,” Ned Orr said": who announces it in the same sentence.
  void give_quotations_their_speaker() {
    std::map<std::size_t, const Subject*> speakers;  // by sentence
    for (std::size_t m = 0; m < found_.size(); ++m) {
      const EventMention& mention = view_.mentions[m];
      const Clause& clause = view_.clauses[mention.clause];
      const bool speaks = mention.rule != nullptr && mention.rule->role == "announcement" && !clause.quoted;
      if (speaks && !found_[m].names.empty()) speakers.try_emplace(clause.sentence, &found_[m]);
    }
    for (std::size_t m = 0; m < found_.size(); ++m) {
      const Clause& clause = view_.clauses[view_.mentions[m].clause];
      const auto speaker = speakers.find(clause.sentence);
      if (clause.quoted && speaker != speakers.end() && found_[m].pronoun &&
          view_.is(found_[m].tokens.begin, "speaker-pronoun"))
        found_[m].names = {speaker->second->names.front()};
    }
  }

  // Auxiliaries and adverbs right before the verb belong to it: "had never been found".
  std::uint32_t verb_group_begin(const EventMention& mention, std::uint32_t clause_begin) const {
    std::uint32_t begin = std::min(mention.head, std::max(mention.tokens.begin, clause_begin));
    if (mention.tokens.begin < mention.head && !view_.is(mention.tokens.begin, "auxiliary"))
      begin = mention.head;
    while (begin > clause_begin && !view_.in_timex(begin - 1) &&
           (view_.is(begin - 1, "auxiliary") || view_.is(begin - 1, "adverb") ||
            view_.is(begin - 1, "negation")))
      --begin;
    return begin;
  }

  // Where the subject begins: after the last mark, date or conjunction before the verb.
  TokenRange words_before(std::uint32_t from, std::uint32_t verb) const {
    from = std::max(from, verb - std::min(verb, longest_subject));
    std::uint32_t begin = last_bound(from, verb);
    // "Ann Orr and Tom Fell, 42, have": what a comma closes right before the verb, and a mere number, were
    // put in; look past them.
    while (begin > from && begin <= verb && view_.is_mark(begin - 1, ",") && only_numbers(begin, verb)) {
      verb = begin - 1;
      begin = last_bound(from, verb);
    }
    while (begin < verb && (view_.is(begin, "adverb") || view_.is(begin, "coordinator"))) ++begin;
    return {begin, std::max(begin, verb)};
  }
  std::uint32_t last_bound(std::uint32_t from, std::uint32_t verb) const {
    std::uint32_t begin = from;
    for (std::uint32_t t = from; t < verb; ++t)
      if (view_.in_timex(t) || (view_.is_mark(t, ",:;—–()\"“”") && !inside_number(t)) ||
          (t == from &&
           (view_.is(t, "coordinator") || view_.is(t, "subordinator") || view_.is(t, "complementiser"))))
        begin = t + 1;
    return begin;
  }
  bool inside_number(std::uint32_t t) const {
    return t > 0 && t + 1 < view_.document().segmented.tokens.size() && view_.token(t).gap == Gap::none &&
           view_.token(t + 1).gap == Gap::none && view_.token(t + 1).kind == TokenKind::number;
  }
  bool only_numbers(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (view_.token(t).kind == TokenKind::word) return false;
    return true;
  }

  // "Ned Orr, who …, died": a clause without a verb of its own that names the subject of what goes on.
  std::optional<Subject> leading_words(std::size_t c) const {
    const Clause& clause = view_.clauses[c];
    std::uint32_t begin = clause.tokens.begin;
    while (begin < clause.tokens.end &&
           (view_.in_timex(begin) || view_.token(begin).kind == TokenKind::punctuation ||
            (view_.is(begin, "preposition") && begin + 1 < clause.tokens.end && view_.in_timex(begin + 1)) ||
            view_.is(begin, "coordinator") || view_.is(begin, "adverb")))
      ++begin;
    std::uint32_t end = begin;
    while (end < clause.tokens.end && end - begin < longest_antecedent && belongs_to_phrase(end)) ++end;
    if (end == begin) return std::nullopt;
    Subject subject;
    subject.tokens = {begin, end};
    if (view_.is(begin, "subject-pronoun")) {
      subject.pronoun = true;
      const NameNumber person = view_.antecedents[begin];
      if (person == nobody) return std::nullopt;
      subject.names = {person};
      return subject;
    }
    subject.meant = subject.tokens;
    subject.names = names_within(view_, subject.tokens);
    if (view_.is(begin, "preposition")) return std::nullopt;
    return subject;
  }
  bool belongs_to_phrase(std::uint32_t t) const {
    return belongs_to_noun(t) ||
           (view_.is(t, "coordinator") && t + 1 < view_.words.tokens().size() && belongs_to_noun(t + 1));
  }

  const SentenceView& view_;
  bool brackets_;
  std::vector<bool> people_;                       // by name: some pronoun means it
  std::vector<std::optional<Subject>> of_clause_;  // whom each clause speaks of
  std::vector<Subject> found_;
};

}  // namespace

std::vector<Subject> find_subjects(const SentenceView& view) { return SubjectFinder(view).run(); }

}  // namespace fasti
