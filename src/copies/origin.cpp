#include "copies/origin.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "calendar/date_range.h"
#include "calendar/edtf.h"

namespace fasti {

namespace {

// Where the name stands, with a capital letter in it. (Scripts without capitals have no such doubt, and names
// of several words hardly any.)
bool names_at(const PrintedText& text, std::size_t at, const Words& name) {
  const std::size_t size = name.hashes.size();
  if (at + size > text.words.size()) return false;
  if (!std::equal(name.hashes.begin(), name.hashes.end(),
                  text.words.begin() + static_cast<std::ptrdiff_t>(at)))
    return false;
  const auto begins_with_capital = [](const std::vector<bool>& words, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, words.size()); ++i)
      if (words[i]) return true;
    return false;
  };
  return !begins_with_capital(name.capitalised, 0, size) ||
         begins_with_capital(text.capitalised, at, at + size);
}

struct SourceName {
  std::string source;
  Words words;
};

// The sources by the first word of their names.
std::multimap<WordHash, SourceName> sources_by_first_word(const std::vector<const PrintedText*>& texts) {
  std::set<std::string> names;
  for (const PrintedText* text : texts) names.insert(text->source);
  std::multimap<WordHash, SourceName> sources;
  for (const std::string& name : names) {
    Words words = hashed_words(name);
    if (words.hashes.empty()) continue;
    const WordHash first = words.hashes.front();
    sources.emplace(first, SourceName{name, std::move(words)});
  }
  return sources;
}

// Negative where a was published before b, as far as both are known; the unknown comes last.
int by_day(const Claimant& a, const Claimant& b) {
  constexpr Day never = std::numeric_limits<Day>::max();
  const Day day_a = a.text->published.value_or(never), day_b = b.text->published.value_or(never);
  return day_a < day_b ? -1 : day_b < day_a ? 1 : 0;
}

}  // namespace

std::vector<Claimant> claimants_among(const std::vector<const PrintedText*>& texts) {
  const auto sources = sources_by_first_word(texts);
  std::map<std::string, std::size_t> credits;
  for (const PrintedText* text : texts) {
    std::set<std::string> named;
    for (std::size_t i = 0; i < text->words.size(); ++i) {
      const auto [begin, end] = sources.equal_range(text->words[i]);
      for (auto source = begin; source != end; ++source)
        if (source->second.source != text->source && names_at(*text, i, source->second.words))
          named.insert(source->second.source);
    }
    for (const std::string& source : named) ++credits[source];
  }
  std::vector<Claimant> claimants;
  for (const PrintedText* text : texts) claimants.push_back({text, credits[text->source]});
  return claimants;
}

bool names_source_of(const PrintedText& text, const PrintedText& other) {
  if (text.source == other.source) return false;
  const Words name = hashed_words(other.source);
  if (name.hashes.empty()) return false;
  for (std::size_t i = 0; i < text.words.size(); ++i)
    if (names_at(text, i, name)) return true;
  return false;
}

bool goes_before(const Claimant& a, const Claimant& b) {
  if (a.credits != b.credits) return a.credits > b.credits;
  if (const int order = by_day(a, b); order != 0) return order < 0;
  return std::tuple(b.text->words.size(), a.text->id) < std::tuple(a.text->words.size(), b.text->id);
}

std::string reason_for(const Claimant& origin, const std::vector<Claimant>& rest) {
  const std::string& id = origin.text->id;
  const auto all = [&](auto test) { return std::all_of(rest.begin(), rest.end(), test); };
  if (origin.credits > 0)
    return fmt::format("{} of the others name{} {}.", origin.credits, origin.credits == 1 ? "s" : "",
                       origin.text->source);
  if (origin.text->published && all([&](const Claimant& other) { return by_day(origin, other) < 0; }))
    return fmt::format("{} was published first, on {}.", id, to_edtf(range_of_day(*origin.text->published)));
  const std::string dates =
      origin.text->published ? "None was published before it" : "Their dates are not known";
  if (all([&](const Claimant& other) { return other.text->words.size() < origin.text->words.size(); }))
    return fmt::format("{}, and {} is the longest.", dates, id);
  return fmt::format("{}; {} stands for them all.", dates, id);
}

}  // namespace fasti
