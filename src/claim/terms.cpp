#include "claim/terms.h"

#include <algorithm>

#include "text/characters.h"

namespace fasti {

namespace {

constexpr AskedClass small = AskedClass("determiner") | "article" | "auxiliary" | "modal" | "coordinator" |
                             "complementiser" | "relative" | "subordinator" | "preposition" | "possessive" |
                             "person-pronoun" | "subject-pronoun" | "speaker-pronoun" | "thing-pronoun" |
                             "adverb" | "negation" | "genitive" | "infinitive-marker" | "plain-form-after" |
                             "function-word";
constexpr float part_around = 0.5;      // of a word of the sentence outside the clause
constexpr float part_of_name = 0.6;     // of a word of somebody's full name that the sentence does not have
constexpr std::size_t most_terms = 64;  // of one claim; longer sentences are lists

}  // namespace

TermFinder::TermFinder(const SentenceView& view)
    : view_(view), stemmer_(view.rules().language), in_date_(view.words.tokens().size(), false) {
  for (const Timex& timex : view.document().timexes)
    if (timex.type == TimexType::date || timex.type == TimexType::time)
      std::fill(in_date_.begin() + timex.tokens.begin, in_date_.begin() + timex.tokens.end, true);
}

std::string TermFinder::stem_of(std::string_view word) {
  const auto readings = view_.rules().forms.find(word);
  return stemmer_.stem(readings == view_.rules().forms.end() ? word : readings->second.front().lemma);
}

std::string TermFinder::term_at(std::uint32_t t) {
  const Token& token = view_.token(t);
  if (in_date_[t] || token.kind == TokenKind::punctuation || view_.is(t, small)) return "";
  const std::string word = folded(view_.words.text(t));
  if (token.kind == TokenKind::number) return goes_on_from(t) ? "" : "#" + whole_number_at(t);
  if (const std::string* number = view_.rules().value_in("number", word)) return "#" + *number;
  return word.size() < 2 ? "" : stem_of(word);
}

// "1,000" is three tokens and one number; the comma may be a point elsewhere, "1.000", which leaves "0.5" as
// it is.
bool TermFinder::continues_number(std::uint32_t t) const {
  const auto& tokens = view_.words.tokens();
  return t + 2 < tokens.size() && view_.is_mark(t + 1, ",.") && tokens[t + 2].kind == TokenKind::number &&
         tokens[t + 1].gap == Gap::none && tokens[t + 2].gap == Gap::none && tokens[t + 2].span.size() == 3;
}

bool TermFinder::goes_on_from(std::uint32_t t) const {
  return t >= 2 && view_.token(t - 2).kind == TokenKind::number && continues_number(t - 2);
}

std::string TermFinder::whole_number_at(std::uint32_t t) const {
  std::string digits(view_.words.text(t));
  for (; continues_number(t); t += 2) digits += view_.words.text(t + 2);
  return digits;
}

std::vector<Term> TermFinder::terms_of(TokenRange clause, TokenRange sentence,
                                       const std::vector<std::string>& participants) {
  std::vector<Term> terms;
  const auto add = [&terms](std::string text, float part) {
    if (text.empty() || terms.size() >= most_terms) return;
    const auto known =
        std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.text == text; });
    if (known == terms.end())
      terms.push_back({std::move(text), part});
    else
      known->part = std::max(known->part, part);
  };
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) add(term_at(t), 1);
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) add(term_at(t), part_around);
  for (const std::string& name : participants) {
    std::string_view rest = name;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" -"), rest.size());
      if (end > 1) add(stem_of(folded(rest.substr(0, end))), part_of_name);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return terms;
}

}  // namespace fasti
