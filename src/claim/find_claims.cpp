#include "claim/find_claims.h"

#include <algorithm>

#include "claim/attach_dates.h"
#include "claim/attribution.h"
#include "claim/headings.h"
#include "claim/label.h"
#include "claim/sentence_view.h"
#include "claim/subject.h"
#include "claim/terms.h"

namespace fasti {

std::string_view to_string(Role role) {
  constexpr std::string_view names[] = {"occurrence", "announcement", "plan", "anniversary", "background"};
  return names[static_cast<int>(role)];
}

std::string_view to_string(Attribution::Kind kind) {
  constexpr std::string_view names[] = {"publisher", "speaker", "outlet"};
  return names[static_cast<int>(kind)];
}

namespace {

constexpr std::uint32_t longest_quote = 160;  // tokens

Role role_of(const EventMention& mention) {
  if (mention.unreal) return Role::plan;
  if (mention.rule == nullptr) return Role::occurrence;
  for (const Role role : {Role::announcement, Role::plan, Role::anniversary, Role::background})
    if (mention.rule->role == to_string(role)) return role;
  return Role::occurrence;
}

bool announces(const EventMention& mention) {
  return mention.rule != nullptr && mention.rule->role == to_string(Role::announcement);
}

std::vector<std::string> kinds_of(const EventMention& mention) {
  if (mention.rule == nullptr) return {"event"};
  std::vector<std::string> kinds{mention.rule->type};
  kinds.insert(kinds.end(), mention.rule->is.begin(), mention.rule->is.end());
  return kinds;
}

class ClaimFinder {
 public:
  ClaimFinder(const Document& document, const RuleSet& rules, Extent extent)
      : document_(document),
        extent_(extent),
        view_(view_of(document, rules, extent)),
        subjects_(find_subjects(view_)),
        dates_(attach_dates(view_)) {
    if (extent == Extent::all) find_line_ends();
    find_tellers();
  }

  Claims run() {
    Claims claims;
    for (std::size_t m = 0; m < view_.mentions.size(); ++m) tell(m, claims);
    claims.names = {view_.names.texts.begin(), view_.names.texts.end()};
    return claims;
  }

 private:
  const Clause& clause_of(const EventMention& mention) const { return view_.clauses[mention.clause]; }

  void tell(std::size_t m, Claims& claims) {
    const EventMention& mention = view_.mentions[m];
    const bool named_by_a_rule = mention.rule != nullptr && !mention.unreal && !clause_of(mention).quoted &&
                                 !mention.is_topic && !announces(mention);
    if (!dates_[m] && (!named_by_a_rule || extent_ == Extent::dated)) return;
    Claim claim = claim_of(mention, subjects_[m], dates_[m]);
    if (!claim.range)
      claims.undated.push_back(std::move(claim));
    else if (claim.role == Role::background)
      claims.background.push_back(std::move(claim));
    else
      claims.dated.push_back(std::move(claim));
  }

  Claim claim_of(const EventMention& mention, const Subject& subject, const std::optional<Timex>& timex) {
    Claim claim;
    claim.doc = document_.article.id;
    claim.span = span_of(mention, timex);
    claim.line = line_of(claim.span.begin);
    claim.quote = document_.article.text.substr(claim.span.begin, claim.span.size());
    claim.mention = described(mention, subject);
    Label label = label_of(view_, mention, subject, ahead(timex) ? Telling::as_told : Telling::past);
    claim.label = std::move(label.text);
    claim.names_subject = mention.verb && label.complete && !subject.names.empty();
    claim.role = tells_an_event(mention, timex) ? role_of(mention) : Role::background;
    if (timex && timex->basis == Basis::heading && claim.role == Role::background)
      claim.role = Role::occurrence;
    claim.told_with = tellers_[mention.clause];
    claim.rule = mention.rule == nullptr ? "" : mention.rule->id;
    claim.attributed_to = attributions_.of(mention);
    claim.certainty = attributions_.certainty_of(mention);
    if (timex) claim.range = timex->range;
    claim.timex = timex;
    claim.entry = headings_.over(mention.head) != nullptr;
    if (extent_ == Extent::all && timex) tell_in_terms(claim, mention);
    return claim;
  }

  // Dated after the article appeared.
  bool ahead(const std::optional<Timex>& timex) const {
    return timex && timex->range && document_.published.known() &&
           timex->range->earliest > document_.published.range.latest;
  }

  // An entry under a dated heading is dated as a whole, so its whole sentence tells it.
  void tell_in_terms(Claim& claim, const EventMention& mention) {
    const TokenRange sentence =
        near(mention.head, document_.segmented.sentences[clause_of(mention).sentence].tokens);
    const TokenRange clause = near(mention.head, clause_of(mention).tokens);
    claim.terms = terms_.terms_of(claim.entry ? sentence : clause, sentence, claim.mention.participants);
  }
  // Of a sentence without end, what stands around the verb.
  static TokenRange near(std::uint32_t head, TokenRange range) {
    return {std::max(range.begin, head - std::min(head, longest_quote / 2)),
            std::min(range.end, head + longest_quote / 2)};
  }

  // What somebody says in a quotation, or only may do, is an event of its own only where a rule knows it.
  // An entry under a dated heading tells one in any case, be it that somebody plans or denies something.
  bool tells_an_event(const EventMention& mention, const std::optional<Timex>& timex) const {
    if (timex && timex->basis == Basis::heading) return true;
    if (mention.denied) return false;
    if (clause_of(mention).quoted) return mention.rule != nullptr && !mention.unreal;
    return mention.rule != nullptr || !mention.unreal;
  }

  Mention described(const EventMention& mention, const Subject& subject) const {
    Mention described;
    described.type = mention.rule == nullptr ? "event" : mention.rule->type;
    described.head = mention.rule == nullptr ? lemma_of(mention.head) : mention.rule->head;
    described.span = {view_.token(mention.tokens.begin).span.begin,
                      view_.token(mention.tokens.end - 1).span.end};
    described.once = mention.rule != nullptr && mention.rule->once;
    described.kinds = kinds_of(mention);
    if (mention.topic != EventMention::no_topic)
      described.topic_kinds = kinds_of(view_.mentions[mention.topic]);
    described.participants = participants_of(mention, subject);
    described.by_name = mention.verb && begins_with_name(subject);
    return described;
  }

  bool begins_with_name(const Subject& subject) const {
    if (subject.names.empty()) return false;
    if (subject.meant.size() == 0) return true;  // behind a pronoun
    const auto name =
        std::lower_bound(view_.names.mentions.begin(), view_.names.mentions.end(), subject.meant.begin,
                         [](const NameMention& n, std::uint32_t t) { return n.tokens.begin < t; });
    return name != view_.names.mentions.end() && name->tokens.begin == subject.meant.begin;
  }

  std::string lemma_of(std::uint32_t t) const {
    const std::string word = folded(view_.words.text(t));
    const auto readings = view_.rules().forms.find(word);
    return readings == view_.rules().forms.end() ? word : readings->second.front().lemma;
  }

  // Who takes part: the subject, the names of the clause, whomever its pronouns mean, then the rest of the
  // sentence.
  std::vector<std::string> participants_of(const EventMention& mention, const Subject& subject) const {
    const Clause& clause = clause_of(mention);
    std::vector<NameNumber> numbers = subject.names;
    const auto add = [&numbers](NameNumber name) {
      if (numbers.size() < most_participants &&
          std::find(numbers.begin(), numbers.end(), name) == numbers.end())
        numbers.push_back(name);
    };
    for (const NameNumber name : names_within(view_, clause.tokens)) add(name);
    for (std::uint32_t t = clause.tokens.begin; t < clause.tokens.end; ++t)
      if (view_.antecedents[t] != nobody) add(view_.antecedents[t]);
    for (const NameNumber name : names_within(view_, document_.segmented.sentences[clause.sentence].tokens))
      add(name);
    std::vector<std::string> names;
    for (const NameNumber number : numbers) names.push_back(view_.name(number));
    return names;
  }

  // "announced that …": the type of the announcement in whose words each clause stands.
  void find_tellers() {
    tellers_.resize(view_.clauses.size());
    for (std::size_t c = 0; c < view_.clauses.size(); ++c) {
      const Clause& clause = view_.clauses[c];
      if (clause.parent == Clause::no_parent) continue;
      if (clause.kind == Clause::Kind::complement) tellers_[c] = announcement_in(clause.parent);
      if (tellers_[c].empty()) tellers_[c] = tellers_[clause.parent];
    }
  }
  std::string announcement_in(std::size_t clause) const {
    const TokenRange inside = view_.mentions_of(clause);
    for (std::size_t m = inside.begin; m < inside.end; ++m)
      if (announces(view_.mentions[m])) return view_.mentions[m].rule->type;
    return "";
  }

  // The clause, drawn out to hold the date where that stands outside it, without blanks or marks at its ends.
  Span span_of(const EventMention& mention, const std::optional<Timex>& timex) const {
    TokenRange tokens = clause_of(mention).tokens;
    if (timex && timex->basis != Basis::heading && !tokens.holds(timex->tokens.begin)) {
      tokens.begin = std::min(tokens.begin, view_.clauses[view_.clause_at(timex->tokens.begin)].tokens.begin);
      tokens.end = std::max(tokens.end, timex->tokens.end);
    }
    if (tokens.size() > longest_quote) {  // a clause without end: what is around the verb
      const std::uint32_t before = mention.tokens.begin - tokens.begin;
      tokens.begin += before - std::min(before, longest_quote / 2);
      tokens.end = std::max(mention.tokens.end, std::min(tokens.end, tokens.begin + longest_quote));
    }
    while (tokens.size() > 1 && view_.is_mark(tokens.end - 1, ",;:—–(")) --tokens.end;
    return {view_.token(tokens.begin).span.begin, view_.token(tokens.end - 1).span.end};
  }

  void find_line_ends() {
    const std::string& text = document_.article.text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      line_ends_.push_back(at);
  }
  std::size_t line_of(std::size_t byte) const {
    if (extent_ == Extent::dated) return 0;
    return 1 + static_cast<std::size_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), byte) -
                                        line_ends_.begin());
  }

  const Document& document_;
  Extent extent_;
  SentenceView view_;
  Headings headings_{document_};
  TermFinder terms_{view_};
  Attributions attributions_{view_};
  std::vector<Subject> subjects_;            // by mention
  std::vector<std::optional<Timex>> dates_;  // by mention
  std::vector<std::string> tellers_;         // by clause
  std::vector<std::size_t> line_ends_;
};

}  // namespace

Claims find_claims(const Document& document, const RuleSet& rules) {
  return ClaimFinder(document, rules, Extent::all).run();
}

std::vector<Claim> find_dated_claims(const Document& document, const RuleSet& rules) {
  if (document.partials.empty()) return {};
  return ClaimFinder(document, rules, Extent::dated).run().dated;
}

}  // namespace fasti
