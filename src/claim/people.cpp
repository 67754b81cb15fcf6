#include "claim/people.h"

#include <algorithm>
#include <optional>
#include <set>

namespace fasti {

namespace {

constexpr std::uint32_t beside_name =
    3;  // "his wife, Ingrid": tokens before the name that may tell its gender

constexpr std::size_t people_in_mind = 40;  // nobody remembers more, and so a long list costs no more

class PronounResolver {
 public:
  PronounResolver(const Document& document, const std::vector<NameMention>& names,
                  const std::vector<Clause>& clauses, const RuleSet& rules)
      : document_(document), names_(names), clauses_(clauses), rules_(rules) {}

  Antecedents run() {
    find_places();
    for (const Clause& clause : clauses_)
      if (!clause.quoted) read(clause);
    return std::move(found_);
  }

 private:
  std::string word(std::uint32_t t) const {
    return folded(text_of(document_.article.text, document_.segmented.tokens[t]));
  }

  void read(const Clause& clause) {
    const bool in_passing = clause.kind == Clause::Kind::complement ||
                            clause.kind == Clause::Kind::relative || clause.kind == Clause::Kind::participial;
    bool before_verb = true;
    for (std::uint32_t t = clause.tokens.begin; t < clause.tokens.end; ++t) {
      while (next_name_ < names_.size() && names_[next_name_].tokens.begin < t) ++next_name_;
      if (next_name_ < names_.size() && names_[next_name_].tokens.begin == t) {
        const bool subject = before_verb && !in_passing && !led_in(t, clause);
        meet(names_[next_name_], subject);
        if (subject && !places_.contains(names_[next_name_].name))
          end_waiting(names_[next_name_].name, clause.sentence);
        t = names_[next_name_].tokens.end - 1;
        continue;
      }
      const std::string here = word(t);
      if (rules_.is_in("person-pronoun", here) && !refer(t, here)) wait_for_name(t, clause);
      if (rules_.is_in("auxiliary", here) || verb_form(here, rules_).finite()) before_verb = false;
    }
  }

  // "of Teodor Maslin" is no subject, nor is "at the Marrow landing".
  bool led_in(std::uint32_t t, const Clause& clause) const {
    while (t > clause.tokens.begin && rules_.is_in("article", word(t - 1))) --t;
    return t > clause.tokens.begin && rules_.is_in("preposition", word(t - 1));
  }

  // "in Marrow", "at the Compass Club": what one can be in or at is nobody. But "in Orr's house".
  void find_places() {
    for (const NameMention& name : names_) {
      std::uint32_t t = name.tokens.begin;
      while (t > 0 && rules_.is_in("article", word(t - 1))) --t;
      const bool possessive = name.tokens.end < document_.segmented.tokens.size() &&
                              document_.segmented.tokens[name.tokens.end].gap == Gap::none &&
                              word(name.tokens.end).front() == '\'';
      if (t > 0 && !possessive && rules_.is_in("place-preposition", word(t - 1))) places_.insert(name.name);
    }
  }

  void meet(const NameMention& name, bool subject) {
    if (places_.contains(name.name)) return;
    for (std::uint32_t back = 1; back <= beside_name && back <= name.tokens.begin; ++back) {
      const std::string before = word(name.tokens.begin - back);
      if (rules_.is_in("person-pronoun", before)) break;  // "her Ingrid" says nothing of Ingrid
      learn(name.name, before);
    }
    auto& list = subject ? subjects_ : others_;
    if (!subject && std::find(subjects_.begin(), subjects_.end(), name.name) != subjects_.end()) return;
    std::erase(list, name.name);
    list.push_back(name.name);
    if (list.size() > people_in_mind) list.erase(list.begin());
  }

  void learn(const std::string& name, const std::string& folded_word) {
    if (const std::string* gender = rules_.value_in("gender", folded_word))
      genders_.try_emplace(name, *gender);
  }

  // "After he was arrested, Ned Orr resigned": the name may come later in the sentence.
  void wait_for_name(std::uint32_t t, const Clause& clause) {
    const bool leads = clause.kind == Clause::Kind::adverbial && clause.parent == Clause::no_parent;
    if (leads && rules_.is_in("subject-pronoun", word(t))) waiting_ = {t, clause.sentence};
  }
  void end_waiting(const std::string& name, std::size_t sentence) {
    if (waiting_ && waiting_->second == sentence) found_.emplace(waiting_->first, name);
    waiting_.reset();
  }

  bool refer(std::uint32_t t, const std::string& pronoun) {
    const std::string* gender = rules_.value_in("gender", pronoun);
    for (const auto* list : {&subjects_, &others_}) {
      const std::string* name = gender == nullptr ? last(*list, [](const std::string&) { return true; })
                                                  : last_of_gender(*list, *gender);
      if (name == nullptr) continue;
      if (gender != nullptr) genders_.try_emplace(*name, *gender);
      found_.emplace(t, *name);
      return true;
    }
    return false;
  }

  template <class Accept>
  static const std::string* last(const std::vector<std::string>& list, Accept accept) {
    const auto found = std::find_if(list.rbegin(), list.rend(), accept);
    return found == list.rend() ? nullptr : &*found;
  }

  const std::string* last_of_gender(const std::vector<std::string>& list, const std::string& gender) const {
    const auto known = [&](const std::string& name) {
      const auto of = genders_.find(name);
      return of != genders_.end() && of->second == gender;
    };
    if (const std::string* name = last(list, known)) return name;
    return last(list, [&](const std::string& name) { return !genders_.contains(name); });
  }

  const Document& document_;
  const std::vector<NameMention>& names_;
  const std::vector<Clause>& clauses_;
  const RuleSet& rules_;
  std::size_t next_name_ = 0;
  std::vector<std::string> subjects_, others_;  // the last one is the latest
  std::map<std::string, std::string> genders_;
  std::set<std::string> places_;
  std::optional<std::pair<std::uint32_t, std::size_t>> waiting_;  // a pronoun and its sentence
  Antecedents found_;
};

}  // namespace

Antecedents resolve_pronouns(const Document& document, const std::vector<NameMention>& names,
                             const std::vector<Clause>& clauses, const RuleSet& rules) {
  return PronounResolver(document, names, clauses, rules).run();
}

}  // namespace fasti
