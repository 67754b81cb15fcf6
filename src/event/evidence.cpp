#include "event/evidence.h"

#include <algorithm>
#include <cmath>

#include "text/segment.h"

namespace fasti {

namespace {
// Chosen on the chronicles of three topics, each left out in turn, and on stories in running text; each lies
// on a plateau.
constexpr double kind_part = 0.6;  // of an event rule's type, beside 1 for a word
constexpr double kind_part_of_entry =
    0.15;  // the same where a whole sentence with all its kinds is one statement
constexpr double shared_number = 1.5;
constexpr double foreign_numbers = 0.75;
constexpr double days_decay = 2;   // days after which dates that differ count 1/e
constexpr double once_decay = 10;  // the same for what happens only once, down to
constexpr double once_least = 0.2;
constexpr double once_to_the_same = 3;
constexpr double one_story = 2;
constexpr double foreign_subjects = 0.15;  // "Ann Orr died", "Ned Fell died"
constexpr double claims_assumed = 4;  // beside those at hand, lest of two claims all shared words are common
constexpr std::int64_t days_of_one_event = 31;  // unless it is of a kind that happens once

bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {  // both sorted
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

// True where the shorter one's numbers stand in the longer in order: "Maslin", "Teodor Maslin".
bool stands_in(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  std::size_t at = 0;
  for (const std::uint32_t word : longer)
    if (at < shorter.size() && shorter[at] == word) ++at;
  return !shorter.empty() && at == shorter.size();
}

// Names of one that the other has too; the smaller count of both directions, since "Maslin" and "Teodor
// Maslin" beside one "Teodor Maslin" are one person. Up to what makes one story.
constexpr std::size_t names_of_one_story = 2;
std::size_t shared_names(const std::vector<std::vector<std::uint32_t>>& a,
                         const std::vector<std::vector<std::uint32_t>>& b) {
  const auto count = [](const auto& of, const auto& in) {
    std::size_t found = 0;
    for (const auto& x : of) {
      found += std::any_of(in.begin(), in.end(), [&](const auto& y) { return stands_in(x, y); });
      if (found >= names_of_one_story) break;
    }
    return found;
  };
  return std::min(count(a, b), count(b, a));
}

bool holds(const std::vector<std::vector<std::uint32_t>>& names, const std::vector<std::uint32_t>& name) {
  return std::any_of(names.begin(), names.end(), [&](const auto& other) { return stands_in(other, name); });
}

bool share_a_name(const std::vector<std::vector<std::uint32_t>>& a,
                  const std::vector<std::vector<std::uint32_t>>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& name) { return holds(b, name); });
}

std::vector<std::string> words_in(std::string_view text, std::string_view separators) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (end > at) words.push_back(folded(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

bool once(const Claim& a, const Claim& b) { return a.mention.once && b.mention.once; }

bool same_day_of_a_near_year(const DateRange& a, const DateRange& b) {
  const Civil x = civil_of(first_day(a));
  const Civil y = civil_of(first_day(b));
  return days_covered(a) == 1 && days_covered(b) == 1 && x.month == y.month && x.day == y.day &&
         std::abs(x.year - y.year) == 1;
}

// Dates far off argue against one event, less so for what happens only once. The same day of the year before
// or after is a mistake that people make. That "in 2020" meets a day of 2020 says little.
double of_dates(const Claim& a, const Claim& b) {
  if (meet(*a.range, *b.range)) {
    const std::int64_t days = std::max(days_covered(*a.range), days_covered(*b.range));
    const bool as_fine = days_covered(*a.range) == days_covered(*b.range);
    if (days <= 1) return 1;
    if (days <= 31) return as_fine ? 0.8 : 0.6;
    return as_fine ? 0.7 : 0.4;
  }
  if (once(a, b) && same_day_of_a_near_year(*a.range, *b.range)) return 0.3;
  const double apart = static_cast<double>(days_apart(*a.range, *b.range));
  return once(a, b) ? std::max(once_least, std::exp(-apart / once_decay)) : std::exp(-apart / days_decay);
}

}  // namespace

EvidenceTable::EvidenceTable(const std::vector<Claim>& claims, const NamesByDocument& names)
    : claims_(claims) {
  std::map<std::string, std::uint32_t> documents;
  for (const Claim& claim : claims) {
    const auto [doc, fresh] = documents.try_emplace(claim.doc, static_cast<std::uint32_t>(documents.size()));
    if (fresh) names_.push_back(names_of(names.at(claim.doc)));
    facts_.push_back(facts_of(claim));
    facts_.back().doc = doc->second;
  }
  weigh();
}

std::uint32_t EvidenceTable::number_of(const std::string& word) {
  const auto [found, fresh] = numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size()));
  if (fresh) texts_.push_back(&found->first);
  return found->second;
}

EvidenceTable::Numbers EvidenceTable::numbers_of(const std::vector<std::string>& words) {
  Numbers numbers;
  for (const std::string& word : words) numbers.push_back(number_of(word));
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

template <class List>
std::vector<EvidenceTable::Numbers> EvidenceTable::names_of(const List& list) {
  std::vector<Numbers> names;
  for (const std::string& name : list) {
    names.emplace_back();
    for (const std::string& word : words_in(name, " -.")) names.back().push_back(number_of(word));
  }
  return names;
}

EvidenceTable::Facts EvidenceTable::facts_of(const Claim& claim) {
  Facts facts;
  facts.kinds = numbers_of(claim.mention.kinds);
  facts.topics = numbers_of(claim.mention.topic_kinds);
  facts.head = number_of(claim.mention.head);
  facts.entry = claim.entry;
  for (const std::string& name : claim.mention.participants) {
    facts.participants.emplace_back();
    for (const std::string& word : words_in(name, " -."))
      facts.participants.back().push_back(number_of(word));
  }
  if (claim.mention.by_name)
    for (const std::string& word : words_in(claim.mention.participants.front(), " -."))
      facts.subject.push_back(number_of(word));
  const auto add = [&](const std::string& term, double part) {
    facts.terms.push_back({number_of(term), static_cast<float>(part)});
  };
  for (const Term& term : claim.terms) {
    add(term.text, term.part);
    if (term.text.starts_with('#')) facts.numerals.push_back(facts.terms.back().term);
  }
  const double of_kind = claim.entry ? kind_part_of_entry : kind_part;
  for (const std::string& kind : claim.mention.kinds)
    if (kind != "event") add("kind:" + kind, of_kind);
  for (const std::string& kind : claim.mention.topic_kinds) add("topic:" + kind, of_kind);
  std::sort(facts.terms.begin(), facts.terms.end(), [](const Weighed& a, const Weighed& b) {
    return a.term != b.term ? a.term < b.term : a.part > b.part;
  });
  facts.terms.erase(std::unique(facts.terms.begin(), facts.terms.end(),
                                [](const Weighed& a, const Weighed& b) { return a.term == b.term; }),
                    facts.terms.end());
  std::sort(facts.numerals.begin(), facts.numerals.end());
  return facts;
}

void EvidenceTable::weigh() {
  std::vector<std::uint32_t> told(numbers_.size(), 0);
  for (const Facts& facts : facts_)
    for (const Weighed& term : facts.terms) ++told[term.term];
  const double all = static_cast<double>(facts_.size());
  weights_.resize(told.size());
  for (std::size_t t = 0; t < told.size(); ++t)
    weights_[t] = std::log((all + claims_assumed) / (told[t] + 0.5));
  for (Facts& facts : facts_)
    for (const Weighed& term : facts.terms) facts.weight += weights_[term.term] * term.part;
}

double EvidenceTable::alike(const Facts& a, const Facts& b) const {
  if (a.weight <= 0 || b.weight <= 0) return 0;
  double both = 0;
  for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    const Weighed& x = a.terms[i];
    const Weighed& y = b.terms[j];
    if (x.term == y.term) both += weights_[x.term] * std::sqrt(x.part * y.part);
    if (x.term <= y.term) ++i;
    if (y.term <= x.term) ++j;
  }
  return both / std::sqrt(a.weight * b.weight);
}

std::vector<std::uint32_t> EvidenceTable::shared(std::size_t a, std::size_t b) const {
  std::vector<std::uint32_t> both;
  for (const Weighed& term : facts_[a].terms)
    if (std::any_of(facts_[b].terms.begin(), facts_[b].terms.end(),
                    [&](const Weighed& other) { return other.term == term.term; }))
      both.push_back(term.term);
  std::sort(both.begin(), both.end(), [&](std::uint32_t x, std::uint32_t y) {
    return weights_[x] != weights_[y] ? weights_[x] > weights_[y] : text(x) < text(y);
  });
  return both;
}

// Beside what is told: the same number told speaks for one event, other numbers against it. In running text,
// where the date is that of one clause, who it is told of counts too; an entry of a chronicle is dated as a
// whole.
double EvidenceTable::others(std::size_t i, std::size_t j) const {
  const Facts& a = facts_[i];
  const Facts& b = facts_[j];
  double factor = 1;
  if (share(a.numerals, b.numerals))
    factor *= shared_number;
  else if (!a.numerals.empty() && !b.numerals.empty())
    factor *= foreign_numbers;
  if (a.entry && b.entry) return factor;
  if (!a.subject.empty() && !b.subject.empty() && !holds(a.participants, b.subject) &&
      !holds(b.participants, a.subject))
    return factor * foreign_subjects;
  if (once(claims_[i], claims_[j]) && share_a_name(a.participants, b.participants))
    factor *= once_to_the_same;
  if (a.doc != b.doc && tell_one_story(a.doc, b.doc)) factor *= one_story;
  return factor;
}

bool EvidenceTable::tell_one_story(std::uint32_t document, std::uint32_t other) const {
  const auto [first, second] = std::minmax(document, other);
  const auto [known, fresh] = one_story_.try_emplace((std::uint64_t{first} << 32U) | second);
  if (fresh) known->second = shared_names(names_[first], names_[second]) >= names_of_one_story;
  return known->second;
}

// What no likeness can bring together.
bool EvidenceTable::possible(std::size_t i, std::size_t j) const {
  const Claim& a = claims_[i];
  const Claim& b = claims_[j];
  const Facts& x = facts_[i];
  const Facts& y = facts_[j];
  if (x.doc == y.doc && !meet(*a.range, *b.range))
    return false;  // an article that gives two dates tells two events
  if (days_apart(*a.range, *b.range) > days_of_one_event && !once(a, b)) return false;
  if (x.entry && y.entry) return true;
  if (a.role != b.role || a.role == Role::background) return false;
  if (!share(x.kinds, y.kinds)) return false;
  if (!x.topics.empty() && !y.topics.empty() && !share(x.topics, y.topics)) return false;
  return a.mention.type != "event" || x.head == y.head;
}

Evidence EvidenceTable::between(std::size_t a, std::size_t b) const {
  if (!possible(a, b)) return {false};
  Evidence evidence;
  evidence.alike = alike(facts_[a], facts_[b]);
  if (evidence.alike > 0) {
    evidence.dates = of_dates(claims_[a], claims_[b]);
    evidence.others = others(a, b);
  }
  return evidence;
}

}  // namespace fasti
