// A sentence is looked through for words of saying (the class "saying") and for prepositions that name a
// source
// ("attribution-before", "attribution-behind"). Beside each stand the words that name who it is: a noun
// phrase right before or right behind. What is told so lies on the other side: behind "police said", before
// ", police said", and on both sides of ", police said, ".
#include "claim/attribution.h"

#include <algorithm>

#include "copies/words.h"

namespace fasti {

namespace {

constexpr std::uint32_t longest_name = 12;  // tokens
constexpr std::uint32_t longest_insertion = 24;
constexpr std::uint32_t longest_phrase = 4;    // "in the words of"
constexpr std::uint32_t dateline_within = 30;  // tokens from the start of an article
constexpr std::size_t most_credits = 64;       // in one sentence; one with more is a list without end
constexpr std::uint32_t around_a_verb = 80;    // tokens of a clause that can say how sure it is
constexpr std::string_view plain = "said";     // the value of verbs that leave no doubt

class CreditFinder {
  static constexpr AskedClass small_words =
      AskedClass("article") | "determiner" | "possessive" | "genitive" | "preposition" | "adverb";

 public:
  CreditFinder(const SentenceView& view, TokenRange sentence) : view_(view), sentence_(sentence) {}

  std::vector<Credit> run() {
    for (std::uint32_t t = sentence_.begin; t < sentence_.end && found_.size() < most_credits; ++t) {
      if (view_.token(t).kind != TokenKind::word || view_.words.quoted[t]) continue;
      if (const std::string* value = value_at(t, "saying")) add_by_verb(t, *value);
      if (const std::uint32_t size = phrase_at(t, "attribution-before"); size > 0) add_before(t, size);
      if (value_at(t, "attribution-behind") != nullptr) add_behind(t);
    }
    return std::move(found_);
  }

 private:
  const std::string* value_at(std::uint32_t t, std::string_view name) const {
    return view_.rules().value_in(name, folded(view_.words.text(t)));
  }

  // So many tokens from t on are a word or phrase of the class; the most that are.
  std::uint32_t phrase_at(std::uint32_t t, std::string_view name) const {
    std::uint32_t size = 0;
    std::string words;
    for (std::uint32_t at = t; at < std::min(sentence_.end, t + longest_phrase); ++at) {
      if (at > t) words += view_.token(at).gap == Gap::none ? "" : " ";
      words += folded(view_.words.text(at));
      if (view_.rules().value_in(name, words) != nullptr) size = at + 1 - t;
    }
    return size;
  }

  bool is_mark(std::uint32_t t, std::string_view marks) const { return view_.is_mark(t, marks); }
  bool is_pause(std::uint32_t t) const { return is_mark(t, ",;:—–-()\"“”„‟«»‘’"); }

  // A word that can stand inside of a name or a noun phrase.
  bool can_name(std::uint32_t t) const {
    const Token& token = view_.token(t);
    if (view_.in_timex(t)) return false;
    if (token.kind == TokenKind::punctuation) return token.gap == Gap::none && is_mark(t, "-.&'’");
    if (view_.is(t, AskedClass("relative") | "complementiser" | "subordinator" | "coordinator" | "auxiliary"))
      return false;
    if (view_.is(t, "preposition")) return view_.is(t, "genitive");
    if (value_at(t, "saying") != nullptr && !token.capitalised) return false;
    return true;
  }

  // The words that name somebody and end before `end`; dates between them and it are passed over, as in
  // "police on Tuesday said".
  TokenRange name_before(std::uint32_t end) const {
    while (end > sentence_.begin &&
           (view_.in_timex(end - 1) || view_.is(end - 1, "adverb") ||
            (view_.is(end - 1, "preposition") && end < sentence_.end && view_.in_timex(end))))
      --end;
    if (end > sentence_.begin && is_mark(end - 1, ",")) {  // "Ned Orr, the owner of the mill, said"
      std::uint32_t comma = end - 1;
      while (comma > sentence_.begin && end - comma < longest_insertion && !is_pause(comma - 1)) --comma;
      if (comma == sentence_.begin || !is_mark(comma - 1, ",") || comma == end - 1) return {end, end};
      end = comma - 1;
    }
    std::uint32_t begin = end;
    while (begin > sentence_.begin && end - begin < longest_name && can_name(begin - 1)) --begin;
    while (begin < end && (view_.is(begin, "adverb") || view_.token(begin).kind == TokenKind::punctuation ||
                           view_.is(begin, "genitive")))
      ++begin;
    return {begin, end};
  }

  TokenRange name_behind(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < sentence_.end && end - begin < longest_name && can_name(end)) {
      const bool verb = end > begin && !view_.token(end).capitalised && view_.verb(end).past;
      if (verb ||
          (end > begin && view_.is(end, AskedClass("article") | "adverb") && !view_.is(end, "genitive")))
        break;
      ++end;
    }
    while (end > begin && view_.token(end - 1).kind == TokenKind::punctuation) --end;
    return {begin, end};
  }

  bool is_somebody(TokenRange name) const {
    if (name.size() == 0 || is_unfinished(name)) return false;
    for (std::uint32_t t = name.begin; t < name.end; ++t) {
      if (view_.token(t).kind != TokenKind::word) continue;
      if (view_.is(t, "subject-pronoun")) return name.size() == 1 && view_.antecedents[t] != nobody;
      if (!view_.is(t, small_words)) return true;
    }
    return false;
  }
  // "the number of", "saying the council": cut out of something else.
  bool is_unfinished(TokenRange name) const {
    return view_.is(name.end - 1, small_words) ||
           (view_.verb(name.begin).gerund && !view_.token(name.begin).capitalised);
  }

  // Behind a verb stand its object and much else: "said the coroner", "said Ned Orr", and "said police" only
  // where nothing follows; but not "said no lease had been signed".
  bool is_inverted_subject(TokenRange name) const {
    if (!is_somebody(name)) return false;
    if (view_.token(name.begin).capitalised || view_.is(name.begin, "article")) return true;
    return name.end >= sentence_.end || is_pause(name.end) || is_mark(name.end, ".");
  }

  // Verbs of saying in the passive have no speaker before them: "he was said to be ill".
  bool is_passive(std::uint32_t verb) const {
    std::uint32_t t = verb;
    while (t > sentence_.begin && view_.is(t - 1, "adverb")) --t;
    if (t == sentence_.begin || !view_.is(t - 1, "auxiliary")) return false;
    return !view_.is(t - 1, "perfect-auxiliary");
  }

  std::uint32_t verb_group_begin(std::uint32_t verb) const {
    while (verb > sentence_.begin && view_.is(verb - 1, AskedClass("adverb") | "auxiliary") &&
           !view_.in_timex(verb - 1))
      --verb;
    return verb;
  }

  void add_by_verb(std::uint32_t verb, const std::string& value) {
    if (is_passive(verb)) return;
    const std::uint32_t group = verb_group_begin(verb);
    const bool inverted = group == sentence_.begin || is_pause(group - 1);
    TokenRange name = name_before(group);
    std::uint32_t begin = name.begin, end = verb + 1;
    if (!is_somebody(name)) {
      name = name_behind(verb + 1);
      if (!inverted || !is_inverted_subject(name)) return;
      begin = group, end = name.end;
    }
    add(name, verb, begin, end, value == plain ? "" : value);
  }

  void add_before(std::uint32_t preposition, std::uint32_t size) {
    TokenRange name = name_behind(preposition + size);
    if (name.size() > 1 && view_.is(name.begin, "preposition")) ++name.begin;  // "nach Angaben von Ned Orr"
    if (is_somebody(name)) add_whole(name, preposition);
  }

  void add_behind(std::uint32_t postposition) {
    const TokenRange name = name_before(postposition);
    if (is_somebody(name)) add_whole(name, postposition);
  }

  // A phrase speaks for its whole sentence.
  void add_whole(TokenRange name, std::uint32_t word) {
    found_.push_back({attributed_to(name), word, {sentence_}, ""});
  }

  // `begin` and `end` are those of the words that say who says it.
  void add(TokenRange name, std::uint32_t verb, std::uint32_t begin, std::uint32_t end,
           std::string certainty) {
    Credit credit{attributed_to(name), verb, {}, std::move(certainty)};
    const bool behind_a_pause = begin > sentence_.begin && is_pause(begin - 1);
    if (behind_a_pause) credit.holds.push_back({sentence_.begin, begin});
    std::uint32_t rest = end;
    while (rest < sentence_.end &&
           (view_.in_timex(rest) || view_.is(rest, AskedClass("preposition") | "adverb")))
      ++rest;
    const bool ends = rest >= sentence_.end || is_mark(rest, ".!?");
    const bool goes_on = rest < sentence_.end && is_pause(rest);
    if (!ends && (!behind_a_pause || goes_on)) credit.holds.push_back({end, sentence_.end});
    if (!credit.holds.empty()) found_.push_back(std::move(credit));
  }

  Attribution attributed_to(TokenRange name) const {
    Attribution who;
    who.kind = names_outlet(name) ? Attribution::Kind::outlet : Attribution::Kind::speaker;
    who.span = {view_.token(name.begin).span.begin, view_.token(name.end - 1).span.end};
    const NameNumber meant = name.size() == 1 ? view_.antecedents[name.begin] : nobody;
    who.name = meant == nobody ? view_.text(name) : view_.name(meant);
    return who;
  }

  // "Reuters", "the Associated Press", "the Tolbury Echo", "a local newspaper".
  bool names_outlet(TokenRange name) const {
    for (std::uint32_t t = name.begin; t < name.end; ++t) {
      if (phrase_at(t, "agency") > 0 && view_.token(t).capitalised) return true;
      if (value_at(t, "outlet") != nullptr) return true;
    }
    return view_.token(name.end - 1).capitalised && value_at(name.end - 1, "outlet-name") != nullptr;
  }

  const SentenceView& view_;
  TokenRange sentence_;
  std::vector<Credit> found_;
};

// "TOLBURY, Sept. 29 (Reuters) - …": an agency in brackets near the start.
std::optional<Attribution> dateline_of(const SentenceView& view) {
  const auto& tokens = view.words.tokens();
  for (std::uint32_t t = 1; t + 1 < std::min<std::size_t>(tokens.size(), dateline_within); ++t) {
    if (!view.is_mark(t - 1, "([")) continue;
    std::uint32_t end = t;
    while (end < tokens.size() && end - t < longest_phrase && tokens[end].kind == TokenKind::word) ++end;
    if (end == t || end >= tokens.size() || !view.is_mark(end, ")]")) continue;
    std::string name = view.text({t, end});
    if (view.rules().value_in("agency", folded(name)) == nullptr) continue;
    return Attribution{
        Attribution::Kind::outlet, std::move(name), {tokens[t].span.begin, tokens[end - 1].span.end}};
  }
  return std::nullopt;
}

std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

}  // namespace

Attributions::Attributions(const SentenceView& view) : view_(view), of_article_(dateline_of(view)) {}

const std::vector<Credit>& Attributions::of_sentence(std::size_t sentence) {
  const auto [entry, is_new] = known_.try_emplace(sentence);
  if (is_new)
    entry->second = CreditFinder(view_, view_.document().segmented.sentences[sentence].tokens).run();
  return entry->second;
}

// The nearest that holds the mention, and is not the mention itself.
const Credit* Attributions::around(const EventMention& mention) {
  const Credit* best = nullptr;
  for (const Credit& credit : of_sentence(view_.clauses[mention.clause].sentence)) {
    if (mention.tokens.holds(credit.word) || mention.head == credit.word) continue;
    const bool held = std::any_of(credit.holds.begin(), credit.holds.end(),
                                  [&](TokenRange range) { return range.holds(mention.head); });
    if (held && (best == nullptr || distance(credit.word, mention.head) < distance(best->word, mention.head)))
      best = &credit;
  }
  return best;
}

Attribution Attributions::of(const EventMention& mention) {
  if (const Credit* credit = around(mention)) return credit->who;
  return of_article_.value_or(Attribution());
}

std::string Attributions::certainty_of(const EventMention& mention) {
  const TokenRange clause = view_.clauses[mention.clause].tokens;
  const std::uint32_t begin = std::max(clause.begin, mention.head - std::min(mention.head, around_a_verb));
  for (std::uint32_t t = begin; t < std::min(clause.end, mention.head + around_a_verb); ++t)
    if (const std::string* value = view_.rules().value_in("certainty", folded(view_.words.text(t))))
      return *value;
  const Credit* credit = around(mention);
  return credit == nullptr ? "" : credit->certainty;
}

void recognise_outlets(const std::vector<Claim*>& claims, const std::vector<std::string>& sources) {
  std::vector<std::vector<WordHash>> names;
  for (const std::string& source : sources) names.push_back(hashed_words(source).hashes);
  std::sort(names.begin(), names.end());
  for (Claim* claim : claims) {
    Attribution& who = claim->attributed_to;
    if (who.kind != Attribution::Kind::speaker) continue;
    std::vector<WordHash> name = hashed_words(who.name).hashes;
    bool known = std::binary_search(names.begin(), names.end(), name);
    if (!known && name.size() > 1) {  // without "the"
      name.erase(name.begin());
      known = std::binary_search(names.begin(), names.end(), name);
    }
    if (known) who.kind = Attribution::Kind::outlet;
  }
}

}  // namespace fasti
