#include "claim/people.h"

#include <algorithm>
#include <optional>

namespace fasti {

namespace {

constexpr std::uint32_t beside_name =
    3;  // "his wife, Ingrid": tokens before the name that may tell its gender

constexpr std::size_t people_in_mind = 40;  // nobody remembers more, and so a long list costs no more

class PronounResolver {
 public:
  PronounResolver(const Names& names, const std::vector<Clause>& clauses, const WordView& text)
      : names_(names.mentions),
        clauses_(clauses),
        text_(text),
        genders_(names.texts.size(), 0),
        places_(names.texts.size(), false),
        found_(text.tokens().size(), nobody) {}

  Antecedents run() {
    find_places();
    for (const Clause& clause : clauses_)
      if (!clause.quoted) read(clause);
    return std::move(found_);
  }

 private:
  void read(const Clause& clause) {
    const bool in_passing = clause.kind == Clause::Kind::complement ||
                            clause.kind == Clause::Kind::relative || clause.kind == Clause::Kind::participial;
    bool before_verb = true;
    for (std::uint32_t t = clause.tokens.begin; t < clause.tokens.end; ++t) {
      while (next_name_ < names_.size() && names_[next_name_].tokens.begin < t) ++next_name_;
      if (next_name_ < names_.size() && names_[next_name_].tokens.begin == t) {
        const bool subject = before_verb && !in_passing && !led_in(t, clause);
        meet(names_[next_name_], subject);
        if (subject && !places_[names_[next_name_].name])
          end_waiting(names_[next_name_].name, clause.sentence);
        t = names_[next_name_].tokens.end - 1;
        continue;
      }
      if (text_.is(t, "person-pronoun") && !refer(t)) wait_for_name(t, clause);
      if (text_.is(t, "auxiliary") || text_.verb(t).finite()) before_verb = false;
    }
  }

  // "of Teodor Maslin" is no subject, nor is "at the Marrow landing".
  bool led_in(std::uint32_t t, const Clause& clause) const {
    while (t > clause.tokens.begin && text_.is(t - 1, "article")) --t;
    return t > clause.tokens.begin && text_.is(t - 1, "preposition");
  }

  // "in Marrow", "at the Compass Club": what one can be in or at is nobody. But "in Orr's house".
  void find_places() {
    for (const NameMention& name : names_) {
      std::uint32_t t = name.tokens.begin;
      while (t > 0 && text_.is(t - 1, "article")) --t;
      const bool possessive = name.tokens.end < text_.tokens().size() &&
                              text_.token(name.tokens.end).gap == Gap::none &&
                              text_.begins_with_apostrophe(name.tokens.end);
      if (t > 0 && !possessive && text_.is(t - 1, "place-preposition")) places_[name.name] = true;
    }
  }

  void meet(const NameMention& name, bool subject) {
    if (places_[name.name]) return;
    for (std::uint32_t back = 1; back <= beside_name && back <= name.tokens.begin; ++back) {
      const WordFacts& before = text_.facts(name.tokens.begin - back);
      if (before.is("person-pronoun")) break;  // "her Ingrid" says nothing of Ingrid
      learn(name.name, before.gender);
    }
    auto& list = subject ? subjects_ : others_;
    if (!subject && std::find(subjects_.begin(), subjects_.end(), name.name) != subjects_.end()) return;
    std::erase(list, name.name);
    list.push_back(name.name);
    if (list.size() > people_in_mind) list.erase(list.begin());
  }

  void learn(NameNumber name, std::uint8_t gender) {
    if (genders_[name] == 0) genders_[name] = gender;
  }

  // "After he was arrested, Ned Orr resigned": the name may come later in the sentence.
  void wait_for_name(std::uint32_t t, const Clause& clause) {
    const bool leads = clause.kind == Clause::Kind::adverbial && clause.parent == Clause::no_parent;
    if (leads && text_.is(t, "subject-pronoun")) waiting_ = {t, clause.sentence};
  }
  void end_waiting(NameNumber name, std::size_t sentence) {
    if (waiting_ && waiting_->second == sentence) found_[waiting_->first] = name;
    waiting_.reset();
  }

  bool refer(std::uint32_t t) {
    const std::uint8_t gender = text_.facts(t).gender;
    for (const auto* list : {&subjects_, &others_}) {
      const NameNumber name =
          gender == 0 ? (list->empty() ? nobody : list->back()) : last_of_gender(*list, gender);
      if (name == nobody) continue;
      learn(name, gender);
      found_[t] = name;
      return true;
    }
    return false;
  }

  NameNumber last_of_gender(const std::vector<NameNumber>& list, std::uint8_t gender) const {
    const auto of = [&](std::uint8_t wanted) {
      const auto found =
          std::find_if(list.rbegin(), list.rend(), [&](NameNumber name) { return genders_[name] == wanted; });
      return found == list.rend() ? nobody : *found;
    };
    const NameNumber known = of(gender);
    return known != nobody ? known : of(0);
  }

  const std::vector<NameMention>& names_;
  const std::vector<Clause>& clauses_;
  const WordView& text_;
  std::size_t next_name_ = 0;
  std::vector<NameNumber> subjects_, others_;                     // the last one is the latest
  std::vector<std::uint8_t> genders_;                             // by name; 0 while unknown
  std::vector<bool> places_;                                      // by name
  std::optional<std::pair<std::uint32_t, std::size_t>> waiting_;  // a pronoun and its sentence
  Antecedents found_;
};

}  // namespace

Antecedents resolve_pronouns(const Names& names, const std::vector<Clause>& clauses, const WordView& text) {
  return PronounResolver(names, clauses, text).run();
}

}  // namespace fasti
