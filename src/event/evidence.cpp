#include "event/evidence.h"

#include <algorithm>

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
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
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
  return shared_names(a.mention.participants, b.mention.participants) > 0 ? shared_participant : foreign_participants;
}

double of_story(const Claim& a, const Claim& b, const NamesByDocument& names) {
  if (a.doc == b.doc) return one_story;
  const auto& first = names.at(a.doc);
  const auto& second = names.at(b.doc);
  const std::vector<std::string> x(first.begin(), first.end());
  const std::vector<std::string> y(second.begin(), second.end());
  return shared_names(x, y) >= names_of_one_story ? one_story : 0;
}

double of_dates(const DateRange& a, const DateRange& b) {
  if (meet(a, b)) return dates_meet;
  const std::int64_t apart = days_apart(a, b);
  if (apart <= 3) return 0.5;
  if (apart <= 31) return 0;
  return apart <= 400 ? -1 : -2;
}

std::set<std::string> content_words(const std::string& label) {
  std::set<std::string> words;
  std::size_t at = 0;
  while (at < label.size()) {
    const std::size_t end = std::min(label.find(' ', at), label.size());
    if (end - at > 3) words.insert(folded(label.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

double of_words(const Claim& a, const Claim& b) {
  const auto x = content_words(a.label);
  const auto y = content_words(b.label);
  if (x.empty() || y.empty()) return 0;
  const auto shared = std::count_if(x.begin(), x.end(), [&](const std::string& word) { return y.contains(word); });
  return same_words * static_cast<double>(shared) / static_cast<double>(std::min(x.size(), y.size()));
}

// What no number of points can bring together.
bool excluded(const Claim& a, const Claim& b) {
  if (a.role != b.role || a.role == Role::background) return true;
  if (!share(a.mention.kinds, b.mention.kinds)) return true;
  const bool told_apart = a.doc == b.doc && !meet(*a.range, *b.range);
  if (told_apart) return true;
  const auto& topic_a = a.mention.topic_kinds;
  const auto& topic_b = b.mention.topic_kinds;
  if (!topic_a.empty() && !topic_b.empty() && !share(topic_a, topic_b)) return true;
  return a.mention.type == "event" && a.mention.head != b.mention.head;
}

}  // namespace

NamesByDocument names_by_document(const std::vector<Claim>& claims) {
  NamesByDocument names;
  for (const Claim& claim : claims) names[claim.doc].insert(claim.mention.participants.begin(), claim.mention.participants.end());
  return names;
}

Evidence evidence_for_one_event(const Claim& a, const Claim& b, const NamesByDocument& names) {
  if (excluded(a, b)) return {false, 0};
  return {true, of_kind(a, b) + of_participants(a, b) + of_story(a, b, names) + of_dates(*a.range, *b.range) + of_words(a, b)};
}

}  // namespace fasti
