#include "event/evidence.h"

#include <algorithm>
#include <cstdlib>

#include "text/segment.h"

namespace fasti {

namespace {

constexpr double same_kind = 1.0;
constexpr double related_kind = 0.8;
constexpr double shared_participant = 1.0;
constexpr double foreign_participants = -0.5;
constexpr double foreign_subjects = -1.5;  // "Ann Orr died", "Ned Fell died"
constexpr double one_story = 1.0;
constexpr double dates_meet = 1.0;
constexpr double same_words = 1.0;
constexpr std::size_t names_of_one_story = 2;
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

double of_kind(const Claim& a, const Claim& b) {
  if (a.mention.type != b.mention.type) return related_kind;
  return a.mention.type == "event" ? 0 : same_kind;
}

bool same_day_of_a_near_year(const DateRange& a, const DateRange& b) {
  const Civil x = civil_of(first_day(a));
  const Civil y = civil_of(first_day(b));
  return days_covered(a) == 1 && days_covered(b) == 1 && x.month == y.month && x.day == y.day &&
         std::abs(x.year - y.year) == 1;
}

// Dates far off argue against one event, less so for what happens only once. The same day of the year before
// or after is a mistake that people make.
double of_dates(const Claim& a, const Claim& b) {
  if (meet(*a.range, *b.range)) return dates_meet;
  const std::int64_t apart = days_apart(*a.range, *b.range);
  if (apart <= 3) return 0.5;
  if (apart <= days_of_one_event) return once(a, b) ? 0 : -1;
  return once(a, b) && same_day_of_a_near_year(*a.range, *b.range) ? -0.5 : -2;
}

}  // namespace

EvidenceTable::EvidenceTable(const std::vector<Claim>& claims, const NamesByDocument& names)
    : claims_(claims) {
  std::map<std::string, std::uint32_t> documents;
  for (const Claim& claim : claims) {
    const auto [doc, fresh] = documents.try_emplace(claim.doc, static_cast<std::uint32_t>(documents.size()));
    if (fresh) documents_.push_back(names_of(names.at(claim.doc)));
    Facts facts;
    facts.kinds = numbers_of(claim.mention.kinds);
    facts.topics = numbers_of(claim.mention.topic_kinds);
    facts.words = content_words(claim);
    facts.participants = names_of(claim.mention.participants);
    facts.doc = doc->second;
    facts.head = number_of(claim.mention.head);
    facts_.push_back(std::move(facts));
  }
}

std::uint32_t EvidenceTable::number_of(const std::string& word) {
  return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

EvidenceTable::Numbers EvidenceTable::numbers_of(const std::vector<std::string>& words) {
  Numbers numbers;
  for (const std::string& word : words) numbers.push_back(number_of(word));
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

// Names count as participants already, and the words of the mention as its kind.
EvidenceTable::Numbers EvidenceTable::content_words(const Claim& claim) {
  std::set<std::string> known;
  for (const std::string& name : claim.mention.participants)
    for (std::string& word : words_in(name, " ")) known.insert(std::move(word));
  const Span mention = claim.mention.span;
  if (claim.span.begin <= mention.begin && mention.end <= claim.span.begin + claim.quote.size())
    for (std::string& word : words_in(
             std::string_view(claim.quote).substr(mention.begin - claim.span.begin, mention.size()), " \n"))
      known.insert(std::move(word));
  std::vector<std::string> words = words_in(claim.label, " ");
  std::erase_if(words, [&](const std::string& word) { return word.size() <= 3 || known.contains(word); });
  return numbers_of(words);
}

EvidenceTable::Name EvidenceTable::name_of(const std::string& text) {
  Name name;
  for (const std::string& word : words_in(text, " -.")) name.words.push_back(number_of(word));
  return name;
}

template <class List>
EvidenceTable::Names EvidenceTable::names_of(const List& list) {
  Names names;
  for (const std::string& text : list) {
    names.list.push_back(name_of(text));
    for (const std::uint32_t word : names.list.back().words) names.bits |= std::uint64_t{1} << (word % 64);
  }
  return names;
}

// Names of one that the other has too, up to `enough`; the smaller count of both directions, since "Maslin"
// and "Teodor Maslin" beside one "Teodor Maslin" are one person.
std::size_t EvidenceTable::shared(const Names& a, const Names& b, std::size_t enough) {
  if ((a.bits & b.bits) == 0) return 0;
  const auto count = [enough](const Names& of, const Names& in) {
    std::size_t found = 0;
    for (const Name& x : of.list) {
      found += std::any_of(in.list.begin(), in.list.end(),
                           [&](const Name& y) { return stands_in(x.words, y.words); });
      if (found >= enough) break;
    }
    return found;
  };
  return std::min(count(a, b), count(b, a));
}

bool EvidenceTable::holds(const Names& names, const Name& name) {
  return std::any_of(names.list.begin(), names.list.end(),
                     [&](const Name& other) { return stands_in(other.words, name.words); });
}

double EvidenceTable::of_participants(std::size_t a, std::size_t b) const {
  const Names& x = facts_[a].participants;
  const Names& y = facts_[b].participants;
  if (x.list.empty() || y.list.empty()) return 0;
  if (claims_[a].mention.by_name && claims_[b].mention.by_name && !holds(x, y.list.front()) &&
      !holds(y, x.list.front()))
    return foreign_subjects;  // whatever place they share
  return shared(x, y, 1) > 0 ? shared_participant : foreign_participants;
}

double EvidenceTable::of_story(std::size_t a, std::size_t b) const {
  const auto [first, second] = std::minmax(facts_[a].doc, facts_[b].doc);
  if (first == second) return one_story / 2;  // an article tells a thing once as a rule
  const auto [known, fresh] = one_story_.try_emplace((std::uint64_t{first} << 32U) | second);
  if (fresh)
    known->second = shared(documents_[first], documents_[second], names_of_one_story) >= names_of_one_story;
  return known->second ? one_story : 0;
}

double EvidenceTable::of_words(std::size_t a, std::size_t b) const {
  const Numbers& x = facts_[a].words;
  const Numbers& y = facts_[b].words;
  if (x.empty() || y.empty()) return 0;
  Numbers both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return same_words * static_cast<double>(both.size()) / static_cast<double>(std::min(x.size(), y.size()));
}

// What no number of points can bring together.
bool EvidenceTable::possible(std::size_t i, std::size_t j) const {
  const Claim& a = claims_[i];
  const Claim& b = claims_[j];
  const Facts& x = facts_[i];
  const Facts& y = facts_[j];
  if (a.role != b.role || a.role == Role::background) return false;
  const std::int64_t apart = days_apart(*a.range, *b.range);
  if (x.doc == y.doc && !meet(*a.range, *b.range))
    return false;  // an article that gives two dates tells two events
  if (apart > days_of_one_event && !once(a, b)) return false;
  if (!share(x.kinds, y.kinds)) return false;
  if (!x.topics.empty() && !y.topics.empty() && !share(x.topics, y.topics)) return false;
  if (a.role == Role::announcement && !share(x.topics, y.topics) &&
      shared(x.participants, y.participants, 1) == 0)
    return false;
  return a.mention.type != "event" || x.head == y.head;
}

Evidence EvidenceTable::between(std::size_t a, std::size_t b) const {
  if (!possible(a, b)) return {false, 0};
  return {true, of_kind(claims_[a], claims_[b]) + of_participants(a, b) + of_story(a, b) +
                    of_dates(claims_[a], claims_[b]) + of_words(a, b)};
}

}  // namespace fasti
