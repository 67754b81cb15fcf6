#include "event/evidence.h"

#include <algorithm>
#include <cstdlib>

#include "claim/names.h"

namespace fasti {

namespace {

constexpr double same_kind = 1.0;
constexpr double related_kind = 0.8;
constexpr double shared_participant = 1.0;
constexpr double foreign_participants = -0.5;
constexpr double one_story = 1.0;
constexpr double dates_meet = 1.0;
constexpr double same_words = 1.0;
constexpr std::size_t names_of_one_story = 2;

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

std::size_t shared_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& x) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& y) { return may_be_same_name(x, y); });
  }));
}

double of_kind(const Claim& a, const Claim& b) {
  if (a.mention.type != b.mention.type) return related_kind;
  return a.mention.type == "event" ? 0 : same_kind;
}

double of_participants(const Claim& a, const Claim& b) {
  if (a.mention.participants.empty() || b.mention.participants.empty()) return 0;
  return shared_names(a.mention.participants, b.mention.participants) > 0 ? shared_participant
                                                                          : foreign_participants;
}

double of_story(const Claim& a, const Claim& b, const NamesByDocument& names) {
  if (a.doc == b.doc) return one_story / 2;  // an article tells a thing once as a rule
  const auto& first = names.at(a.doc);
  const auto& second = names.at(b.doc);
  const std::vector<std::string> x(first.begin(), first.end());
  const std::vector<std::string> y(second.begin(), second.end());
  return shared_names(x, y) >= names_of_one_story ? one_story : 0;
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
  const bool once = a.mention.once && b.mention.once;
  if (apart <= 3) return 0.5;
  if (apart <= 31) return once ? 0 : -1;
  return once && same_day_of_a_near_year(*a.range, *b.range) ? -0.5 : -2;
}

std::set<std::string> words_in(const std::string& text) {
  std::set<std::string> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end - at > 3) words.insert(folded(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

// Longer words that are no names: names count as participants already.
std::set<std::string> content_words(const Claim& claim) {
  std::set<std::string> words = words_in(claim.label);
  for (const std::string& name : claim.mention.participants)
    for (const std::string& word : words_in(name)) words.erase(word);
  return words;
}

double of_words(const Claim& a, const Claim& b) {
  const auto x = content_words(a);
  const auto y = content_words(b);
  if (x.empty() || y.empty()) return 0;
  const auto shared =
      std::count_if(x.begin(), x.end(), [&](const std::string& word) { return y.contains(word); });
  return same_words * static_cast<double>(shared) / static_cast<double>(std::min(x.size(), y.size()));
}

// What no number of points can bring together.
bool excluded(const Claim& a, const Claim& b) {
  if (a.role != b.role || a.role == Role::background) return true;
  if (!share(a.mention.kinds, b.mention.kinds)) return true;
  const std::int64_t apart = days_apart(*a.range, *b.range);
  if (a.doc == b.doc && apart > 0) return true;  // an article that gives two dates tells two events
  if (apart > 31 && !(a.mention.once && b.mention.once)) return true;
  const auto& topic_a = a.mention.topic_kinds;
  const auto& topic_b = b.mention.topic_kinds;
  if (!topic_a.empty() && !topic_b.empty() && !share(topic_a, topic_b)) return true;
  const bool same_matter =
      share(topic_a, topic_b) || shared_names(a.mention.participants, b.mention.participants) > 0;
  if (a.role == Role::announcement && !same_matter) return true;
  return a.mention.type == "event" && a.mention.head != b.mention.head;
}

}  // namespace

Evidence evidence_for_one_event(const Claim& a, const Claim& b, const NamesByDocument& names) {
  if (excluded(a, b)) return {false, 0};
  return {true,
          of_kind(a, b) + of_participants(a, b) + of_story(a, b, names) + of_dates(a, b) + of_words(a, b)};
}

}  // namespace fasti
