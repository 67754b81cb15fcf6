#include "claim/find_claims.h"

#include <algorithm>
#include <limits>

#include "claim/label.h"
#include "claim/sentence_view.h"

namespace fasti {

std::string_view to_string(Role role) {
  constexpr std::string_view names[] = {"occurrence", "announcement", "plan", "anniversary", "background"};
  return names[static_cast<int>(role)];
}

namespace {

Role role_of(const EventMention& mention) {
  if (mention.rule == nullptr) return Role::occurrence;
  for (const Role role : {Role::announcement, Role::plan, Role::anniversary, Role::background})
    if (mention.rule->role == to_string(role)) return role;
  return Role::occurrence;
}

class ClaimFinder {
 public:
  ClaimFinder(const Document& document, const RuleSet& rules)
      : document_(document), view_(view_of(document, rules)), dates_(view_.mentions.size()) {
    find_headings();
    for (std::size_t at = document.article.text.find('\n'); at != std::string::npos; at = document.article.text.find('\n', at + 1))
      line_ends_.push_back(at);
  }

  Claims run() {
    for (std::size_t i = 0; i < document_.timexes.size(); ++i) attach(i);
    Claims claims;
    for (std::size_t m = 0; m < view_.mentions.size(); ++m) tell(m, claims);
    return claims;
  }

 private:
  // ---- which date belongs to which mention ----

  bool dates_something(const Timex& timex) const {
    return timex.range && (timex.type == TimexType::date || timex.type == TimexType::time) && !headings_.contains(timex.tokens.begin);
  }

  void attach(std::size_t i) {
    const Timex& timex = document_.timexes[i];
    if (!dates_something(timex)) return;
    const std::size_t mention = mention_for(timex.tokens);
    if (mention == view_.mentions.size()) return;
    auto& date = dates_[mention];
    if (!date || better(i, *date, view_.mentions[mention])) date = i;
  }

  // Of two dates for one mention the finer wins where they agree ("last week, on September 18"), else the nearer.
  bool better(std::size_t a, std::size_t b, const EventMention& mention) const {
    const Timex& first = document_.timexes[a];
    const Timex& second = document_.timexes[b];
    if (meet(*first.range, *second.range)) return finer(*first.range, *second.range);
    return distance(first.tokens, mention.tokens) < distance(second.tokens, mention.tokens);
  }

  static std::uint32_t distance(TokenRange a, TokenRange b) {
    return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
  }

  std::size_t clause_of(std::uint32_t t) const {
    const auto after = std::upper_bound(view_.clauses.begin(), view_.clauses.end(), t,
                                        [](std::uint32_t at, const Clause& clause) { return at < clause.tokens.begin; });
    return static_cast<std::size_t>(after - view_.clauses.begin()) - 1;
  }

  std::size_t mention_for(TokenRange timex) const {
    const std::size_t here = clause_of(timex.begin);
    if (const std::size_t found = best_in(here, timex); found != none()) return found;
    // Nothing in its own clause: "It was on May 3 that she resigned", "In May, when he left, …".
    std::size_t best = none();
    for (std::size_t m = 0; m < view_.mentions.size(); ++m) {
      const EventMention& mention = view_.mentions[m];
      const Clause& clause = view_.clauses[mention.clause];
      if (clause.sentence != view_.clauses[here].sentence || clause.quoted != view_.clauses[here].quoted || unfit(mention)) continue;
      if (best == none() || preferred(mention, view_.mentions[best], timex)) best = m;
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

  std::size_t none() const { return view_.mentions.size(); }
  static bool unfit(const EventMention& mention) { return mention.is_topic || (mention.unreal && mention.rule == nullptr); }

  // The nearest mention before the date in its clause; else the first verb after it; else the first noun after it.
  std::size_t best_in(std::size_t clause, TokenRange timex) const {
    std::size_t before = none();
    std::size_t verb_after = none();
    std::size_t noun_after = none();
    for (std::size_t m = 0; m < view_.mentions.size(); ++m) {
      const EventMention& mention = view_.mentions[m];
      if (mention.clause != clause || unfit(mention)) continue;
      if (mention.tokens.end <= timex.begin) before = m;
      else if (mention.verb && verb_after == none()) verb_after = m;
      else if (!mention.verb && noun_after == none()) noun_after = m;
    }
    if (before != none() && !leads_the_clause(clause, timex)) return before;
    if (verb_after != none() && !view_.mentions[verb_after].unreal) return verb_after;
    return before != none() ? before : noun_after;
  }

  // Only short words stand before the date: "And on May 3, he …".
  bool leads_the_clause(std::size_t clause, TokenRange timex) const {
    for (std::uint32_t t = view_.clauses[clause].tokens.begin; t < timex.begin; ++t)
      if (view_.token(t).kind == TokenKind::word && !view_.is(t, "preposition") && !view_.is(t, "coordinator") && !view_.is(t, "adverb"))
        return false;
    return true;
  }

  // ---- dated headings ----

  // A block that is nothing but a date dates the blocks below it, up to the next such block.
  void find_headings() {
    for (const Block& block : document_.segmented.blocks)
      for (std::size_t i = 0; i < document_.timexes.size(); ++i) {
        const TokenRange tokens = document_.timexes[i].tokens;
        if (tokens.begin != block.tokens.begin || !document_.timexes[i].range) continue;
        const bool alone = tokens.end == block.tokens.end ||
                           (tokens.end + 1 == block.tokens.end && view_.token(tokens.end).kind == TokenKind::punctuation);
        if (alone && document_.timexes[i].type == TimexType::date) headings_.emplace(tokens.begin, i);
      }
  }

  std::optional<Timex> heading_over(std::uint32_t t) const {
    auto after = headings_.upper_bound(t);
    if (after == headings_.begin()) return std::nullopt;
    Timex heading = document_.timexes[(--after)->second];
    heading.basis = Basis::heading;
    return heading;
  }

  // ---- making the claim ----

  void tell(std::size_t m, Claims& claims) {
    const EventMention& mention = view_.mentions[m];
    const Clause& clause = view_.clauses[mention.clause];
    const Subject subject = subject_of(view_, mention, last_named_);
    std::optional<Timex> timex;
    if (dates_[m]) timex = document_.timexes[*dates_[m]];
    else if (!headings_.empty() && first_of_sentence(m)) timex = heading_over(mention.head);
    const bool worth_telling = timex || (mention.rule != nullptr && !clause.quoted && !mention.is_topic);
    if (worth_telling) {
      Claim claim = claim_of(m, subject, std::move(timex));
      (claim.range ? claims.dated : claims.undated).push_back(std::move(claim));
    }
    remember_subject(subject, clause);
  }

  bool first_of_sentence(std::size_t m) const {
    const std::size_t sentence = view_.clauses[view_.mentions[m].clause].sentence;
    for (std::size_t before = m; before-- > 0 && view_.clauses[view_.mentions[before].clause].sentence == sentence;)
      if (!unfit(view_.mentions[before])) return false;
    // A date of its own anywhere in the sentence goes before the heading's.
    for (std::size_t other = 0; other < view_.mentions.size(); ++other)
      if (dates_[other] && view_.clauses[view_.mentions[other].clause].sentence == sentence) return false;
    return !unfit(view_.mentions[m]);
  }

  void remember_subject(const Subject& subject, const Clause& clause) {
    if (clause.quoted || subject.pronoun || subject.names.empty()) return;
    if (clause.kind != Clause::Kind::participial) last_named_ = subject.names.front();
  }

  Claim claim_of(std::size_t m, Subject subject, std::optional<Timex> timex) {
    const EventMention& mention = view_.mentions[m];
    const Clause& clause = view_.clauses[mention.clause];
    if (subject.tokens.size() == 0 && subject.names.empty()) subject.names = inherited_subject(mention);
    Claim claim;
    claim.doc = document_.article.id;
    claim.span = span_of(mention, timex);
    claim.line = line_of(claim.span.begin);
    claim.quote = document_.article.text.substr(claim.span.begin, claim.span.size());
    claim.mention = described(mention, subject);
    claim.label = label_of(view_, mention, subject);
    claim.role = mention.unreal ? Role::plan : role_of(mention);
    if (clause.quoted && mention.rule == nullptr) claim.role = Role::background;
    claim.told_with = teller_of(mention.clause);
    claim.attributed_to = clause.quoted ? last_named_ : "";
    claim.rule = mention.rule == nullptr ? "" : mention.rule->id;
    if (timex) claim.range = timex->range;
    claim.timex = std::move(timex);
    return claim;
  }

  // "was arrested … and charged": the second verb has the first one's subject.
  std::vector<std::string> inherited_subject(const EventMention& mention) const {
    for (std::size_t c = view_.clauses[mention.clause].parent; c != Clause::no_parent; c = view_.clauses[c].parent)
      for (const EventMention& other : view_.mentions)
        if (other.clause == c && other.verb) {
          const Subject subject = subject_of(view_, other, last_named_);
          if (!subject.names.empty()) return subject.names;
        }
    return {};
  }

  Mention described(const EventMention& mention, const Subject& subject) const {
    Mention described;
    described.type = mention.rule == nullptr ? "event" : mention.rule->type;
    described.head = mention.rule == nullptr ? lemma_of(mention.head) : mention.rule->head;
    described.span = {view_.token(mention.tokens.begin).span.begin, view_.token(mention.tokens.end - 1).span.end};
    described.kinds = kinds_of(mention);
    if (mention.topic != EventMention::no_topic) described.topic_kinds = kinds_of(view_.mentions[mention.topic]);
    described.participants = participants_of(mention, subject);
    return described;
  }

  static std::vector<std::string> kinds_of(const EventMention& mention) {
    if (mention.rule == nullptr) return {"event"};
    std::vector<std::string> kinds{mention.rule->type};
    kinds.insert(kinds.end(), mention.rule->is.begin(), mention.rule->is.end());
    return kinds;
  }

  std::string lemma_of(std::uint32_t t) const {
    const auto readings = view_.rules.forms.find(view_.word(t));
    return readings == view_.rules.forms.end() ? view_.word(t) : readings->second.front().lemma;
  }

  // Who takes part: the subject, the names of the clause, whoever a possessive means, then the rest of the sentence.
  std::vector<std::string> participants_of(const EventMention& mention, const Subject& subject) const {
    const Clause& clause = view_.clauses[mention.clause];
    std::vector<std::string> names = subject.names;
    const auto add = [&names](const std::string& name) {
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const std::string& name : names_within(view_, clause.tokens)) add(name);
    for (std::uint32_t t = clause.tokens.begin; t < clause.tokens.end; ++t)
      if (view_.is(t, "person-pronoun")) add(last_named_);
    for (const std::string& name : names_within(view_, view_.document.segmented.sentences[clause.sentence].tokens)) add(name);
    return names;
  }

  // "announced that …": the type of the announcement in whose words the clause stands.
  std::string teller_of(std::size_t clause) const {
    for (std::size_t c = clause; c != Clause::no_parent; c = view_.clauses[c].parent) {
      if (view_.clauses[c].kind != Clause::Kind::complement) continue;
      const std::size_t outer = view_.clauses[c].parent;
      for (const EventMention& mention : view_.mentions)
        if (mention.clause == outer && mention.rule != nullptr && mention.rule->role == "announcement") return mention.rule->type;
    }
    return "";
  }

  // The clause, drawn out to hold the date where that stands outside it, without blanks or marks at its ends.
  Span span_of(const EventMention& mention, const std::optional<Timex>& timex) const {
    TokenRange tokens = view_.clauses[mention.clause].tokens;
    if (timex && timex->basis != Basis::heading) {
      tokens.begin = std::min(tokens.begin, timex->tokens.begin);
      tokens.end = std::max(tokens.end, timex->tokens.end);
    }
    while (tokens.size() > 1 && view_.is_mark(tokens.end - 1, ",;:—–")) --tokens.end;
    return {view_.token(tokens.begin).span.begin, view_.token(tokens.end - 1).span.end};
  }

  std::size_t line_of(std::size_t byte) const {
    return 1 + static_cast<std::size_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), byte) - line_ends_.begin());
  }

  const Document& document_;
  SentenceView view_;
  std::vector<std::optional<std::size_t>> dates_;  // mention → timex
  std::map<std::uint32_t, std::size_t> headings_;  // first token → timex
  std::vector<std::size_t> line_ends_;
  std::string last_named_;  // whom a pronoun would mean
};

}  // namespace

Claims find_claims(const Document& document, const RuleSet& rules) { return ClaimFinder(document, rules).run(); }

}  // namespace fasti
