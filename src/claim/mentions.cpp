#include "claim/mentions.h"

#include "claim/bracket.h"
#include "claim/headings.h"

#include <algorithm>
#include <optional>

namespace fasti {

namespace {

constexpr std::uint32_t unreal_within = 3;  // "may not tour": tokens between the word and the verb
constexpr std::size_t topic_within = 20;    // mentions in which an announcement's content must follow
constexpr std::uint32_t object_within = 4;  // "announced the sudden death": tokens between verb and object

class MentionFinder {
 public:
  MentionFinder(const std::vector<Clause>& clauses, const std::vector<bool>& read, const WordView& text)
      : document_(text.document), clauses_(clauses), read_(read), rules_(text.rules), text_(text) {}

  std::vector<EventMention> run() {
    find_by_rules();
    add_verbs_of_dated_clauses();
    add_entries_under_headings();
    for (EventMention& mention : mentions_) look_for_doubt(mention);
    for (std::size_t i = 0; i < mentions_.size(); ++i) find_topic(i);
    return std::move(mentions_);
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.token(t); }
  bool in_timex(std::uint32_t t) const { return text_.in_timex[t]; }
  VerbForm verb(std::uint32_t t) const { return text_.verb(t); }
  bool has(std::uint32_t t, WordFacts::Form form) const { return text_.facts(t).has(form); }

  void find_by_rules() {
    const Symbols symbols = rules_.event_program.symbols_of(document_.article.text, text_.tokens());
    std::uint32_t from = 0;  // a match may end behind its sentence
    for (std::size_t s = 0; s < read_.size(); ++s) {
      const TokenRange sentence = document_.segmented.sentences[s].tokens;
      if (!read_[s]) continue;
      for (std::uint32_t t = std::max(from, sentence.begin); t < sentence.end; t = from) {
        const auto hit = in_timex(t) ? std::nullopt : first_hit(symbols, t);
        if (hit)
          add(hit->tokens, &rules_.events[hit->pattern]);
        else
          add_plain_verb(t);
        from = hit ? hit->tokens.end : t + 1;
      }
    }
  }

  std::optional<Hit> first_hit(const Symbols& symbols, std::uint32_t t) const {
    for (const Hit& hit : rules_.event_program.hits_at(symbols, t))
      if (hit.tokens.size() > 1 || tells_by_itself(t)) return hit;
    return std::nullopt;
  }

  // A single word tells an event as a verb or as a noun: not as an adjective ("was open", "the murdered
  // man"), not as a part of a name ("the US Open").
  bool tells_by_itself(std::uint32_t t) const {
    const VerbForm form = verb(t);
    const bool base = has(t, WordFacts::base);
    if (has(t, WordFacts::noun) || form.gerund || (!form.any() && !base)) return true;
    const std::uint32_t before = word_before(t);
    if (before == t) return !base;
    if (is(before, "article") || is(before, "possessive")) return false;
    if (token(t).capitalised && token(before).capitalised && before + 1 == t) return false;
    if (form.any() || !base) return true;
    return takes_plain_form(before) ||
           (!is(before, "auxiliary") && !is(before, "preposition") && token(before).kind == TokenKind::word);
  }

  // The word before `t` in its sentence, over adverbs; `t` where there is none.
  std::uint32_t word_before(std::uint32_t t) const {
    std::uint32_t before = t;
    while (before > 0 && token(before).gap != Gap::block) {
      --before;
      if (!is(before, "adverb") && !is(before, "negation")) return before;
    }
    return t;
  }
  bool takes_plain_form(std::uint32_t t) const {
    return is(t, "plain-form-after") || is(t, "modal") || is(t, "subject-pronoun");
  }
  bool is(std::uint32_t t, AskedClass asked) const { return text_.is(t, asked); }

  void add_plain_verb(std::uint32_t t) {
    if (in_timex(t) || token(t).kind != TokenKind::word || is(t, "auxiliary")) return;
    if (token(t).capitalised) return;
    // "on the set", "her broken arm": after an article or a possessive it is a noun or an adjective.
    if (t > 0 && (is(t - 1, "article") || is(t - 1, "possessive"))) return;
    const VerbForm form = verb(t);
    const bool after_auxiliary = t > 0 && (is(t - 1, "auxiliary") || is(t - 1, "adverb"));
    const std::uint32_t before = word_before(t);
    const bool after_modal =  // "may tour", "will not tour"
        before < t && is(before, "modal") && !is(t, AskedClass("adverb") | "negation");
    const bool put_in = form.participle && begins_put_in_clause(t);
    const bool closes = form.participle && bracket_opener(text_, clauses_[clause_of(t)], t);
    if (form.past || after_modal || put_in || closes || (after_auxiliary && (form.participle || form.gerund)))
      add({t, t + 1}, nullptr);
  }

  // "Ned Orr, born in 1951, died": the participle right after the comma.
  bool begins_put_in_clause(std::uint32_t t) const {
    const Clause& clause = clauses_[clause_of(t)];
    if (clause.kind != Clause::Kind::participial) return false;
    return clause.tokens.begin == t || word_before(t) + 1 == clause.tokens.begin;
  }

  // "The band has been on the road since Monday", "The trial begins on May 3": where a clause with a date
  // tells nothing else, its auxiliary or its verb in the present tells it. Not so "It was on May 3 that …".
  void add_verbs_of_dated_clauses() {
    std::vector<bool> tells(clauses_.size(), false);
    for (const EventMention& mention : mentions_) tells[mention.clause] = true;
    for (const PartialTimex& timex : document_.partials) {
      const bool a_date = timex.type == TimexType::date || timex.type == TimexType::time;
      const std::size_t c = clause_of(timex.tokens.begin);
      if (!a_date || tells[c] || clauses_[c].quoted) continue;
      tells[c] = true;
      if (const auto verb = verb_of(clauses_[c])) add({*verb, *verb + 1}, nullptr);
    }
    put_in_order();
  }
  void put_in_order() {
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const EventMention& a, const EventMention& b) {
      return a.tokens.begin < b.tokens.begin;
    });
  }

  // A chronicle tells in the present, or in headlines without a verb, and each sentence under a dated heading
  // is an entry of it: "Rebels seize the town", "Fire on a ferry".
  void add_entries_under_headings() {
    const Headings headings(document_);
    if (headings.empty()) return;
    const auto& sentences = document_.segmented.sentences;
    std::vector<bool> told(sentences.size(), false);
    std::vector<bool> has_verb(sentences.size(), false);
    for (const EventMention& mention : mentions_) {
      const Clause& clause = clauses_[mention.clause];
      told[clause.sentence] = true;
      if (mention.verb && tells_the_main_thing(clause) && !is_governed(mention))
        has_verb[clause.sentence] = true;
    }
    std::size_t c = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const std::size_t first = c;
      while (c < clauses_.size() && clauses_[c].sentence == s) ++c;
      const std::uint32_t begin = sentences[s].tokens.begin;
      if (!read_[s] || has_verb[s] || headings.begins_at(begin) || headings.over(begin) == nullptr) continue;
      if (const auto verb = verb_among(first, c))
        add({*verb, *verb + 1}, nullptr);
      else if (const auto noun = told[s] ? std::nullopt : first_noun_of(sentences[s].tokens))
        add({*noun, *noun + 1}, nullptr);
    }
    put_in_order();
  }
  bool is_governed(const EventMention& mention) const {  // "offers to resign"
    return mention.tokens.begin > 0 && is(mention.tokens.begin - 1, "plain-form-after");
  }
  static bool tells_the_main_thing(const Clause& clause) {
    return !clause.quoted && (clause.kind == Clause::Kind::main || clause.kind == Clause::Kind::coordinate);
  }

  // The likeliest verb in the present in the main clauses: by its form and by the words beside it, since in
  // "harbour forces battle the flames" two words could be one; of two equals side by side it is the second.
  std::optional<std::uint32_t> verb_among(std::size_t first, std::size_t last) const {
    std::optional<std::uint32_t> found;
    int best = 0;
    for (std::size_t c = first; c < last; ++c)
      for (std::uint32_t t = clauses_[c].tokens.begin; t < clauses_[c].tokens.end; ++t)
        if (const int likely = tells_the_main_thing(clauses_[c]) ? likeliness(t, clauses_[c]) : 0;
            likely > best || (likely > 0 && likely == best && found && *found + 1 == t)) {
          best = likely;
          found = t;
        }
    return found;
  }
  int likeliness(std::uint32_t t, const Clause& clause) const {
    constexpr AskedClass of_a_noun =
        AskedClass("article") | "possessive" | "determiner" | "preposition" | "genitive";
    constexpr AskedClass of_an_object =
        of_a_noun | "plain-form-after" | "subject-pronoun" | "adverb" | "complementiser";
    if (in_timex(t) || token(t).kind != TokenKind::word || t == clause.tokens.begin) return 0;
    if (is(t, of_an_object) || is(t, "modal") || is(t - 1, of_a_noun)) return 0;
    const bool to_be = is(t, "auxiliary");
    if (to_be) return 1;
    const bool present = verb(t).present && !token(t).capitalised;
    const bool plain = has(t, WordFacts::base) && !token(t).capitalised;
    if (!present && !plain) return 0;
    const std::uint32_t next = t + 1;
    const bool before_object =
        next < clause.tokens.end && (is(next, of_an_object) || token(next).capitalised || in_timex(next) ||
                                     token(next).kind != TokenKind::word);
    return 2 + (before_object ? 2 : 0) + (token(t - 1).capitalised ? 1 : 0) + (present ? 1 : 0);
  }
  std::optional<std::uint32_t> first_noun_of(TokenRange sentence) const {
    constexpr AskedClass small = AskedClass("article") | "possessive" | "determiner" | "preposition" |
                                 "subject-pronoun" | "adverb" | "coordinator" | "subordinator" | "negation" |
                                 "auxiliary";
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
      if (token(t).kind == TokenKind::word && !in_timex(t) && !text_.quoted[t] && !is(t, small)) return t;
    return std::nullopt;
  }
  std::optional<std::uint32_t> verb_of(const Clause& clause) const {
    std::optional<std::uint32_t> found;
    for (std::uint32_t t = clause.tokens.begin; t < clause.tokens.end; ++t) {
      if (in_timex(t) || token(t).kind != TokenKind::word || token(t).capitalised) continue;
      const bool state = is(t, "auxiliary") && !is(t, "modal") && !is(t, "plain-form-after");
      const bool present = verb(t).present && !is(t, "auxiliary") && !has(t, WordFacts::plural);
      if (found && !state) return found;  // the last of "has been"
      if (!state && !present) continue;
      if (t > clause.tokens.begin && (is(t - 1, "thing-pronoun") || is(t - 1, "modal"))) return std::nullopt;
      if (t == clause.tokens.begin || is(t - 1, "article")) continue;
      found = t;
      if (present) return found;
    }
    return found;
  }

  void add(TokenRange tokens, const EventRule* rule) {
    EventMention mention;
    mention.rule = rule;
    mention.tokens = tokens;
    mention.head = head_of(tokens, mention.verb);
    mention.clause = clause_of(mention.head);
    mentions_.push_back(mention);
  }

  // Behind "may", and in other languages far behind it: "soll das Haus … öffnen".
  bool may_be_plain_verb(std::uint32_t t) const {
    constexpr AskedClass other = AskedClass("determiner") | "article" | "possessive" | "preposition";
    return !token(t).capitalised && !is(t, other);
  }

  // The verb among the words, if there is one; a participle right before a noun of the same expression is no
  // verb.
  std::uint32_t head_of(TokenRange tokens, bool& is_verb) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (is(t, "auxiliary")) continue;
      const VerbForm form = verb(t);
      const bool base = has(t, WordFacts::base);
      const std::uint32_t before = word_before(t);
      const bool noun_use =
          tokens.size() == 1 && before < t && (is(before, "article") || is(before, "possessive"));
      const bool noun = has(t, WordFacts::noun);
      const bool after_modal =
          before < t && (is(before, "modal") || is(before, "plain-form-after")) && may_be_plain_verb(t);
      const bool plain_verb = base && (!noun || t == tokens.begin) &&
                              (tokens.size() > 1 || !noun || (before < t && is(before, "subject-pronoun")));
      is_verb = !noun_use && (form.any() || after_modal || plain_verb);
      if (is_verb) return t;
    }
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
      if (is(t, "auxiliary")) is_verb = true;
    return tokens.end - 1;
  }

  std::size_t clause_of(std::uint32_t t) const {
    const auto after =
        std::upper_bound(clauses_.begin(), clauses_.end(), t,
                         [](std::uint32_t at, const Clause& clause) { return at < clause.tokens.begin; });
    return after == clauses_.begin() ? 0 : static_cast<std::size_t>(after - clauses_.begin()) - 1;
  }

  void look_for_doubt(EventMention& mention) const {
    if (mention.verb) mention.unreal |= only_planned(text_, clauses_[mention.clause], mention.head);
    const std::uint32_t first = clauses_[mention.clause].tokens.begin;
    for (std::uint32_t back = 1; mention.verb && back <= unreal_within && mention.head >= first + back;
         ++back) {
      const std::uint32_t before = mention.head - back;
      mention.denied |= is(before, "negation");
      mention.unreal |= is(before, "modal") || is(before, "negation");
      if (!is(before, "auxiliary") && !is(before, "adverb") && !is(before, "negation")) return;
    }
  }

  bool announces(const EventMention& mention) const {
    return mention.rule != nullptr && mention.rule->role == "announcement";
  }

  // "announced the death", "revealed that she had lost …"
  void find_topic(std::size_t i) {
    EventMention& teller = mentions_[i];
    if (!announces(teller)) return;
    for (std::size_t j = i + 1; j < std::min(mentions_.size(), i + 1 + topic_within); ++j) {
      EventMention& told = mentions_[j];
      const Clause& clause = clauses_[told.clause];
      if (clauses_[teller.clause].sentence != clause.sentence) return;
      if (told.rule == nullptr || announces(told)) continue;
      const bool object = told.clause == teller.clause && !told.verb &&
                          told.tokens.begin - teller.tokens.end <= object_within;
      const bool complement = clause.kind == Clause::Kind::complement && hangs_on(told.clause, teller.clause);
      if (!object && !complement) continue;
      teller.topic = j;
      told.is_topic = object;
      return;
    }
  }

  bool hangs_on(std::size_t clause, std::size_t on) const {
    while (clause != Clause::no_parent && clause > on) clause = clauses_[clause].parent;
    return clause == on;  // a parent is always an earlier clause
  }

  const Document& document_;
  const std::vector<Clause>& clauses_;
  const std::vector<bool>& read_;
  const RuleSet& rules_;
  const WordView& text_;
  std::vector<EventMention> mentions_;
};

}  // namespace

std::vector<EventMention> find_mentions(const std::vector<Clause>& clauses, const std::vector<bool>& read,
                                        const WordView& text) {
  return MentionFinder(clauses, read, text).run();
}

}  // namespace fasti
