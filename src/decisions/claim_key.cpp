#include "decisions/claim_key.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "calendar/edtf.h"

namespace fasti {

namespace {

constexpr std::size_t longest_beginning = 60;  // characters
constexpr double much_the_same = 0.6;          // of the words

// What can stand between quotation marks in a file that people edit.
std::string in_one_line(std::string_view text) {
  std::string line = one_line(text);
  std::replace(line.begin(), line.end(), '\x7F', ' ');
  return line;
}

std::string beginning_of(std::string_view quote) {
  const std::string line = in_one_line(quote);
  std::size_t end = 0;
  for (std::size_t n = 0; n < longest_beginning && end < line.size(); ++n) end += decode(line, end).length;
  return std::string(trimmed(std::string_view(line).substr(0, end)));
}

std::multiset<std::string_view> words_of(std::string_view text) {
  std::multiset<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// L. R. Dice's coefficient (1945), of words: 1 for the same, 0 for nothing in common.
double likeness(std::string_view a, std::string_view b) {
  const auto ours = words_of(a);
  const auto theirs = words_of(b);
  std::vector<std::string_view> shared;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(), std::back_inserter(shared));
  const std::size_t all = ours.size() + theirs.size();
  return all == 0 ? 1 : 2.0 * static_cast<double>(shared.size()) / static_cast<double>(all);
}

// 2 where one begins with the whole of the other, as when a person wrote down the first words only.
int alike(std::string_view a, std::string_view b) {
  if (a.starts_with(b) || b.starts_with(a)) return a.empty() || b.empty() ? int{a == b} : 2;
  return likeness(a, b) >= much_the_same ? 1 : 0;
}

std::size_t distance(const std::optional<std::size_t>& a, const std::optional<std::size_t>& b) {
  if (!a || !b) return 0;
  return std::max(*a, *b) - std::min(*a, *b);
}

bool same_but_for_folders(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() > b.size() ? a : b;
  const std::string_view shorter = a.size() > b.size() ? b : a;
  return longer.ends_with(shorter) &&
         (longer.size() == shorter.size() || longer[longer.size() - shorter.size() - 1] == '/');
}

}  // namespace

ClaimKey key_of(const Claim& claim) {
  return {in_one_line(claim.doc), beginning_of(claim.quote), claim.span.begin, to_edtf(*claim.range)};
}

ClaimKey tidied(const ClaimKey& key) {
  return {in_one_line(key.doc), beginning_of(key.quote), key.begin, key.date};
}

std::string in_words(const ClaimKey& key) { return fmt::format("{} «{}»", key.doc, key.quote); }

ClaimIndex::ClaimIndex(std::vector<const Claim*> claims) : claims_(std::move(claims)) {
  for (const Claim* claim : claims_) {
    keys_.push_back(key_of(*claim));
    by_document_[keys_.back().doc].push_back(keys_.size() - 1);
  }
}

std::vector<std::size_t> ClaimIndex::of_document(const std::string& doc) const {
  if (const auto found = by_document_.find(doc); found != by_document_.end()) return found->second;
  std::vector<std::size_t> claims;
  for (const auto& [name, its] : by_document_)
    if (same_but_for_folders(name, doc)) claims.insert(claims.end(), its.begin(), its.end());
  return claims;
}

std::optional<std::size_t> ClaimIndex::find(const ClaimKey& as_written, const Numbered& preferred) const {
  using Fit = std::tuple<int, bool, bool, bool, std::ptrdiff_t>;
  std::optional<std::size_t> best;
  Fit best_fit;
  const ClaimKey key = tidied(as_written);
  for (const std::size_t claim : of_document(key.doc)) {
    const ClaimKey& here = keys_[claim];
    const int words = alike(here.quote, key.quote);
    if (words == 0) continue;
    const bool same_date = here.date == key.date;
    const Fit fit{words, here.begin == key.begin && same_date, preferred(claim), same_date,
                  -static_cast<std::ptrdiff_t>(distance(here.begin, key.begin))};
    if (best && fit <= best_fit) continue;
    best = claim;
    best_fit = fit;
  }
  return best;
}

bool ClaimIndex::is(const ClaimKey& key, std::size_t claim) const {
  const ClaimKey& here = keys_[claim];
  return same_but_for_folders(here.doc, key.doc) && alike(here.quote, key.quote) > 0 &&
         (key.date.empty() || key.date == here.date);
}

}  // namespace fasti
