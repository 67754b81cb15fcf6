#include "claim/mentions.h"

#include <algorithm>

namespace fasti {

namespace {

constexpr std::uint32_t unreal_within = 3;  // "may not tour": tokens between the word and the verb
constexpr std::uint32_t object_within = 4;  // "announced the sudden death": tokens between verb and object

class MentionFinder {
 public:
  MentionFinder(const Document& document, const std::vector<Clause>& clauses, const RuleSet& rules)
      : document_(document), clauses_(clauses), rules_(rules) {}

  std::vector<EventMention> run() {
    in_timex_.assign(document_.segmented.tokens.size(), false);
    for (const PartialTimex& timex : document_.partials)
      std::fill(in_timex_.begin() + timex.tokens.begin, in_timex_.begin() + timex.tokens.end, true);
    find_by_rules();
    for (EventMention& mention : mentions_) mention.unreal = mention.verb && is_unreal(mention);
    for (std::size_t i = 0; i < mentions_.size(); ++i) find_topic(i);
    return std::move(mentions_);
  }

 private:
  const Token& token(std::uint32_t t) const { return document_.segmented.tokens[t]; }
  std::string word(std::uint32_t t) const { return folded(text_of(document_.article.text, token(t))); }

  void find_by_rules() {
    const Symbols symbols =
        rules_.event_program.symbols_of(document_.article.text, document_.segmented.tokens);
    const auto size = static_cast<std::uint32_t>(document_.segmented.tokens.size());
    for (std::uint32_t t = 0; t < size;) {
      std::uint32_t next = t + 1;
      for (const Hit& hit : rules_.event_program.hits_at(symbols, t)) {
        if (in_timex_[t]) break;
        add(hit.tokens, &rules_.events[hit.pattern]);
        next = hit.tokens.end;
        break;
      }
      if (next == t + 1 && (mentions_.empty() || mentions_.back().tokens.end <= t)) add_plain_verb(t);
      t = next;
    }
  }

  void add_plain_verb(std::uint32_t t) {
    if (in_timex_[t] || token(t).kind != TokenKind::word || rules_.is_in("auxiliary", word(t))) return;
    if (token(t).capitalised) return;
    // "on the set", "her broken arm": after an article or a possessive it is a noun or an adjective.
    if (t > 0 && (rules_.is_in("determiner", word(t - 1)) || rules_.is_in("possessive", word(t - 1)))) return;
    const VerbForm form = verb_form(word(t), rules_);
    const bool after_auxiliary =
        t > 0 && (rules_.is_in("auxiliary", word(t - 1)) || rules_.is_in("adverb", word(t - 1)));
    const bool after_modal =
        t > 0 && rules_.is_in("modal", word(t - 1)) && !rules_.is_in("adverb", word(t));  // "may tour"
    if (form.past || after_modal || (after_auxiliary && (form.participle || form.gerund)))
      add({t, t + 1}, nullptr);
  }

  void add(TokenRange tokens, const EventRule* rule) {
    EventMention mention;
    mention.rule = rule;
    mention.tokens = tokens;
    mention.head = head_of(tokens, mention.verb);
    mention.clause = clause_of(mention.head);
    mentions_.push_back(mention);
  }

  // The verb among the words, if there is one; a participle right before a noun of the same expression is no
  // verb.
  std::uint32_t head_of(TokenRange tokens, bool& verb) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string here = word(t);
      if (rules_.is_in("auxiliary", here)) continue;
      const VerbForm form = verb_form(here, rules_);
      const bool base = has_verb_base(here);
      const bool after_modal = t > 0 && rules_.is_in("modal", word(t - 1));
      verb = form.any() || after_modal || (base && tokens.size() > 1);
      if (verb) return t;
    }
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
      if (rules_.is_in("auxiliary", word(t))) verb = true;
    return tokens.end - 1;
  }
  bool has_verb_base(const std::string& here) const { return rules_.has_form(here, "v", "base"); }

  std::size_t clause_of(std::uint32_t t) const {
    const auto after =
        std::upper_bound(clauses_.begin(), clauses_.end(), t,
                         [](std::uint32_t at, const Clause& clause) { return at < clause.tokens.begin; });
    return after == clauses_.begin() ? 0 : static_cast<std::size_t>(after - clauses_.begin()) - 1;
  }

  bool is_unreal(const EventMention& mention) const {
    const std::uint32_t first = clauses_[mention.clause].tokens.begin;
    for (std::uint32_t back = 1; back <= unreal_within && mention.head >= first + back; ++back) {
      const std::string before = word(mention.head - back);
      if (rules_.is_in("modal", before) || rules_.is_in("negation", before)) return true;
      if (!rules_.is_in("auxiliary", before) && !rules_.is_in("adverb", before)) break;
    }
    return false;
  }

  bool announces(const EventMention& mention) const {
    return mention.rule != nullptr && mention.rule->role == "announcement";
  }

  // "announced the death", "revealed that she had lost …"
  void find_topic(std::size_t i) {
    EventMention& teller = mentions_[i];
    if (!announces(teller)) return;
    for (std::size_t j = i + 1; j < mentions_.size(); ++j) {
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
    while (clause != Clause::no_parent && clause != on) clause = clauses_[clause].parent;
    return clause == on;
  }

  const Document& document_;
  const std::vector<Clause>& clauses_;
  const RuleSet& rules_;
  std::vector<bool> in_timex_;
  std::vector<EventMention> mentions_;
};

}  // namespace

std::vector<EventMention> find_mentions(const Document& document, const std::vector<Clause>& clauses,
                                        const RuleSet& rules) {
  return MentionFinder(document, clauses, rules).run();
}

}  // namespace fasti
