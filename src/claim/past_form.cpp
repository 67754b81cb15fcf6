#include "claim/past_form.h"

#include <algorithm>

namespace fasti {

namespace {

// The lemma of which the word is the present, also as its base ("they seize"). Nothing where it may be taken
// for a past or a participle as well: "put", or German "verhaftet" in a headline.
const std::string* lemma_of_present(const std::vector<WordForm>& readings) {
  const std::string* lemma = nullptr;
  for (const WordForm& reading : readings) {
    if (reading.part_of_speech != "v") continue;
    if (reading.form == "past" || reading.form == "participle") return nullptr;
    if (lemma == nullptr && (reading.form == "present" || reading.form == "base")) lemma = &reading.lemma;
  }
  return lemma;
}

std::size_t shared_end(std::string_view a, std::string_view b) {
  const auto apart = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return static_cast<std::size_t>(apart.first - a.rbegin());
}

// German "wird zurücktreten": an infinitive behind a word that otherwise has none behind it.
bool leads_to_what_is_ahead(const SentenceView& view, std::uint32_t auxiliary, std::uint32_t head) {
  const WordFacts& facts = view.words.facts(head);
  return facts.has(WordFacts::base) && !facts.has(WordFacts::participle) &&
         !view.is(auxiliary, "plain-form-after");
}

bool is_plural(const SentenceView& view, std::uint32_t t) {
  const auto nouns = view.rules().lexicon.inflections.find("n");
  if (nouns == view.rules().lexicon.inflections.end() || view.token(t).kind != TokenKind::word) return false;
  const std::string word = folded(view.words.text(t));
  return std::any_of(nouns->second.endings.begin(), nouns->second.endings.end(), [&](const auto& ending) {
    const auto plural = ending.add.find("plural");
    return plural != ending.add.end() && !plural->second.empty() && word.ends_with(plural->second);
  });
}

// Without an auxiliary: "report" and "reports" are nouns as well, so somebody must stand before them, several
// for the first; and nothing that hangs on a noun may follow.
bool is_finite_alone(const SentenceView& view, const EventMention& mention, const Subject& subject) {
  if (subject.tokens.size() == 0 && subject.meant.size() == 0 && subject.names.empty()) return false;
  const std::uint32_t head = mention.head;
  if (head + 1 < view.words.tokens().size() && view.is(head + 1, "genitive")) return false;
  constexpr AskedClass before_noun = AskedClass("article") | "possessive" | "preposition";
  if (head > 0 && (view.is(head - 1, before_noun) || view.words.begins_with_apostrophe(head - 1)))
    return false;
  if (view.verb(head).present && !view.words.facts(head).has(WordFacts::base)) return true;
  const TokenRange words = subject.tokens.size() > 0 ? subject.tokens : subject.meant;
  return view.is(words.begin, "subject-pronoun") || (words.size() > 0 && is_plural(view, words.end - 1));
}

bool is_present_verb_only(const SentenceView& view, std::uint32_t t) {
  const WordFacts& facts = view.words.facts(t);
  const bool may_be_noun =
      facts.has(WordFacts::noun) || facts.has(WordFacts::base) || view.token(t).capitalised;
  return facts.has(WordFacts::present) && !may_be_noun && !view.is(t, "perfect-auxiliary");
}

std::optional<std::uint32_t> finite_verb(const SentenceView& view, const EventMention& mention,
                                         const Subject& subject) {
  for (std::uint32_t t = subject.verb_group.begin; t < mention.head; ++t) {
    if (view.in_timex(t) || subject.tokens.holds(t) || view.is(t, "adverb")) continue;
    if (view.is(t, AskedClass("modal") | "infinitive-marker" | "perfect-auxiliary")) return std::nullopt;
    if (!view.is(t, "auxiliary")) continue;
    if (leads_to_what_is_ahead(view, t, mention.head)) return std::nullopt;
    return t;
  }
  if (is_finite_alone(view, mention, subject)) return mention.head;
  return std::nullopt;
}

// "visits the coast", and not "the appeals court".
bool has_object(const SentenceView& view, std::uint32_t t) {
  if (t + 1 >= view.words.tokens().size()) return false;
  constexpr AskedClass begins_object =
      AskedClass("article") | "determiner" | "possessive" | "complementiser" | "subject-pronoun";
  return view.is(t + 1, begins_object) || view.token(t + 1).capitalised ||
         view.token(t + 1).kind == TokenKind::number;
}

// Verbs beside the one that was found: "President Moll visits the coast and says", "resigns and leaves".
std::vector<std::uint32_t> verbs_beside(const SentenceView& view, TokenRange subject, TokenRange behind) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t t = subject.begin + 1; t < subject.end; ++t)
    if (is_present_verb_only(view, t) && has_object(view, t)) found.push_back(t);
  for (std::uint32_t t = behind.begin + 1; t < behind.end; ++t)
    if (view.is(t - 1, "coordinator") && is_present_verb_only(view, t)) found.push_back(t);
  return found;
}

// "Speculation mounts that the company", "Orr visits the harbour and": what precedes the verb has a verb
// itself, unless a clause within has one of its own: "the valve that failed".
bool follows_another_verb(const SentenceView& view, TokenRange words) {
  if (words.size() > 0 && view.is(words.end - 1, "coordinator")) return true;
  bool open = false;
  for (std::uint32_t t = words.begin + 1; t < words.end; ++t)
    if (view.is(t, "complementiser"))
      open = true;
    else if (view.verb(t).finite())
      open = false;
  return open;
}

}  // namespace

std::optional<std::string> past_of(std::string_view word, const RuleSet& rules) {
  const auto readings = rules.forms.find(word);
  const auto verbs = rules.lexicon.inflections.find("v");
  if (readings == rules.forms.end() || verbs == rules.lexicon.inflections.end()) return std::nullopt;
  const std::string* lemma = lemma_of_present(readings->second);
  if (lemma == nullptr) return std::nullopt;
  const auto forms = forms_of(verbs->second, *lemma);
  const auto past = forms.find("past");
  if (past == forms.end() || past->second.empty()) return std::nullopt;
  return *std::max_element(past->second.begin(), past->second.end(),
                           [word](const std::string& a, const std::string& b) {
                             return shared_end(a, word) < shared_end(b, word);
                           });
}

PastForms past_forms(const SentenceView& view, const EventMention& mention, const Subject& subject) {
  if (!mention.verb || mention.unreal) return {};
  const std::optional<std::uint32_t> verb = finite_verb(view, mention, subject);
  const auto past = verb ? past_of(folded(view.words.text(*verb)), view.rules()) : std::nullopt;
  const std::uint32_t clause_end = std::max(mention.head + 1, view.clauses[mention.clause].tokens.end);
  PastForms forms;
  for (const std::uint32_t t : verbs_beside(view, subject.tokens, {mention.head + 1, clause_end}))
    if (const auto other = past_of(folded(view.words.text(t)), view.rules())) forms[t] = *other;
  if (!past) return forms;  // "begins a campaign aimed at": the verb that was found is not the chief one
  if (forms.lower_bound(*verb) == forms.begin() && follows_another_verb(view, subject.tokens)) return {};
  forms[*verb] = *past;
  return forms;
}

}  // namespace fasti
